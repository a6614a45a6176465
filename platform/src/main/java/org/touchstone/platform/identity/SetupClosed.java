package org.touchstone.platform.identity;

import org.touchstone.platform.shared.Problem;

/** The one-time link for the first owner is wrong, old, or no longer needed. */
final class SetupClosed extends Problem {
  SetupClosed(String detail) {
    super("setup-closed", 403, "Set-up is not possible with this link", detail);
  }
}
