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
 * <p>Only the logarithms' differences from the first state are gathered and only the counts of the others are scattered,
 * since the first follows from the number of judgments in the cell: reading and writing the raters' tables is what a pass
 * costs, see {@link Cells}.
 */
final class Sweep {
  private static final int MIN_CHUNK = 100_000;
  private static final int MAX_CHUNKS = 8;

  final LabelTable table;
  final int labels;
  final int states;
  final int perClass;
  final double[] logPrior;
  final double[] logTable;
  final double[] counts;
  final double[] stateCounts;
  private final Gold gold;
  private final boolean hasGold;
  private final int[] cellSize;
  private final int[] chunk;
  private final Cells cells;
  private final double[] overall;

  Sweep(LabelTable table, int perClass, Gold gold) {
    this.table = table;
    this.labels = table.classes();
    this.perClass = perClass;
    this.states = labels * perClass;
    this.gold = gold;
    this.hasGold = gold.size() > 0;
    int size = Math.multiplyExact(table.raters(), labels);
    logPrior = new double[states];
    logTable = new double[Math.multiplyExact(size, states)];
    counts = new double[size * states];
    stateCounts = new double[states];
    cellSize = new int[size];
    for (int j = 0; j < table.size(); j++) cellSize[table.rater(j) * labels + table.label(j)]++;
    cells = new Cells(table, Math.max(0, states - 1));
    overall = shares(table);
    chunk = chunks(table, cells.size());
    cells.makeRoom(chunk.length - 1);
  }

  int cells() {
    return cellSize.length;
  }

  int cellSize(int cell) {
    return cellSize[cell];
  }

  /** Starts from vote shares (an item without judgments gets the shares of all), and sums them up. */
  void startFromShares() {
    tally(this::shareOut);
  }

  /** Takes the posteriors as given, in rows of states, and only sums them up per cell and state. */
  void tally(double[] given) {
    tally((block, item, n) -> block.read(given, item, n));
  }

  /** Turns {@code logPrior} and {@code logTable} into counts; the log likelihood comes back. */
  double run() {
    double constant = cells.prepare(logTable, cellSize);
    return constant + tally(this::judge);
  }

  /** The posteriors behind the last run, in rows of states: found again, which costs less than to write them down each time. */
  double[] posteriors() {
    return rows(this::judge);
  }

  /** The vote shares to start from, in rows of states. */
  double[] startingShares() {
    return rows(this::shareOut);
  }

  /** What is done to n items from {@code item} on; answers its part of the log likelihood. */
  private interface Step {
    double apply(Block block, int item, int n);
  }

  private double[] rows(Step step) {
    var rows = new double[Math.multiplyExact(table.items(), states)];
    overBlocks((c, block, item, n) -> {
      step.apply(block, item, n);
      block.write(rows, item, n);
      return 0;
    });
    return rows;
  }

  private double tally(Step step) {
    for (int c = 0; c < chunk.length - 1; c++) cells.clear(c);
    Arrays.fill(stateCounts, 0);
    var sums = new double[chunk.length - 1][states];
    double log = overBlocks((c, block, item, n) -> {
      double part = step.apply(block, item, n);
      block.addUp(n, sums[c]);
      cells.scatter(c, block, n);
      return part;
    });
    for (double[] part : sums) for (int s = 0; s < states; s++) stateCounts[s] += part[s];
    cells.total(counts, cellSize);
    return log;
  }

  private interface ChunkStep {
    double apply(int chunk, Block block, int item, int n);
  }

  private double overBlocks(ChunkStep step) {
    int chunks = chunk.length - 1;
    var parts = new double[chunks];
    var range = IntStream.range(0, chunks);
    (chunks > 1 ? range.parallel() : range).forEach(c -> {
      var block = new Block(states);
      for (int item = chunk[c]; item < chunk[c + 1]; item += Block.SIZE) {
        int n = Math.min(chunk[c + 1] - item, Block.SIZE);
        block.open(table, item, n);
        parts[c] += step.apply(c, block, item, n);
      }
    });
    return Arrays.stream(parts).sum();
  }

  private double judge(Block block, int item, int n) {
    cells.gather(logPrior, block, n);
    if (hasGold) keepKnown(block, item, n, Double.NEGATIVE_INFINITY);
    double log = block.normalise(n);
    if (hasGold) keepKnown(block, item, n, 0);
    return log;
  }

  private void keepKnown(Block block, int item, int n, double otherwise) {
    for (int i = 0; i < n; i++) {
      int known = gold.answer(item + i);
      for (int s = 0; s < states && known >= 0; s++) if (s / perClass != known) block.state[s][i] = otherwise;
    }
  }

  private double shareOut(Block block, int item, int n) {
    for (double[] p : block.state) Arrays.fill(p, 0, n, 0);
    for (int i = 0; i < n; i++) {
      int from = table.from(item + i);
      int to = table.to(item + i);
      int known = gold.answer(item + i);
      if (known >= 0) {
        give(block, i, known, 1);
      } else if (from == to) {
        for (int k = 0; k < labels; k++) give(block, i, k, overall[k]);
      } else {
        for (int j = from; j < to; j++) give(block, i, table.label(j), 1.0 / (to - from));
      }
    }
    return 0;
  }

  private void give(Block block, int i, int klass, double share) {
    for (int m = 0; m < perClass; m++) block.state[klass * perClass + m][i] += share / perClass;
  }

  /** Share of each class among all judgments, equal shares where there are none. */
  static double[] shares(LabelTable table) {
    long[] votes = table.judgmentsPerClass();
    var share = new double[votes.length];
    for (int k = 0; k < share.length; k++) share[k] = table.size() == 0 ? 1.0 / share.length : (double) votes[k] / table.size();
    return share;
  }

  /**
   * Ends of item ranges with about equal judgments. Their number depends on the data only, so results do not vary by
   * machine; each has sums of its own, so with large tables of raters there are fewer.
   */
  private static int[] chunks(LabelTable table, long sums) {
    long wanted = Math.min(MAX_CHUNKS, Math.min(table.size() / MIN_CHUNK, table.size() / Math.max(1, sums)));
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
