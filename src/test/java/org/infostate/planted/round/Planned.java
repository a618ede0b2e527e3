package org.infostate.planted.round;

/** Keeps every rule. */
public record Planned(String code) {}
