package org.touchstone.platform.shared;

/** More was sent than is taken in one go. */
public final class TooLarge extends Problem {
  public TooLarge(String detail) {
    super("too-large", 413, "This is too large", detail);
  }
}
