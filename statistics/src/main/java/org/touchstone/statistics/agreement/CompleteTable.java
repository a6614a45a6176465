package org.touchstone.statistics.agreement;

import java.util.Arrays;

/** The items that all raters judged, as a rectangle of values with one column a rater. */
final class CompleteTable {
  private final double[][] value;
  private final int columns;

  private CompleteTable(double[][] value, int columns) {
    this.value = value;
    this.columns = columns;
  }

  static CompleteTable of(Judgments judgments) {
    int widest = 0;
    double[][] rows = new double[judgments.items()][];
    int kept = 0;
    for (int i = 0; i < judgments.items(); i++) {
      widest = Math.max(widest, judgments.start(i + 1) - judgments.start(i));
      double[] row = byRater(judgments, i);
      if (row != null) rows[kept++] = row;
    }
    return new CompleteTable(Arrays.copyOf(rows, kept), widest < 2 ? widest : judgments.raters());
  }

  int rows() {
    return value.length;
  }

  int columns() {
    return columns;
  }

  /** The mean squares of the analysis of variance. */
  record MeanSquares(double items, double raters, double residual) {}

  MeanSquares meanSquares() {
    int n = value.length;
    double grand = 0;
    double[] rowMean = new double[n];
    double[] columnMean = new double[columns];
    for (int i = 0; i < n; i++) {
      for (int r = 0; r < columns; r++) {
        rowMean[i] += value[i][r] / columns;
        columnMean[r] += value[i][r] / n;
      }
      grand += rowMean[i] / n;
    }
    double items = 0;
    double raters = 0;
    double residual = 0;
    for (double mean : rowMean) items += columns * (mean - grand) * (mean - grand);
    for (double mean : columnMean) raters += n * (mean - grand) * (mean - grand);
    for (int i = 0; i < n; i++) {
      for (int r = 0; r < columns; r++) {
        double off = value[i][r] - rowMean[i];
        double rest = off - columnMean[r] + grand;
        residual += rest * rest;
      }
    }
    return new MeanSquares(items / (n - 1), raters / (columns - 1), residual / ((n - 1.0) * (columns - 1)));
  }

  private static double[] byRater(Judgments judgments, int item) {
    double[] row = new double[judgments.raters()];
    Arrays.fill(row, Double.NaN);
    for (int j = judgments.start(item); j < judgments.start(item
        + 1); j++) row[judgments.rater(j)] = judgments.value(j);
    for (double v : row) if (Double.isNaN(v)) return null;
    return row;
  }
}
