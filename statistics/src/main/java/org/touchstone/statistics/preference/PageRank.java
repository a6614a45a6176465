package org.touchstone.statistics.preference;

import java.util.Arrays;
import java.util.Map;
import org.touchstone.statistics.Bootstrap;
import org.touchstone.statistics.Progress;

/**
 * PageRank on the graph in which every loser points to who beat it, a tie counting half each way: the share of time
 * spent at a contestant by a walk that follows a win back with probability 0.85 and else starts anywhere. It rewards
 * beating those who beat many, but has no model of chance behind it and its figures are no odds.
 */
public record PageRank() implements RatingMethod {
  private static final double DAMPING = 0.85;
  private static final int MOST_ROUNDS = 1000;

  @Override
  public String name() {
    return "pagerank";
  }

  @Override
  public Ratings rate(Comparisons comparisons, Progress progress) {
    return Resampled.rate(name(), settings(), comparisons, PageRank::walk, progress);
  }

  @Override
  public Ratings rate(Comparisons comparisons, Bootstrap bootstrap) {
    return Resampled.rate(name(), settings(), comparisons, PageRank::walk, bootstrap);
  }

  private static Map<String, String> settings() {
    return Map.of("damping", Double.toString(DAMPING));
  }

  private static double[] walk(PairCounts counts, Progress progress) {
    PairCounts halved = counts.tiesHalved();
    int k = counts.contestants;
    double[] lost = new double[k];
    for (int p = 0; p < halved.pairs(); p++) {
      lost[halved.first[p]] += halved.cells[3 * p + 1];
      lost[halved.second[p]] += halved.cells[3 * p];
    }
    double[] at = new double[k];
    Arrays.fill(at, 1.0 / k);
    double change = 1;
    boolean goOn = true;
    for (int round = 1; round <= MOST_ROUNDS && change > 1e-14 && goOn; round++) {
      double[] next = new double[k];
      double loose = 0;
      for (int c = 0; c < k; c++) if (lost[c] == 0) loose += at[c];
      Arrays.fill(next, (1 - DAMPING + DAMPING * loose) / k);
      for (int p = 0; p < halved.pairs(); p++) {
        int a = halved.first[p];
        int b = halved.second[p];
        if (lost[b] > 0) next[a] += DAMPING * at[b] * halved.cells[3 * p] / lost[b];
        if (lost[a] > 0) next[b] += DAMPING * at[a] * halved.cells[3 * p + 1] / lost[a];
      }
      change = 0;
      for (int c = 0; c < k; c++) change += Math.abs(next[c] - at[c]);
      at = next;
      goOn = progress.report(round, MOST_ROUNDS);
    }
    return at;
  }
}
