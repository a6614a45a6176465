package org.touchstone.platform.shared;

/** Nobody is signed in, or the session or token has ended. */
public final class SignInNeeded extends Problem {
  public SignInNeeded() {
    this("Sign in first: this request carries no valid session and no valid token.");
  }

  public SignInNeeded(String detail) {
    super("sign-in-needed", 401, "Sign in first", detail);
  }
}
