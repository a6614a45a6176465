package org.touchstone.statistics.preference;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.Names;
import org.touchstone.statistics.Provenance;

/**
 * One figure a contestant, the higher the better, with its interval.
 *
 * @param contestants their names
 * @param values by contestant; undefined for those never compared
 * @param remark what a reader must know, one sentence; empty if nothing
 * @param provenance method, settings, version and number of comparisons
 */
public record Ratings(Names contestants, List<Estimate> values, String remark, Provenance provenance) {
  public Ratings {
    values = List.copyOf(values);
  }

  public Estimate of(int contestant) {
    return values.get(contestant);
  }

  /** The known estimate's value, or NaN; for sorting and sums, never for show. */
  double value(int contestant) {
    return values.get(contestant) instanceof Estimate.Known known ? known.value() : Double.NaN;
  }

  /** Contestants from the best to the worst, those without a figure last; equals by name. */
  public List<Integer> inOrder() {
    Comparator<Integer> best = Comparator.comparingDouble(c -> Double.isNaN(value(c)) ? Double.MAX_VALUE : -value(c));
    return IntStream.range(0, values.size()).boxed().sorted(best.thenComparing(contestants::name)).toList();
  }

  /**
   * One more than the number of contestants that are surely better, that is whose interval lies wholly above this
   * one's: several may share a place. Without intervals the plain place.
   */
  public int place(int contestant) {
    if (!(values.get(contestant) instanceof Estimate.Known own)) return values.size();
    double high = own.interval().map(i -> i.high()).orElse(own.value());
    int better = 0;
    for (Estimate value : values) {
      if (value instanceof Estimate.Known other && other.interval().map(i -> i.low())
          .orElse(other.value()) > high) better++;
    }
    return 1 + better;
  }
}
