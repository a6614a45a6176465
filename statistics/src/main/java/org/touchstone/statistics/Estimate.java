package org.touchstone.statistics;

import java.util.Optional;

/** A figure that is either known, with its sample size and interval where one exists, or undefined for a stated reason. */
public sealed interface Estimate {

  /**
   * @param value the point estimate, always finite
   * @param n how many observations it rests on
   * @param interval its uncertainty, empty where the method gives none
   */
  record Known(double value, long n, Optional<Interval> interval) implements Estimate {
    public Known {
      if (!Double.isFinite(value)) throw new IllegalArgumentException("a known estimate is finite, got " + value);
    }
  }

  /** @param because one plain sentence a person can act on */
  record Undefined(String because) implements Estimate {}

  static Estimate of(double value, long n) {
    return new Known(value, n, Optional.empty());
  }

  static Estimate of(double value, long n, Interval interval) {
    return new Known(value, n, Optional.of(interval));
  }

  static Estimate undefined(String because) {
    return new Undefined(because);
  }

  default boolean isKnown() {
    return this instanceof Known;
  }

  default Optional<Known> known() {
    return this instanceof Known known ? Optional.of(known) : Optional.empty();
  }
}
