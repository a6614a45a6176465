package org.touchstone.statistics.consensus;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.touchstone.statistics.LabelTable;

/**
 * One pass over all judgments: from what is believed of raters to what is believed of items, and back to sums per rater.
 *
 * <p>Every method whose raters are described by a table p(label | state) is this pass with another step between passes.
 * A <em>cell</em> is a rater and a label, {@code rater * labels + label}; {@code logTable} and {@code counts} hold for each
 * cell one figure per state. The states are the classes, or several sub-types of each class ({@code perClass}).
 *
 * <p>For two states only the difference of the logarithms is gathered and only the second count is scattered, since the
 * first follows from the number of judgments in the cell: one read and one write of 8 bytes a judgment.
 */
final class Sweep {
  private static final int MIN_CHUNK = 100_000;
  private static final int MAX_CHUNKS = 8;
  private static final long MAX_CHUNK_CELLS = 1L << 25;

  /** A logarithm this far below the top adds nothing to a sum in double precision. */
  private static final double NOTHING = -40;

  final LabelTable table;
  final int labels;
  final int states;
  final int perClass;
  final double[] logPrior;
  final double[] logTable;
  final double[] posterior;
  final double[] counts;
  final double[] stateCounts;
  private final Gold gold;
  private final boolean hasGold;
  private final int[] cell;
  private final int[] cellSize;
  private final double[] difference;
  private final int[] chunk;

  Sweep(LabelTable table, int perClass, Gold gold) {
    this.table = table;
    this.labels = table.classes();
    this.perClass = perClass;
    this.states = labels * perClass;
    this.gold = gold;
    this.hasGold = gold.size() > 0;
    int cells = Math.multiplyExact(table.raters(), labels);
    logPrior = new double[states];
    logTable = new double[Math.multiplyExact(cells, states)];
    counts = new double[cells * states];
    stateCounts = new double[states];
    posterior = new double[Math.multiplyExact(table.items(), states)];
    cell = new int[table.size()];
    cellSize = new int[cells];
    for (int j = 0; j < cell.length; j++) {
      cell[j] = table.rater(j) * labels + table.label(j);
      cellSize[cell[j]]++;
    }
    difference = new double[two() ? cells : 0];
    chunk = chunks(table, (long) cells * states);
  }

  private boolean two() {
    return states == 2 && perClass == 1;
  }

  int cells() {
    return cellSize.length;
  }

  int cellSize(int cell) {
    return cellSize[cell];
  }

  /** Starts from vote shares (an item without judgments gets the shares of all), and sums them up. */
  void startFromShares() {
    double[] overall = shares(table);
    var start = new double[posterior.length];
    for (int i = 0; i < table.items(); i++) {
      int n = table.to(i) - table.from(i);
      int known = gold.answer(i);
      for (int k = 0; k < labels; k++) {
        double share = n == 0 ? overall[k] : 0;
        if (known >= 0) share = known == k ? 1 : 0;
        for (int m = 0; m < perClass; m++) start[i * states + k * perClass + m] = share / perClass;
      }
      if (known >= 0) continue;
      for (int j = table.from(i); j < table.to(i); j++) {
        for (int m = 0; m < perClass; m++) start[i * states + table.label(j) * perClass + m] += 1.0 / n / perClass;
      }
    }
    tally(start);
  }

  /** Takes the posteriors as given and only sums them up per cell and state. */
  void tally(double[] given) {
    System.arraycopy(given, 0, posterior, 0, given.length);
    Arrays.fill(counts, 0);
    Arrays.fill(stateCounts, 0);
    for (int i = 0; i < table.items(); i++) {
      int row = i * states;
      for (int s = 0; s < states; s++) stateCounts[s] += posterior[row + s];
      for (int j = table.from(i); j < table.to(i); j++) {
        int base = cell[j] * states;
        for (int s = 0; s < states; s++) counts[base + s] += posterior[row + s];
      }
    }
  }

  /** Turns {@code logPrior} and {@code logTable} into posteriors and counts; the log likelihood comes back. */
  double run() {
    int chunks = chunk.length - 1;
    double constant = 0;
    if (two()) {
      for (int c = 0; c < difference.length; c++) {
        difference[c] = logTable[2 * c + 1] - logTable[2 * c];
        constant += cellSize[c] * logTable[2 * c];
      }
    }
    Arrays.fill(counts, 0);
    Arrays.fill(stateCounts, 0);
    var likelihood = new double[chunks];
    var chunkCounts = new double[chunks][];
    var chunkStates = new double[chunks][states];
    chunkCounts[0] = counts;
    int size = two() ? cells() : counts.length;
    for (int c = 1; c < chunks; c++) chunkCounts[c] = new double[size];
    var work = IntStream.range(0, chunks);
    (chunks > 1 ? work.parallel() : work).forEach(c -> likelihood[c] = two()
        ? runTwo(chunk[c], chunk[c + 1], chunkCounts[c], chunkStates[c])
        : runMany(chunk[c], chunk[c + 1], chunkCounts[c], chunkStates[c]));
    for (int c = 0; c < chunks; c++) {
      if (c > 0) for (int x = 0; x < size; x++) counts[x] += chunkCounts[c][x];
      for (int s = 0; s < states; s++) stateCounts[s] += chunkStates[c][s];
    }
    if (two()) spreadTwo();
    double sum = constant;
    for (double part : likelihood) sum += part;
    return sum;
  }

  /** {@code counts} holds the second state per cell, packed; the first is what is left of the cell. */
  private void spreadTwo() {
    for (int c = cells() - 1; c >= 0; c--) {
      double second = counts[c];
      counts[2 * c + 1] = second;
      counts[2 * c] = Math.max(0, cellSize[c] - second);
    }
  }

