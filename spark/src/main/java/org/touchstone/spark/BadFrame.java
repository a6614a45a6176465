package org.touchstone.spark;

/** A DataFrame that cannot be read as judgments or comparisons; the message says where and how to mend it. */
public final class BadFrame extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  BadFrame(String message) {
    super(message);
  }
}
