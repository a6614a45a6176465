package org.touchstone.statistics.agreement;

/** How much credit two different values earn together: 1 for the same, less the further apart they lie. */
public enum Weighting {
  /** All or nothing. */
  IDENTITY,
  /** Falls with the difference of the values. */
  LINEAR,
  /** Falls with the squared difference of the values. */
  QUADRATIC,
  /** Falls with the number of pairs of ranks between the two: for ordered categories without a measure. */
  ORDINAL;

  /** The weights of every pair of codes that occur. */
  double[][] matrix(Judgments judgments) {
    int q = judgments.codes();
    double[][] weight = new double[q][q];
    double range = q < 2 ? 1 : judgments.valueOf(q - 1) - judgments.valueOf(0);
    for (int a = 0; a < q; a++) {
      for (int b = 0; b < q; b++) {
        double apart = Math.abs(judgments.valueOf(a) - judgments.valueOf(b)) / range;
        double between = Math.abs(a - b) + 1;
        weight[a][b] = switch (this) {
          case IDENTITY -> a == b ? 1 : 0;
          case LINEAR -> 1 - apart;
          case QUADRATIC -> 1 - apart * apart;
          case ORDINAL -> a == b ? 1 : 1 - between * (between - 1) / ((double) q * (q - 1));
        };
      }
    }
    return weight;
  }
}
