package org.touchstone.statistics.consensus;

import java.util.Arrays;

/**
 * What is believed of a few items, state by state: first logarithms, then probabilities.
 *
 * <p>Each step is a plain loop over the items, which the compiler does for several items at a time.
 */
final class Block {
  static final int SIZE = 512;

  final double[][] state;

  private final double[] top = new double[SIZE];
  private final double[] total = new double[SIZE];

  Block(int states) {
    state = new double[states][SIZE];
  }

  /** Takes n items' probabilities from rows of states; 0 comes back. */
  double read(double[] rows, int fromItem, int n) {
    for (int s = 0; s < state.length; s++) {
      double[] p = state[s];
      for (int i = 0; i < n; i++) p[i] = rows[(fromItem + i) * state.length + s];
    }
    return 0;
  }

  void write(double[] rows, int fromItem, int n) {
    for (int s = 0; s < state.length; s++) {
      double[] p = state[s];
      for (int i = 0; i < n; i++) rows[(fromItem + i) * state.length + s] = p[i];
    }
  }

  /** Adds the probabilities of n items to the sums of the states. */
  void addUp(int n, double[] sums) {
    for (int s = 0; s < state.length; s++) {
      double[] p = state[s];
      double sum = 0;
      for (int i = 0; i < n; i++) sum += p[i];
      sums[s] += sum;
    }
  }

  /** Turns logarithms into probabilities that sum to 1; the sum over items of the logarithm of what they summed to comes back. */
  double normalise(int n) {
    if (state.length == 2) return normaliseTwo(state[0], state[1], n);
    System.arraycopy(state[0], 0, top, 0, n);
    for (int s = 1; s < state.length; s++) raise(top, state[s], n);
    Arrays.fill(total, 0, n, 0);
    for (double[] p : state) {
      subtract(p, top, n);
      Exponentials.replace(p, n);
      add(total, p, n);
    }
    double log = logOfProduct(n);
    for (int i = 0; i < n; i++) total[i] = 1 / total[i];
    for (double[] p : state) multiply(p, total, n);
    return log;
  }

  /** For two states one exponential an item is enough: that of the distance. */
  private double normaliseTwo(double[] first, double[] second, int n) {
    for (int i = 0; i < n; i++) {
      top[i] = Math.max(first[i], second[i]);
      second[i] -= first[i];
      first[i] = -Math.abs(second[i]);
    }
    Exponentials.replace(first, n);
    for (int i = 0; i < n; i++) total[i] = 1 + first[i];
    for (int i = 0; i < n; i++) {
      double likely = 1 / total[i];
      double p = second[i] >= 0 ? likely : first[i] * likely;
      first[i] = second[i] >= 0 ? first[i] * likely : likely;
      second[i] = p;
    }
    return logOfProduct(n);
  }

  private double logOfProduct(int n) {
    double sum = 0;
    double product = 1;
    for (int i = 0; i < n; i++) {
      sum += top[i];
      product *= total[i];
      if (product > 1e200) {
        sum += Math.log(product);
        product = 1;
      }
    }
    return sum + Math.log(product);
  }

  private static void raise(double[] top, double[] x, int n) {
    for (int i = 0; i < n; i++) top[i] = Math.max(top[i], x[i]);
  }

  private static void subtract(double[] x, double[] y, int n) {
    for (int i = 0; i < n; i++) x[i] -= y[i];
  }

  private static void add(double[] sum, double[] x, int n) {
    for (int i = 0; i < n; i++) sum[i] += x[i];
  }

  private static void multiply(double[] x, double[] y, int n) {
    for (int i = 0; i < n; i++) x[i] *= y[i];
  }
}
