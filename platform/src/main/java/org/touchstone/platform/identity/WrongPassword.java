package org.touchstone.platform.identity;

import org.touchstone.platform.shared.Problem;

/** E-mail and password do not belong together; which of them is wrong is not said. */
final class WrongPassword extends Problem {
  WrongPassword() {
    super("wrong-password", 401, "Not signed in", "E-mail or password is wrong.");
  }
}
