package org.touchstone.statistics.preference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.touchstone.statistics.Bootstrap;
import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.Interval;
import org.touchstone.statistics.Provenance;
import org.touchstone.statistics.chance.Quantiles;

/** Ratings of methods that are a plain function of the pair counts, alone or with the intervals of resampled counts. */
final class Resampled {
  /** One figure a contestant. */
  interface Figures {
    double[] of(PairCounts counts);
  }

  private Resampled() {}

  static Ratings rate(String method, Comparisons comparisons, Figures figures, Bootstrap bootstrap) {
    return rate(method, Map.of(), comparisons, figures, bootstrap);
  }

  static Ratings rate(String method, Map<String, String> settings, Comparisons comparisons, Figures figures, Bootstrap bootstrap) {
    PairCounts counts = comparisons.counts();
    double[] point = figures.of(counts);
    double[][] replicates = new double[bootstrap == null ? 0 : bootstrap.rounds()][];
    int drawn = 0;
    var resampler = counts.resampler();
    while (drawn < replicates.length) {
      replicates[drawn++] = figures.of(resampler.draw(bootstrap.random()));
      if (!bootstrap.progress().report(drawn, replicates.length)) break;
    }
    var provenance = Provenance.of(method, settings, comparisons.size());
    if (bootstrap != null) {
      provenance = provenance.with(Map.of("bootstrap", Integer.toString(drawn), "coverage", Double.toString(bootstrap.level())));
    }
    return new Ratings(comparisons.contestantNames(), estimates(point, counts.meetings(), replicates, drawn,
        bootstrap), "", provenance);
  }

  static List<Estimate> estimates(double[] point, double[] meetings, double[][] replicates, int drawn,
      Bootstrap bootstrap) {
    List<Estimate> values = new ArrayList<>(point.length);
    double[] column = new double[drawn];
    for (int c = 0; c < point.length; c++) {
      if (meetings[c] == 0) {
        values.add(Estimate.undefined("It was never compared with anything."));
        continue;
      }
      for (int r = 0; r < drawn; r++) column[r] = replicates[r][c];
      var interval = drawn == 0 ? Optional.<Interval>empty()
          : Quantiles.percentile(column, drawn, bootstrap.level());
      values.add(new Estimate.Known(point[c], Math.round(meetings[c]), interval));
    }
    return values;
  }
}
