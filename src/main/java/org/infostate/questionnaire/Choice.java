package org.infostate.questionnaire;

import java.util.Map;

/**
 * One choice of a list.
 *
 * @param columns further columns that choice filters name
 */
public record Choice(String name, Map<String, String> columns) {}
