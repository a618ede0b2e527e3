package org.infostate.response;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import org.infostate.account.Actor;
import org.infostate.questionnaire.Section;

/**
 * Fired in the transaction that saves a posted page of a section, once its answers are stored, so
 * that other capabilities can act on the buttons that they put there.
 */
public record SectionPosted(
    Response response,
    Section section,
    MultivaluedMap<String, String> fields,
    Actor actor,
    Instant at) {}
