package org.touchstone.statistics.consensus;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.touchstone.statistics.LabelTable;

/**
 * The raters' tables as a {@link Sweep} reads and writes them: for each cell and each state but the first, the difference of
 * the logarithm from the first state's, and sums of posteriors, one set a chunk.
 *
 * <p>A judgment costs one row read and one row written, at a place that cannot be foretold. So rows are kept as short as can
 * be, and their loops are written out for the usual widths: a loop of three costs more than its body.
 */
final class Cells {
  private final LabelTable table;
  private final int width;
  private final int perRater;
  private final double[] difference;
  private double[][] sums;

  /** @param width one less than the states */
  Cells(LabelTable table, int width) {
    this.table = table;
    this.width = width;
    perRater = table.cellsPerRater();
    difference = new double[Math.multiplyExact(Math.multiplyExact(table.raters(), perRater), width)];
  }

  int size() {
    return difference.length;
  }

  void makeRoom(int chunks) {
    sums = new double[chunks][difference.length];
  }

  void clear(int chunk) {
    Arrays.fill(sums[chunk], 0);
  }

  /** Takes the logarithms over; what the first state alone gives to the log likelihood comes back. */
  double prepare(double[] logTable, int[] cellSize) {
    int labels = table.classes();
    double constant = 0;
    for (int c = 0; c < cellSize.length; c++) {
      int from = c * (width + 1);
      int to = row(c, labels);
      constant += cellSize[c] * logTable[from];
      for (int s = 0; s < width; s++) difference[to + s] = logTable[from + s + 1] - logTable[from];
    }
    return constant;
  }

  /** The sums of all chunks as counts per cell and state. */
  void total(double[] counts, int[] cellSize) {
    int labels = table.classes();
    for (int c = 0; c < cellSize.length; c++) {
      int from = row(c, labels);
      int to = c * (width + 1);
      double first = cellSize[c];
      for (int s = 0; s < width; s++) {
        double sum = 0;
        for (double[] part : sums) sum += part[from + s];
        counts[to + s + 1] = sum;
        first -= sum;
      }
      counts[to] = Math.max(0, first);
    }
  }

  private int row(int cell, int labels) {
    return (cell / labels * perRater + cell % labels) * width;
  }

  /** Writes for a block's n items the sums of their judgments' logarithms and the prior's, state by state. */
  void gather(double[] logPrior, Block block, int n) {
    double[][] logs = block.state;
    if (logs.length > 0) Arrays.fill(logs[0], 0, n, logPrior[0]);
    switch (width) {
      case 0 -> { }
      case 1 -> gather1(difference, logPrior, block.cell, block.from, n, logs[1]);
      case 2 -> gather2(difference, logPrior, block.cell, block.from, n, logs[1], logs[2]);
      case 3 -> gather3(difference, logPrior, block.cell, block.from, n, logs[1], logs[2], logs[3]);
      case 4 -> gather4(difference, logPrior, block.cell, block.from, n, logs[1], logs[2], logs[3], logs[4]);
      default -> gatherMany(difference, logPrior, block.cell, block.from, n, logs);
    }
  }

  private static void gather1(double[] d, double[] prior, int[] cell, int[] from, int n, double[] first) {
    for (int i = 0; i < n; i++) {
      double a = prior[1];
      for (int j = from[i], to = from[i + 1]; j < to; j++) a += d[cell[j]];
      first[i] = a;
    }
  }

  private static void gather2(double[] d, double[] prior, int[] cell, int[] from, int n, double[] first, double[] second) {
    for (int i = 0; i < n; i++) {
      double a = prior[1];
      double b = prior[2];
      for (int j = from[i], to = from[i + 1]; j < to; j++) {
        int at = cell[j] * 2;
        a += d[at];
        b += d[at + 1];
      }
      first[i] = a;
      second[i] = b;
    }
  }

  private static void gather3(double[] d, double[] prior, int[] cell, int[] from, int n, double[] first, double[] second, double[] third) {
    for (int i = 0; i < n; i++) {
      double a = prior[1];
      double b = prior[2];
      double c = prior[3];
      for (int j = from[i], to = from[i + 1]; j < to; j++) {
        int at = cell[j] * 3;
        a += d[at];
        b += d[at + 1];
        c += d[at + 2];
      }
      first[i] = a;
      second[i] = b;
      third[i] = c;
    }
  }

