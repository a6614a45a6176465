package org.touchstone.platform.task;

import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.ProjectId;

/** How well somebody judged so far; the room that measures knows, some floors above. */
public interface TrackRecord {
  /** Whether the whole interval of a rater's agreement with known answers, as told to the rater, lies at the line or above it. */
  boolean reaches(ProjectId project, AccountId rater, double line);
}