  private double runTwo(int fromItem, int toItem, double[] second, double[] stateSums) {
    double prior = logPrior[1] - logPrior[0];
    double sum = 0;
    double product = 1;
    double secondSum = 0;
    for (int i = fromItem; i < toItem; i++) {
      int from = table.from(i);
      int to = table.to(i);
      double x = prior;
      for (int j = from; j < to; j++) x += difference[cell[j]];
      double p;
      if (hasGold && gold.answer(i) >= 0) {
        p = gold.answer(i);
        sum += p == 1 ? x : 0;
      } else {
        double e = Math.exp(-Math.abs(x));
        double likely = 1 / (1 + e);
        p = x >= 0 ? likely : e * likely;
        sum += Math.max(x, 0);
        product *= 1 + e;
        if (product > 1e200) {
          sum += Math.log(product);
          product = 1;
        }
      }
      posterior[2 * i] = 1 - p;
      posterior[2 * i + 1] = p;
      secondSum += p;
      for (int j = from; j < to; j++) second[cell[j]] += p;
    }
    stateSums[1] += secondSum;
    stateSums[0] += toItem - fromItem - secondSum;
    return sum + Math.log(product) + (toItem - fromItem) * logPrior[0];
  }

  private double runMany(int fromItem, int toItem, double[] sums, double[] stateSums) {
    int width = states;
    var p = new double[width];
    double sum = 0;
    double product = 1;
    for (int i = fromItem; i < toItem; i++) {
      int from = table.from(i);
      int to = table.to(i);
      System.arraycopy(logPrior, 0, p, 0, width);
      gather(p, from, to);
      if (hasGold && gold.answer(i) >= 0) keepOnly(p, gold.answer(i));
      double top = p[0];
      for (int s = 1; s < width; s++) top = Math.max(top, p[s]);
      double total = 0;
      for (int s = 0; s < width; s++) {
        double below = p[s] - top;
        total += p[s] = below < NOTHING ? 0 : Math.exp(below);
      }
      sum += top;
      product *= total;
      if (product > 1e200) {
        sum += Math.log(product);
        product = 1;
      }
      double scale = 1 / total;
      int row = i * width;
      for (int s = 0; s < width; s++) {
        p[s] *= scale;
        posterior[row + s] = p[s];
        stateSums[s] += p[s];
      }
      scatter(p, sums, from, to);
    }
    return sum + Math.log(product);
  }

  /** Adds the logarithms of the judgments' cells; small widths are written out, since a loop of three costs more than its body. */
  private void gather(double[] p, int from, int to) {
    double[] t = logTable;
    switch (p.length) {
      case 3 -> {
        double a = p[0];
        double b = p[1];
        double c = p[2];
        for (int j = from; j < to; j++) {
          int base = cell[j] * 3;
          a += t[base];
          b += t[base + 1];
          c += t[base + 2];
        }
        p[0] = a;
        p[1] = b;
        p[2] = c;
      }
      case 4, 5 -> {
        int width = p.length;
        double a = p[0];
        double b = p[1];
        double c = p[2];
        double d = p[3];
        double e = width == 5 ? p[4] : 0;
        for (int j = from; j < to; j++) {
          int base = cell[j] * width;
          a += t[base];
          b += t[base + 1];
          c += t[base + 2];
          d += t[base + 3];
          if (width == 5) e += t[base + 4];
        }
        p[0] = a;
        p[1] = b;
        p[2] = c;
        p[3] = d;
        if (width == 5) p[4] = e;
      }
      default -> {
        for (int j = from; j < to; j++) {
          int base = cell[j] * p.length;
          for (int s = 0; s < p.length; s++) p[s] += t[base + s];
        }
      }
    }
  }

  private void scatter(double[] p, double[] sums, int from, int to) {
    switch (p.length) {
      case 3 -> {
        for (int j = from; j < to; j++) {
          int base = cell[j] * 3;
          sums[base] += p[0];
          sums[base + 1] += p[1];
          sums[base + 2] += p[2];
        }
      }
      case 4, 5 -> {
        int width = p.length;
        for (int j = from; j < to; j++) {
          int base = cell[j] * width;
          sums[base] += p[0];
          sums[base + 1] += p[1];
          sums[base + 2] += p[2];
          sums[base + 3] += p[3];
          if (width == 5) sums[base + 4] += p[4];
        }
      }
      default -> {
        for (int j = from; j < to; j++) {
          int base = cell[j] * p.length;
          for (int s = 0; s < p.length; s++) sums[base + s] += p[s];
        }
      }
    }
  }

  private void keepOnly(double[] logs, int klass) {
    for (int s = 0; s < states; s++) if (s / perClass != klass) logs[s] = Double.NEGATIVE_INFINITY;
  }

  /** Share of each class among all judgments, equal shares where there are none. */
  static double[] shares(LabelTable table) {
    long[] votes = table.judgmentsPerClass();
    var share = new double[votes.length];
    for (int k = 0; k < share.length; k++) share[k] = table.size() == 0 ? 1.0 / share.length : (double) votes[k] / table.size();
    return share;
  }

  /** Ends of item ranges with about equal judgments; their number depends on the data only, so results do not vary by machine. */
  private static int[] chunks(LabelTable table, long tableSize) {
    long wanted = Math.min(MAX_CHUNKS, Math.min(table.size() / MIN_CHUNK, MAX_CHUNK_CELLS / Math.max(1, tableSize)));
    int chunks = (int) Math.max(1, wanted);
    var ends = new int[chunks + 1];
    int item = 0;
    for (int c = 1; c < chunks; c++) {
      long upTo = (long) table.size() * c / chunks;
      while (item < table.items() && table.from(item) < upTo) item++;
      ends[c] = item;
    }
    ends[chunks] = table.items();
    return ends;
  }
}
