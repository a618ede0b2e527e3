package org.infostate.response;

import java.util.List;
import org.infostate.problem.Problem;

/**
 * Fired when it is asked whether a response could be submitted, so that other capabilities can say
 * what stands in the way.
 *
 * @param problems to be added to
 */
public record SubmissionTried(Response response, List<Problem> problems) {}
