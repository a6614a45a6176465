package org.touchstone.platform.access;

import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.ProjectId;

/** Whether there is work just now; the queue knows, a floor above. */
public interface OpenWork {
  boolean isThere(ProjectId project, AccountId rater);
}
