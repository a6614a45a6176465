package org.touchstone.statistics.preference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.touchstone.statistics.Bootstrap;
import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.Interval;
import org.touchstone.statistics.Patience;
import org.touchstone.statistics.Progress;
import org.touchstone.statistics.Provenance;
import org.touchstone.statistics.chance.Quantiles;

/** Ratings of methods that are a plain function of the pair counts, alone or with the intervals of resampled counts. */
final class Resampled {
  /** One figure a contestant. */
  interface Figures {
    double[] of(PairCounts counts, Progress progress);
  }

  static final String STOPPED = "Stopped before the ratings came to rest.";

  private Resampled() {}

  static Ratings rate(String method, Map<String, String> settings, Comparisons comparisons, Figures figures, Progress progress) {
    var patience = new Patience(progress);
    PairCounts counts = comparisons.counts();
    double[] point = figures.of(counts, patience);
    return new Ratings(comparisons.contestantNames(), estimates(point, counts.meetings(), new double[0][], 0, null),
        patience.isOver() ? STOPPED : "", Provenance.of(method, settings, comparisons.size()));
  }

  static Ratings rate(String method, Map<String, String> settings, Comparisons comparisons, Figures figures, Bootstrap bootstrap) {
    var patience = new Patience(bootstrap.progress());
    PairCounts counts = comparisons.counts();
    double[][] replicates = new double[bootstrap.rounds()][];
    double[] point = figures.of(counts, patience.inside(0, replicates.length));
    String remark = patience.isOver() ? STOPPED : "";
    int drawn = 0;
    var resampler = counts.resampler();
    while (drawn < replicates.length && !patience.isOver()) {
      double[] replicate = figures.of(resampler.draw(bootstrap.random()), patience.inside(drawn, replicates.length));
      if (patience.isOver()) break;
      replicates[drawn++] = replicate;
      patience.report(drawn, replicates.length);
    }
    var provenance = Provenance.of(method, settings, comparisons.size())
        .with(Map.of("bootstrap", Integer.toString(drawn), "coverage", Double.toString(bootstrap.level())));
    return new Ratings(comparisons.contestantNames(), estimates(point, counts.meetings(), replicates, drawn, bootstrap), remark, provenance);
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
