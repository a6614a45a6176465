package org.touchstone.statistics.consensus;

import java.util.Arrays;
import java.util.Map;
import org.touchstone.statistics.LabelTable;
import org.touchstone.statistics.Progress;
import org.touchstone.statistics.Provenance;

/**
 * Dawid and Skene (1979): every rater has a table p(label | true class), found together with the answers by EM.
 *
 * <p>p(class k | judgments of i) ∝ π_k ∏_j θ_{r(j)}(l_j | k), then π and θ are the shares of these posteriors, with
 * {@code smoothing} added to each count (a Dirichlet prior; 0 gives maximum likelihood). The start is the vote shares.
 * The trace never falls: it is the log likelihood plus the log prior.
 *
 * @param smoothing added to each cell of a rater's table and each class, 0 or more
 * @param anchor added besides to each cell of a right answer: raters are taken for honest until they show otherwise
 * @param maxSweeps upper limit of EM sweeps, 1 or more
 * @param tolerance stops when the trace grows by less than this share of itself
 */
public record DawidSkene(double smoothing, double anchor, int maxSweeps, double tolerance) implements TableMethod {
  static final double FLOOR = 1e-100;

  public DawidSkene {
    if (!(smoothing >= 0)) throw new IllegalArgumentException("smoothing is 0 or more, got " + smoothing);
    if (!(anchor >= 0)) throw new IllegalArgumentException("anchor is 0 or more, got " + anchor);
    if (maxSweeps < 1) throw new IllegalArgumentException("at least one sweep is needed, got " + maxSweeps);
    if (!(tolerance >= 0)) throw new IllegalArgumentException("tolerance is 0 or more, got " + tolerance);
  }

  public DawidSkene() {
    this(0.01, 100, 1e-9);
  }

  public DawidSkene(double smoothing, int maxSweeps, double tolerance) {
    this(smoothing, 0, maxSweeps, tolerance);
  }

  @Override
  public String name() {
    return "dawid-skene";
  }

  @Override
  public Consensus estimate(LabelTable table, Gold gold, Progress progress) {
    var sweep = new Sweep(table, 1, gold);
    sweep.startFromShares();
    var confusion = new double[sweep.logTable.length];
    double[] trace = Sweeps.until(maxSweeps, tolerance, progress, () -> {
      double logPrior = maximise(sweep, smoothing, anchor, confusion);
      return logPrior + sweep.run();
    });
    return new Consensus(table, sweep.posteriors(), gold, confusion, trace, "",
        Provenance.of(name(), settings(), table.size()));
  }

  @Override
  public Map<String, String> settings() {
    return Map.of("smoothing", "" + smoothing, "anchor", "" + anchor, "maxSweeps", "" + maxSweeps, "tolerance", "" + tolerance);
  }

  @Override
  public RaterTables explain(RaterCounts counts) {
    RaterTables tables = RaterTables.room(counts);
    tables.logDensity = maximise(counts, tables, smoothing, anchor);
    return tables;
  }

  /** Sets class shares and rater tables to the most probable ones given the counts; their log prior comes back. */
  static double maximise(Sweep sweep, double smoothing, double anchor, double[] confusion) {
    var tables = new RaterTables(sweep.logPrior, sweep.logTable, confusion);
    return maximise(RaterCounts.of(sweep, 0), tables, smoothing, anchor);
  }

  private static double maximise(RaterCounts counted, RaterTables into, double smoothing, double anchor) {
    int classes = counted.classes;
    double[] counts = counted.counts;
    double log = maximiseClasses(counted.classCounts, counted.items, smoothing, into.logPrior);
    var total = new double[classes];
    for (int base = 0; base < counts.length; base += classes * classes) {
      Arrays.fill(total, classes * smoothing + anchor);
      for (int x = 0; x < classes * classes; x++) total[x % classes] += counts[base + x];
      for (int x = 0; x < classes * classes; x++) {
        double prior = x / classes == x % classes ? smoothing + anchor : smoothing;
        double share = total[x % classes] > 0 ? (counts[base + x] + prior) / total[x % classes] : 1.0 / classes;
        into.confusion[base + x] = share;
        into.logTable[base + x] = Math.log(Math.max(share, FLOOR));
        log += prior * into.logTable[base + x];
      }
    }
    return log;
  }

  static double maximiseClasses(Sweep sweep, double smoothing) {
    return maximiseClasses(sweep.stateCounts, sweep.table.items(), smoothing, sweep.logPrior);
  }

  static double maximiseClasses(double[] counts, long items, double smoothing, double[] logPrior) {
    double all = items + counts.length * smoothing;
    double log = 0;
    for (int k = 0; k < counts.length; k++) {
      double share = all > 0 ? (counts[k] + smoothing) / all : 1.0 / counts.length;
      logPrior[k] = Math.log(Math.max(share, FLOOR));
      log += smoothing * logPrior[k];
    }
    return log;
  }
}
