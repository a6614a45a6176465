package org.touchstone.platform.shared;

/** The thing does not exist, or the caller may not know that it does: both look the same from outside. */
public final class NotFound extends Problem {
  public NotFound(String what) {
    super("not-found", 404, "Not found", "There is no such " + what + ", or you have no part in it.");
  }
}
