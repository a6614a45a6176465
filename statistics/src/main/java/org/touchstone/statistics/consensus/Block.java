package org.touchstone.statistics.consensus;

import java.util.Arrays;
import org.touchstone.statistics.LabelTable;

/**
 * What is believed of a few items, state by state: first logarithms, then probabilities.
 *
 * <p>Each step is a plain loop over the items, which the compiler does for several items at a time.
 */
final class Block {
  static final int SIZE = 256;

  final double[][] state;

  /** The cells of the items' judgments, one item after another, and where each item's begin and the last item's end. */
  int[] cell = new int[8 * SIZE];
  final int[] from = new int[SIZE + 1];

  private final double[] top = new double[SIZE];
  private final double[] total = new double[SIZE];

  Block(int states) {
    state = new double[states][SIZE];
  }

  /** Takes n items' judgments from the table. */
  void open(LabelTable table, int fromItem, int n) {
    int first = table.from(fromItem);
    for (int i = 0; i < n; i++) from[i + 1] = table.to(fromItem + i) - first;
    int size = from[n];
    if (size > cell.length) cell = new int[(int) Math.min(Integer.MAX_VALUE - 8, 2L * size)];
    table.cells(first, first + size, cell);
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
    for (int s = 0; s < state.length; s++) sums[s] += sum(state[s], n);
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

  /** For two states one exponential an item is enough, that of the distance x: the second has e^x / (1 + e^x). */
  private double normaliseTwo(double[] first, double[] second, int n) {
    for (int i = 0; i < n; i++) {
      double x = second[i] - first[i];
      top[i] = Math.max(first[i], second[i] - Exponentials.MOST);
      first[i] = x;
    }
    Exponentials.replace(first, n);
    for (int i = 0; i < n; i++) {
      double sum = 1 + first[i];
      total[i] = sum;
      second[i] = first[i] / sum;
      first[i] = 1 / sum;
    }
    return logOfProduct(n);
  }

  /** The sum of {@link #top} and of the logarithms of {@link #total}, of which only products are taken. */
  private double logOfProduct(int n) {
    double log = sum(top, n);
    double a = 1;
    double b = 1;
    double c = 1;
    double d = 1;
    int i = 0;
    while (i + 3 < n) {
      for (int to = Math.min(n, i + 32); i + 3 < to; i += 4) {
        a *= total[i];
        b *= total[i + 1];
        c *= total[i + 2];
        d *= total[i + 3];
      }
      if (Math.max(Math.max(a, b), Math.max(c, d)) > 1e50) {
        log += Math.log(a) + Math.log(b) + Math.log(c) + Math.log(d);
        a = b = c = d = 1;
      }
    }
    for (; i < n; i++) a *= total[i];
    return log + Math.log(a) + Math.log(b) + Math.log(c) + Math.log(d);
  }

  /** Four sums side by side: one alone waits for each addition. */
  private static double sum(double[] x, int n) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int i = 0;
    for (; i + 3 < n; i += 4) {
      a += x[i];
      b += x[i + 1];
      c += x[i + 2];
      d += x[i + 3];
    }
    for (; i < n; i++) a += x[i];
    return a + b + (c + d);
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
