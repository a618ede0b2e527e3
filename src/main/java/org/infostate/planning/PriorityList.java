package org.infostate.planning;

import java.util.List;
import java.util.Map;
import org.infostate.assessment.AssessedCase;
import org.infostate.assessment.Assessment;

/**
 * The priorities that follow from an assessment.
 *
 * @param target that gaps are measured to
 * @param targets by country and indicator
 * @param priorities the greatest need first
 * @param byInfoState means by info-state
 * @param told by country, what its answers say about assistance
 * @param unranked countries of the round of which nothing is known
 */
public record PriorityList(
    Assessment assessment,
    PriorityWeights weights,
    Target target,
    Targets targets,
    List<Priority> priorities,
    List<InfoStateNeed> byInfoState,
    Map<String, Told> told,
    List<AssessedCase> unranked) {}
