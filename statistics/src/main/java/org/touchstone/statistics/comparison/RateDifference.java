package org.touchstone.statistics.comparison;

import java.util.Map;
import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.Figure;
import org.touchstone.statistics.Interval;
import org.touchstone.statistics.Provenance;

/**
 * The difference of two rates of separate groups, with Newcombe's (1998) hybrid of their score intervals.
 *
 * @param level nominal coverage, in (0, 1)
 */
public record RateDifference(double level) {
  public RateDifference {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("a level lies strictly between 0 and 1, got " + level);
    }
  }

  public static RateDifference at95() {
    return new RateDifference(0.95);
  }

  public Figure of(long firstSuccesses, long firstSize, long secondSuccesses, long secondSize) {
    return new Figure(estimate(firstSuccesses, firstSize, secondSuccesses, secondSize),
        Provenance.of("newcombe-difference", Map.of("coverage", Double.toString(level)), firstSize + secondSize));
  }

  private Estimate estimate(long firstSuccesses, long firstSize, long secondSuccesses, long secondSize) {
    var wilson = new WilsonInterval(level);
    if (!(wilson.of(firstSuccesses, firstSize).value() instanceof Estimate.Known first)
        || !(wilson.of(secondSuccesses, secondSize).value() instanceof Estimate.Known second)) {
      return Estimate.undefined("One of the groups is empty, so there is no difference to state.");
    }
    Interval a = first.interval().orElseThrow();
    Interval b = second.interval().orElseThrow();
    double difference = first.value() - second.value();
    double down = Math.hypot(first.value() - a.low(), b.high() - second.value());
    double up = Math.hypot(a.high() - first.value(), second.value() - b.low());
    return Estimate.of(difference, firstSize + secondSize, new Interval(difference - down, difference + up, level));
  }
}
