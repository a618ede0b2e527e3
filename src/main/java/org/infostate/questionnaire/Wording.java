package org.infostate.questionnaire;

import java.util.Map;
import org.infostate.text.Language;

/**
 * All texts of a version in one language, by name of section, roster or question.
 *
 * @param reviewed whether a person has looked at the translation
 * @param choices by list, then by choice
 */
public record Wording(
    Language language,
    boolean reviewed,
    String title,
    String description,
    Map<String, String> labels,
    Map<String, String> hints,
    Map<String, String> constraintMessages,
    Map<String, Map<String, String>> choices) {}
