package org.touchstone.statistics.preference;

import java.util.Map;
import org.touchstone.statistics.Bootstrap;
import org.touchstone.statistics.Progress;

/** How many comparisons were won, a tie counting half: fair only where all contestants met as often. */
public record WinCount() implements RatingMethod {
  @Override
  public String name() {
    return "counting";
  }

  @Override
  public Ratings rate(Comparisons comparisons, Progress progress) {
    var ratings = Resampled.rate(name(), Map.of(), comparisons, (counts, silent) -> wins(counts), Progress.SILENT);
    progress.report(1, 1);
    return ratings;
  }

  @Override
  public Ratings rate(Comparisons comparisons, Bootstrap bootstrap) {
    return Resampled.rate(name(), Map.of(), comparisons, (counts, silent) -> wins(counts), bootstrap);
  }

  private static double[] wins(PairCounts counts) {
    double[] wins = new double[counts.contestants];
    for (int p = 0; p < counts.pairs(); p++) {
      wins[counts.first[p]] += counts.cells[3 * p] + counts.cells[3 * p + 2] / 2;
      wins[counts.second[p]] += counts.cells[3 * p + 1] + counts.cells[3 * p + 2] / 2;
    }
    return wins;
  }
}
