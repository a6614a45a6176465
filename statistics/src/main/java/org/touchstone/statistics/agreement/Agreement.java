package org.touchstone.statistics.agreement;

import java.util.Map;
import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.Provenance;
import org.touchstone.statistics.chance.Quantiles;

/**
 * A coefficient with its interval, and what it rests on.
 *
 * @param value the coefficient, or why there is none
 * @param items how many items at least two raters judged
 * @param judgments how many judgments these items hold
 * @param provenance method, settings, version and the number of judgments read
 */
public record Agreement(Estimate value, long items, long judgments, Provenance provenance) {
  /** The same known value with the percentile interval of these replicates, of which the provenance tells how many they were. */
  Agreement with(double[] replicates, double level) {
    var known = value.known().orElseThrow();
    var interval = Quantiles.percentile(replicates, replicates.length, level);
    return new Agreement(new Estimate.Known(known.value(), known.n(), interval), items, judgments, provenance.with(Map.of(
        "bootstrap", Integer.toString(replicates.length), "coverage", Double.toString(level))));
  }
}
