package org.touchstone.statistics.consensus;

import java.util.Map;
import org.touchstone.statistics.LabelTable;
import org.touchstone.statistics.Progress;
import org.touchstone.statistics.Provenance;

/**
 * Every rater is right with one probability p_r whatever the answer is, and errs evenly over the other classes; EM.
 *
 * <p>p(l | k) = p_r where l = k, else (1 - p_r)/(K - 1). One figure a rater instead of K², so it needs far fewer judgments
 * than {@link DawidSkene}. Each rater's figure has a beta prior of {@code right} and {@code wrong} extra answers.
 *
 * @param right extra right answers of every rater, 0 or more
 * @param wrong extra wrong answers of every rater, 0 or more
 */
public record OneCoin(double right, double wrong, int maxSweeps, double tolerance) implements TableMethod {
  private static final double CLASS_SMOOTHING = 0.01;

  public OneCoin {
    if (!(right >= 0 && wrong >= 0)) throw new IllegalArgumentException("extra answers are 0 or more, got " + right + " and " + wrong);
    if (maxSweeps < 1) throw new IllegalArgumentException("at least one sweep is needed, got " + maxSweeps);
    if (!(tolerance >= 0)) throw new IllegalArgumentException("tolerance is 0 or more, got " + tolerance);
  }

  public OneCoin() {
    this(0.01, 0.01, 100, 1e-9);
  }

  @Override
  public String name() {
    return "one-coin";
  }

  @Override
  public Consensus estimate(LabelTable table, Gold gold, Progress progress) {
    var sweep = new Sweep(table, 1, gold);
    sweep.startFromShares();
    var confusion = new double[sweep.logTable.length];
    double[] trace = Sweeps.until(maxSweeps, tolerance, progress,
        () -> maximise(RaterCounts.of(sweep, 0), new RaterTables(sweep.logPrior, sweep.logTable, confusion)) + sweep.run());
    return new Consensus(table, sweep.posteriors(), gold, confusion, trace, "",
        Provenance.of(name(), settings(), table.size()));
  }

  @Override
  public Map<String, String> settings() {
    return Map.of("right", "" + right, "wrong", "" + wrong, "maxSweeps", "" + maxSweeps, "tolerance", "" + tolerance);
  }

  @Override
  public RaterTables explain(RaterCounts counts) {
    RaterTables tables = RaterTables.room(counts);
    tables.logDensity = maximise(counts, tables);
    return tables;
  }

  private double maximise(RaterCounts counted, RaterTables into) {
    int classes = counted.classes;
    double[] counts = counted.counts;
    double log = DawidSkene.maximiseClasses(counted.classCounts, counted.items, CLASS_SMOOTHING, into.logPrior);
    for (int base = 0; base < counts.length; base += classes * classes) {
      double yes = right;
      double all = right + wrong;
      for (int x = 0; x < classes * classes; x++) {
        all += counts[base + x];
        if (x / classes == x % classes) yes += counts[base + x];
      }
      double p = classes == 1 ? 1 : all > 0 ? yes / all : 1.0 / classes;
      double err = classes == 1 ? 0 : (1 - p) / (classes - 1);
      log += right * Math.log(Math.max(p, DawidSkene.FLOOR)) + wrong * Math.log(Math.max(1 - p, DawidSkene.FLOOR));
      for (int x = 0; x < classes * classes; x++) {
        into.confusion[base + x] = x / classes == x % classes ? p : err;
        into.logTable[base + x] = Math.log(Math.max(into.confusion[base + x], DawidSkene.FLOOR));
      }
    }
    return log;
  }
}
