package org.touchstone.platform.identity;

import org.touchstone.platform.shared.Problem;

/** The link to a new password was used, replaced or has run out. */
final class PasswordLinkSpent extends Problem {
  PasswordLinkSpent() {
    super("password-link-spent", 410, "This link is no longer valid",
        "This link was used, replaced by a newer one or has expired: ask the owner of this installation for a new one.");
  }
}
