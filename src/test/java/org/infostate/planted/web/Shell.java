package org.infostate.planted.web;

/** Part of the shell. */
public record Shell(String language) {}
