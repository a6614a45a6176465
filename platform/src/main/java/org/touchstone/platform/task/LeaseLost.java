package org.touchstone.platform.task;

import org.touchstone.platform.shared.Problem;

/** The rater no longer holds the place and cannot have it back. */
public final class LeaseLost extends Problem {
  LeaseLost(String detail) {
    super("lease-lost", 409, "This task is no longer yours", detail);
  }
}
