package org.touchstone.platform.shared;

/** The address exists, but not for this HTTP method or in this format. */
public final class Unsupported extends Problem {
  public Unsupported(int status, String detail) {
    super("unsupported", status, "Not in this way", detail);
  }
}
