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

  /** Writes for n items the sums of their judgments' logarithms and the prior's, state by state. */
  void gather(double[] logPrior, double[][] logs, int fromItem, int n) {
    double[] d = difference;
    if (logs.length > 0) Arrays.fill(logs[0], 0, n, logPrior[0]);
    switch (width) {
      case 1 -> {
        double[] first = logs[1];
        for (int i = 0; i < n; i++) {
          double a = logPrior[1];
          for (int j = table.from(fromItem + i), to = table.to(fromItem + i); j < to; j++) {
            int at = table.cell(j);
            a += d[at];
          }
          first[i] = a;
        }
      }
      case 2 -> {
        double[] first = logs[1];
        double[] second = logs[2];
        for (int i = 0; i < n; i++) {
          double a = logPrior[1];
          double b = logPrior[2];
          for (int j = table.from(fromItem + i), to = table.to(fromItem + i); j < to; j++) {
            int at = table.cell(j) * 2;
            a += d[at];
            b += d[at + 1];
          }
          first[i] = a;
          second[i] = b;
        }
      }
      case 3 -> {
        double[] first = logs[1];
        double[] second = logs[2];
        double[] third = logs[3];
        for (int i = 0; i < n; i++) {
          double a = logPrior[1];
          double b = logPrior[2];
          double c = logPrior[3];
          for (int j = table.from(fromItem + i), to = table.to(fromItem + i); j < to; j++) {
            int at = table.cell(j) * 3;
            a += d[at];
            b += d[at + 1];
            c += d[at + 2];
          }
          first[i] = a;
          second[i] = b;
          third[i] = c;
        }
      }
      case 4 -> {
        double[] first = logs[1];
        double[] second = logs[2];
        double[] third = logs[3];
        double[] fourth = logs[4];
        for (int i = 0; i < n; i++) {
          double a = logPrior[1];
          double b = logPrior[2];
          double c = logPrior[3];
          double e = logPrior[4];
          for (int j = table.from(fromItem + i), to = table.to(fromItem + i); j < to; j++) {
            int at = table.cell(j) * 4;
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
      default -> {
        for (int s = 0; s < width; s++) Arrays.fill(logs[s + 1], 0, n, logPrior[s + 1]);
        for (int i = 0; i < n; i++) {
          for (int j = table.from(fromItem + i), to = table.to(fromItem + i); j < to; j++) {
            int at = table.cell(j) * width;
            for (int s = 0; s < width; s++) logs[s + 1][i] += d[at + s];
          }
        }
      }
    }
  }

  /** Adds n items' posteriors, state by state, to the sums of their judgments' cells. */
  void scatter(int chunk, double[][] posteriors, int fromItem, int n) {
    double[] sum = sums[chunk];
    switch (width) {
      case 1 -> {
        double[] first = posteriors[1];
        for (int i = 0; i < n; i++) {
          double a = first[i];
          for (int j = table.from(fromItem + i), to = table.to(fromItem + i); j < to; j++) {
            int at = table.cell(j);
            sum[at] += a;
          }
        }
      }
      case 2 -> {
        double[] first = posteriors[1];
        double[] second = posteriors[2];
        for (int i = 0; i < n; i++) {
          double a = first[i];
          double b = second[i];
          for (int j = table.from(fromItem + i), to = table.to(fromItem + i); j < to; j++) {
            int at = table.cell(j) * 2;
            sum[at] += a;
            sum[at + 1] += b;
          }
        }
      }
      case 3 -> {
        double[] first = posteriors[1];
        double[] second = posteriors[2];
        double[] third = posteriors[3];
        for (int i = 0; i < n; i++) {
          double a = first[i];
          double b = second[i];
          double c = third[i];
          for (int j = table.from(fromItem + i), to = table.to(fromItem + i); j < to; j++) {
            int at = table.cell(j) * 3;
            sum[at] += a;
            sum[at + 1] += b;
            sum[at + 2] += c;
          }
        }
      }
      case 4 -> {
        double[] first = posteriors[1];
        double[] second = posteriors[2];
        double[] third = posteriors[3];
        double[] fourth = posteriors[4];
        for (int i = 0; i < n; i++) {
          double a = first[i];
          double b = second[i];
          double c = third[i];
          double e = fourth[i];
          for (int j = table.from(fromItem + i), to = table.to(fromItem + i); j < to; j++) {
            int at = table.cell(j) * 4;
            sum[at] += a;
            sum[at + 1] += b;
            sum[at + 2] += c;
            sum[at + 3] += e;
          }
        }
      }
      default -> {
        for (int i = 0; i < n; i++) {
          for (int j = table.from(fromItem + i), to = table.to(fromItem + i); j < to; j++) {
            int at = table.cell(j) * width;
            for (int s = 0; s < width; s++) sum[at + s] += posteriors[s + 1][i];
          }
        }
      }
    }
  }
}