  private static void gather4(double[] d, double[] prior, int[] cell, int[] from, int n, double[] first, double[] second, double[] third,
      double[] fourth) {
    for (int i = 0; i < n; i++) {
      double a = prior[1];
      double b = prior[2];
      double c = prior[3];
      double e = prior[4];
      for (int j = from[i], to = from[i + 1]; j < to; j++) {
        int at = cell[j] * 4;
        a += d[at];
        b += d[at + 1];
        c += d[at + 2];
        e += d[at + 3];
      }
      first[i] = a;
      second[i] = b;
      third[i] = c;
      fourth[i] = e;
    }
  }

  private static void gatherMany(double[] d, double[] prior, int[] cell, int[] from, int n, double[][] logs) {
    int width = logs.length - 1;
    for (int s = 1; s <= width; s++) Arrays.fill(logs[s], 0, n, prior[s]);
    for (int i = 0; i < n; i++) {
      for (int j = from[i], to = from[i + 1]; j < to; j++) {
        int at = cell[j] * width - 1;
        for (int s = 1; s <= width; s++) logs[s][i] += d[at + s];
      }
    }
  }

  /** Adds a block's n posteriors, state by state, to the sums of their judgments' cells. */
  void scatter(int chunk, Block block, int n) {
    double[] sum = sums[chunk];
    double[][] p = block.state;
    switch (width) {
      case 0 -> { }
      case 1 -> scatter1(sum, block.cell, block.from, n, p[1]);
      case 2 -> scatter2(sum, block.cell, block.from, n, p[1], p[2]);
      case 3 -> scatter3(sum, block.cell, block.from, n, p[1], p[2], p[3]);
      case 4 -> scatter4(sum, block.cell, block.from, n, p[1], p[2], p[3], p[4]);
      default -> scatterMany(sum, block.cell, block.from, n, p);
    }
  }

  private static void scatter1(double[] sum, int[] cell, int[] from, int n, double[] first) {
    for (int i = 0; i < n; i++) {
      double a = first[i];
      for (int j = from[i], to = from[i + 1]; j < to; j++) sum[cell[j]] += a;
    }
  }

  private static void scatter2(double[] sum, int[] cell, int[] from, int n, double[] first, double[] second) {
    for (int i = 0; i < n; i++) {
      double a = first[i];
      double b = second[i];
      for (int j = from[i], to = from[i + 1]; j < to; j++) {
        int at = cell[j] * 2;
        sum[at] += a;
        sum[at + 1] += b;
      }
    }
  }

  private static void scatter3(double[] sum, int[] cell, int[] from, int n, double[] first, double[] second, double[] third) {
    for (int i = 0; i < n; i++) {
      double a = first[i];
      double b = second[i];
      double c = third[i];
      for (int j = from[i], to = from[i + 1]; j < to; j++) {
        int at = cell[j] * 3;
        sum[at] += a;
        sum[at + 1] += b;
        sum[at + 2] += c;
      }
    }
  }

  private static void scatter4(double[] sum, int[] cell, int[] from, int n, double[] first, double[] second, double[] third, double[] fourth) {
    for (int i = 0; i < n; i++) {
      double a = first[i];
      double b = second[i];
      double c = third[i];
      double e = fourth[i];
      for (int j = from[i], to = from[i + 1]; j < to; j++) {
        int at = cell[j] * 4;
        sum[at] += a;
        sum[at + 1] += b;
        sum[at + 2] += c;
        sum[at + 3] += e;
      }
    }
  }

  private static void scatterMany(double[] sum, int[] cell, int[] from, int n, double[][] posteriors) {
    int width = posteriors.length - 1;
    for (int i = 0; i < n; i++) {
      for (int j = from[i], to = from[i + 1]; j < to; j++) {
        int at = cell[j] * width - 1;
        for (int s = 1; s <= width; s++) sum[at + s] += posteriors[s][i];
      }
    }
  }
}
