package org.touchstone.platform.task;

import java.time.Instant;
import org.touchstone.platform.guideline.Answers;

/** Work as typed; revisions count up, so that an older tab cannot overwrite a newer one. */
public record Draft(Answers answers, int revision, Instant savedAt) {}
