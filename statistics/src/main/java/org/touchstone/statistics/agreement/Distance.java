package org.touchstone.statistics.agreement;

import java.util.function.DoubleBinaryOperator;

/** How far apart two values are, which is the level of measurement of Krippendorff's alpha. */
public sealed interface Distance {
  String name();

  /** The four levels of measurement of Krippendorff (2011). */
  enum Level implements Distance {
    /** Same or not. */
    NOMINAL,
    /** How many judgments lie between the two values. */
    ORDINAL,
    /** The squared difference. */
    INTERVAL,
    /** The squared difference over the squared sum; for values of one sign with a true zero. */
    RATIO
  }

  /**
   * A distance of one's own.
   *
   * @param name what to call it in a report
   * @param squared the squared distance of two values: zero for equal ones, symmetric, never negative
   */
  record Own(String name, DoubleBinaryOperator squared) implements Distance {}
}
