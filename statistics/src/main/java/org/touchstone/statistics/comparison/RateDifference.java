package org.touchstone.statistics.comparison;

import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.Interval;

/** The difference of two rates of separate groups, with Newcombe's (1998) hybrid of their score intervals. */
public final class RateDifference {
  private RateDifference() {}

  public static Estimate of(long firstSuccesses, long firstSize, long secondSuccesses, long secondSize) {
    var wilson = WilsonInterval.at95();
    if (!(wilson.of(firstSuccesses, firstSize) instanceof Estimate.Known first)
        || !(wilson.of(secondSuccesses, secondSize) instanceof Estimate.Known second)) {
      return Estimate.undefined("One of the groups is empty, so there is no difference to state.");
    }
    Interval a = first.interval().orElseThrow();
    Interval b = second.interval().orElseThrow();
    double difference = first.value() - second.value();
    double down = Math.hypot(first.value() - a.low(), b.high() - second.value());
    double up = Math.hypot(a.high() - first.value(), second.value() - b.low());
    return Estimate.of(difference, firstSize + secondSize, new Interval(difference - down, difference + up,
        wilson.level()));
  }
}
