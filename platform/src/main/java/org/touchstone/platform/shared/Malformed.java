package org.touchstone.platform.shared;

/** The request cannot even be read: broken JSON, a value of the wrong type, a missing part. */
public final class Malformed extends Problem {
  public Malformed(String detail) {
    super("malformed-request", 400, "This request cannot be read", detail);
  }
}
