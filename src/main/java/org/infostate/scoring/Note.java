package org.infostate.scoring;

/**
 * Something that a step had to say: a column that it could not treat, a unit that it left out.
 *
 * @param step name of the step
 * @param element code of the element, null where it is about a case as a whole
 * @param subject the case that it is about, null where it is about a whole column
 * @param code stable word for what it is: {@code constant}, {@code excluded}, {@code undefined},
 *     {@code no-reference}, {@code untreated}, {@code still-skewed}, {@code unweighed}, {@code
 *     each-year}; {@code more} ends a run's notes where there were too many
 * @param text the same in English, with figures
 */
public record Note(String step, String element, Case subject, String code, String text) {}
