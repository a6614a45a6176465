package org.touchstone.statistics.preference;

/** What a rater said of a pair. */
public enum Outcome {
  LEFT,
  RIGHT,
  TIE;

  private static final Outcome[] ALL = values();

  static Outcome of(int ordinal) {
    return ALL[ordinal];
  }
}
