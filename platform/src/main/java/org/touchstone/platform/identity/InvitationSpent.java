package org.touchstone.platform.identity;

import org.touchstone.platform.shared.Problem;

/** The link was used, withdrawn or has run out. */
final class InvitationSpent extends Problem {
  InvitationSpent() {
    super("invitation-spent", 410, "This invitation is no longer valid", "This invitation was used, withdrawn or has expired: ask whoever sent it for a new one.");
  }
}
