package org.touchstone.platform.shared;

/** The request contradicts what is already recorded. */
public final class Conflict extends Problem {
  public Conflict(String detail) {
    super("conflict", 409, "This contradicts what is already recorded", detail);
  }
}
