package org.touchstone.statistics.preference;

/**
 * The robust covariance A⁻¹ B A⁻¹ of fitted log strengths, which stays right where the model of the outcomes is not.
 */
final class Sandwich {
  private Sandwich() {}

  /**
   * Null where the data leave some direction open. The common shift of all strengths, which they cannot tell, is
   * fixed.
   */
  static double[][] covariance(PairCounts counts, Ties ties, double prior, double[] at) {
    int k = counts.contestants;
    var pair = new PairLikelihood(ties);
    double[][] bread = new double[k + 1][k + 1];
    double[][] filling = new double[k + 1][k + 1];
    for (int p = 0; p < counts.pairs(); p++) {
      int a = counts.first[p];
      int b = counts.second[p];
      pair.at(at[a] - at[b], at[k], counts.cells[3 * p], counts.cells[3 * p + 1], counts.cells[3 * p + 2]);
      double dd = 0;
      double dt = 0;
      double tt = 0;
      for (int o = 0; o < 3; o++) {
        double n = counts.cells[3 * p + o];
        dd += n * pair.scoreD[o] * pair.scoreD[o];
        dt += n * pair.scoreD[o] * pair.scoreT[o];
        tt += n * pair.scoreT[o] * pair.scoreT[o];
      }
      add(bread, a, b, k, -pair.byDD, -pair.byDT, -pair.byTT);
      add(filling, a, b, k, dd, dt, tt);
    }
    if (!pair.hasTieParameter()) bread[k][k] = 1;
    return covariance(bread, filling, counts.meetings(), at, prior, counts.total());
  }

  /**
   * The same for any model of log strengths that come first among its parameters.
   *
   * @param bread the curvature of the negative log-likelihood; changed
   * @param filling the sum of the squared scores
   * @param total how many outcomes there were, which sets the scale of the curvature lent to the common shift
   */
  static double[][] covariance(double[][] bread, double[][] filling, double[] meetings, double[] at, double prior,
      double total) {
    int k = meetings.length;
    for (int c = 0; c < k; c++) {
      double p = PairLikelihood.logistic(at[c]);
      bread[c][c] += meetings[c] == 0 ? 1 : prior * p * (1 - p);
    }
    for (int a = 0; prior == 0 && a < k; a++) {
      for (int b = 0; b < k; b++) if (meetings[a] * meetings[b] > 0) bread[a][b] += total / ((double) k * k);
    }
    double[][] inverse = Cholesky.inverse(bread);
    return inverse == null ? null : product(product(inverse, filling), inverse);
  }

  private static void add(double[][] matrix, int a, int b, int k, double dd, double dt, double tt) {
    matrix[a][a] += dd;
    matrix[b][b] += dd;
    matrix[a][b] -= dd;
    matrix[b][a] -= dd;
    matrix[a][k] += dt;
    matrix[k][a] += dt;
    matrix[b][k] -= dt;
    matrix[k][b] -= dt;
    matrix[k][k] += tt;
  }

  private static double[][] product(double[][] x, double[][] y) {
    int n = x.length;
    double[][] z = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int m = 0; m < n; m++) {
        double factor = x[i][m];
        if (factor == 0) continue;
        double[] row = y[m];
        for (int j = 0; j < n; j++) z[i][j] += factor * row[j];
      }
    }
    return z;
  }
}
