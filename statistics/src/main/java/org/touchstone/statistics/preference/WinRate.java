package org.touchstone.statistics.preference;

import java.util.Map;
import org.touchstone.statistics.Bootstrap;
import org.touchstone.statistics.Progress;

/**
 * The share of comparisons won, a tie counting half, averaged over the opponents met so that a contestant gains
 * nothing by meeting a weak one often. Says nothing about how strong the opponents were: use Bradley–Terry where not
 * all met all.
 */
public record WinRate() implements RatingMethod {
  @Override
  public String name() {
    return "win-rate";
  }

  @Override
  public Ratings rate(Comparisons comparisons, Progress progress) {
    var ratings = Resampled.rate(name(), Map.of(), comparisons, (counts, silent) -> rates(counts), Progress.SILENT);
    progress.report(1, 1);
    return ratings;
  }

  @Override
  public Ratings rate(Comparisons comparisons, Bootstrap bootstrap) {
    return Resampled.rate(name(), Map.of(), comparisons, (counts, silent) -> rates(counts), bootstrap);
  }

  private static double[] rates(PairCounts counts) {
    double[] rate = new double[counts.contestants];
    int[] opponents = new int[counts.contestants];
    for (int p = 0; p < counts.pairs(); p++) {
      double n = counts.cells[3 * p] + counts.cells[3 * p + 1] + counts.cells[3 * p + 2];
      if (n == 0) continue;
      double share = (counts.cells[3 * p] + counts.cells[3 * p + 2] / 2) / n;
      rate[counts.first[p]] += share;
      rate[counts.second[p]] += 1 - share;
      opponents[counts.first[p]]++;
      opponents[counts.second[p]]++;
    }
    for (int c = 0; c < rate.length; c++) rate[c] = opponents[c] == 0 ? Double.NaN : rate[c] / opponents[c];
    return rate;
  }
}
