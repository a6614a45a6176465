package org.touchstone.statistics.consensus;

import static org.touchstone.statistics.BetaDistribution.digamma;
import static org.touchstone.statistics.BetaDistribution.logGamma;

/** Dirichlet beliefs over rows that lie in one array with a stride. */
final class Dirichlets {
  private Dirichlets() {}

  /**
   * Writes the expected logarithms of the shares and answers the divergence KL(posterior || prior).
   *
   * @param counts what was observed, at {@code from + x * stride}
   * @param prior the prior's parameters
   * @param logs receives E[log share] at the same places
   */
  static double expectedLogs(double[] counts, int from, int stride, double[] prior, double[] logs) {
    double sum = 0;
    double priorSum = 0;
    for (int x = 0; x < prior.length; x++) {
      sum += counts[from + x * stride] + prior[x];
      priorSum += prior[x];
    }
    double all = digamma(sum);
    double divergence = logGamma(sum) - logGamma(priorSum);
    for (int x = 0; x < prior.length; x++) {
      double count = counts[from + x * stride];
      double log = digamma(count + prior[x]) - all;
      logs[from + x * stride] = log;
      divergence += logGamma(prior[x]) - logGamma(count + prior[x]) + count * log;
    }
    return divergence;
  }
}
