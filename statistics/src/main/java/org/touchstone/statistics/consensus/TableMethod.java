package org.touchstone.statistics.consensus;

import java.util.Map;
import java.util.function.Function;
import org.touchstone.statistics.Progress;
import org.touchstone.statistics.Provenance;

/**
 * An EM method that learns of the judgments through {@link RaterCounts} only, so that it can run where no machine holds all
 * of them: tables go out, counts come back and are added up.
 *
 * <p>{@code fit} is the same loop as {@link #estimate}, so the result is that of all judgments in one place, up to the
 * rounding of sums added in another order.
 */
public sealed interface TableMethod extends ConsensusMethod permits DawidSkene, OneCoin {

  int maxSweeps();

  double tolerance();

  /** Every setting in force, by name. */
  Map<String, String> settings();

  /** The tables that explain the counts best, under the method's prior. */
  RaterTables explain(RaterCounts counts);

  /**
   * Where a fit ended.
   *
   * @param tables the tables of the last sweep: {@link ItemPart#posteriors} under them are the answers
   * @param counts what the last sweep added up
   * @param trace the objective after each sweep; never falls
   * @param provenance method, settings, version and the number of judgments in all parts
   */
  record Fit(RaterTables tables, RaterCounts counts, double[] trace, Provenance provenance) {}

  /**
   * Sweeps until the objective hardly grows.
   *
   * @param start the sum of every part's {@link ItemPart#start}
   * @param sweep answers the sum of every part's {@link ItemPart#sweep} under the tables
   */
  default Fit fit(RaterCounts start, Function<RaterTables, RaterCounts> sweep, Progress progress) {
    var counts = new RaterCounts[] {start};
    var tables = new RaterTables[1];
    double[] trace = Sweeps.until(maxSweeps(), tolerance(), progress, () -> {
      tables[0] = explain(counts[0]);
      counts[0] = sweep.apply(tables[0]);
      return tables[0].logDensity + counts[0].logLikelihood;
    });
    return new Fit(tables[0], counts[0], trace, Provenance.of(name(), settings(), counts[0].judgments()));
  }
}
