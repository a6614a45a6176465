package org.touchstone.statistics;

/**
 * A closed interval {@code [low, high]} that covers the true value with probability {@code level}.
 *
 * @param low lower end, never NaN
 * @param high upper end, never below {@code low}
 * @param level nominal coverage, in (0, 1), for instance 0.95
 */
public record Interval(double low, double high, double level) {
  public Interval {
    if (!(low <= high)) throw new IllegalArgumentException("an interval needs low <= high, got " + low + " and " + high);
    if (!(level > 0 && level < 1)) throw new IllegalArgumentException("a level lies strictly between 0 and 1, got " + level);
  }

  /** Whether the whole interval lies below the value: the only ground on which a gate may restrict anybody. */
  public boolean isBelow(double value) {
    return high < value;
  }

  /** Whether the whole interval lies above the value. */
  public boolean isAbove(double value) {
    return low > value;
  }

  public boolean contains(double value) {
    return low <= value && value <= high;
  }
}
