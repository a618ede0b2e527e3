package org.infostate.scoring;

/**
 * One step of a method. What it does stands on the record that implements it; an {@link Element}
 * may carry a step of the same kind that then holds for this element instead.
 */
public sealed interface Step
    permits Screening,
        Denomination,
        Imputation,
        Treatment,
        Transformation,
        Normalisation,
        Weighting,
        Aggregation,
        Ranking {

  /** As in the index file: {@code screen}, {@code impute}, ... */
  String name();

  /** The cases that it is fitted to; all of them for steps that are not fitted. */
  default Scope over() {
    return Scope.ALL;
  }

  /** Takes the step. Returns the table that it made; the work goes on with it. */
  Table take(Work work);
}
