package org.touchstone.statistics.preference;

/** The inverse of a symmetric positive definite matrix. */
final class Cholesky {
  private Cholesky() {}

  /** Null where the matrix is not positive definite in this arithmetic. */
  static double[][] inverse(double[][] matrix) {
    int n = matrix.length;
    double[][] lower = new double[n][];
    for (int i = 0; i < n; i++) {
      lower[i] = new double[i + 1];
      for (int j = 0; j <= i; j++) {
        double sum = matrix[i][j];
        for (int m = 0; m < j; m++) sum -= lower[i][m] * lower[j][m];
        if (i == j && !(sum > 1e-13 * Math.abs(matrix[i][i]))) return null;
        lower[i][j] = i == j ? Math.sqrt(sum) : sum / lower[j][j];
      }
    }
    double[][] inverse = new double[n][n];
    double[] y = new double[n];
    for (int column = 0; column < n; column++) {
      for (int i = column; i < n; i++) {
        double sum = i == column ? 1 : 0;
        for (int m = column; m < i; m++) sum -= lower[i][m] * y[m];
        y[i] = sum / lower[i][i];
      }
      for (int i = n - 1; i >= column; i--) {
        double sum = y[i];
        for (int m = i + 1; m < n; m++) sum -= lower[m][i] * inverse[m][column];
        inverse[i][column] = sum / lower[i][i];
      }
      for (int i = column; i < n; i++) inverse[column][i] = inverse[i][column];
    }
    return inverse;
  }
}
