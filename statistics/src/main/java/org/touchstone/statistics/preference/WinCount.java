package org.touchstone.statistics.preference;

import org.touchstone.statistics.Bootstrap;

/** How many comparisons were won, a tie counting half: fair only where all contestants met as often. */
public record WinCount() implements RatingMethod {
  @Override
  public String name() {
    return "counting";
  }

  @Override
  public Ratings rate(Comparisons comparisons) {
    return rate(comparisons, null);
  }

  @Override
  public Ratings rate(Comparisons comparisons, Bootstrap bootstrap) {
    return Resampled.rate(name(), comparisons, WinCount::wins, bootstrap);
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
