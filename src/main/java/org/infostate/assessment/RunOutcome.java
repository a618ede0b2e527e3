package org.infostate.assessment;

import java.util.List;
import org.infostate.scoring.Result;

/** What a run has made, to be kept. */
record RunOutcome(Result result, List<AssessedCase> cases, List<InfoState> infoStates) {}
