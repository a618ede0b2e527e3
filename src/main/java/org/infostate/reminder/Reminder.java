package org.infostate.reminder;

import org.infostate.account.Account;
import org.infostate.response.Response;

/** A reminder to be written. */
public record Reminder(Response response, Account to, int daysBefore) {}
