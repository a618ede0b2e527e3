package org.infostate.analysis;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import org.infostate.account.Actor;
import org.infostate.assessment.Assessment;
import org.infostate.assessment.IndexVersion;
import org.infostate.assessment.Indices;
import org.infostate.assessment.RunAssessment;
import org.infostate.assessment.RunOrder;
import org.infostate.assessment.Variant;
import org.infostate.problem.Place;
import org.infostate.problem.ProblemKind;
import org.infostate.text.Texts;

/**
 * Keeps other weights: as a variant of the index, published with a hash of its own, and an
 * assessment by it in the way of the one that they were tried on.
 */
@ApplicationScoped
public class KeepWeights {

  private static final int LONGEST_CODE = 64;
  private static final int LONGEST_TITLE = 200;

  @Inject private Indices indices;
  @Inject private RunAssessment runAssessment;

  /**
   * @param name of the variant, which becomes the end of its code: {@code capacity.law-first}
   * @param weights by element; those that are not named stay
   * @throws org.infostate.problem.ProblemException if the weights are those of the index or can not
   *     be used, or the name is taken or can not be one
   */
  @Transactional
  public Assessment keep(
      Subject subject, String name, Map<String, Double> weights, Texts texts, Actor actor) {
    Assessment assessment = subject.assessment();
    Map<String, Double> changed = WhatIf.changed(subject.index(), weights);
    if (changed.isEmpty()) {
      throw ProblemKind.VARIANT_UNCHANGED.exception();
    }
    String code = Variant.code(assessment.indexCode(), String.valueOf(name));
    boolean usable = name != null && name.matches(Variant.NAME) && code.length() <= LONGEST_CODE;
    if (!usable || indices.newest(code).isPresent()) {
      throw ProblemKind.VARIANT_NAME.at(Place.question("name"), String.valueOf(name)).exception();
    }
    IndexVersion variant = indices.publish(Variant.of(assessment.definition(), code, changed));
    String title = assessment.title(texts) + " – " + name;
    return runAssessment.start(
        new RunOrder(
            variant.code(),
            variant.version(),
            assessment.round() == null ? null : assessment.round().code(),
            assessment.population().code(),
            title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) : title,
            assessment.firstYear(),
            assessment.lastYear(),
            assessment.submittedToo(),
            assessment.values().code(),
            assessment.infoStates() == null ? null : assessment.infoStates().id(),
            assessment.seed()),
        actor);
  }
}
