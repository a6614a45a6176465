package org.touchstone.cli;

import java.io.IOException;
import java.util.List;
import org.touchstone.cli.table.TableWriter;
import org.touchstone.statistics.Bootstrap;
import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.Progress;
import org.touchstone.statistics.preference.Comparisons;
import org.touchstone.statistics.preference.NoisyBradleyTerry;
import org.touchstone.statistics.preference.PositionBias;

/**
 * What comparisons say of those who made them: how often each rater meant what they chose, and whether they lean to a side.
 *
 * @param bootstrap draws the intervals of the reliability, null for none
 */
record RaterTable(Comparisons comparisons, Bootstrap bootstrap) {
  private static final List<String> COLUMNS =
      List.of("worker", "comparisons", "reliability", "low", "high", "left_share", "left_expected", "lean_p");

  /** One row a rater, the least reliable first; who never named a winner comes last with an empty reliability. */
  void write(String file, Progress progress) throws IOException {
    var noisy = bootstrap == null ? NoisyBradleyTerry.standard().fit(comparisons, progress) : NoisyBradleyTerry.standard().fit(comparisons, bootstrap);
    var leans = PositionBias.of(comparisons, noisy.strengths()).perRater();
    var raters = leans.stream().sorted((a, b) -> Double.compare(order(noisy, a), order(noisy, b))).toList();
    try (var writer = new TableWriter(file, COLUMNS)) {
      for (var lean : raters) writer.row(row(noisy.reliability().get(lean.rater()), lean));
      writer.finish();
    }
  }

  private static double order(NoisyBradleyTerry.Noisy noisy, PositionBias.Lean lean) {
    return noisy.reliability().get(lean.rater()).known().map(Estimate.Known::value).orElse(2.0);
  }

  private Object[] row(Estimate reliability, PositionBias.Lean lean) {
    var known = reliability.known().orElse(null);
    var interval = known == null ? null : known.interval().orElse(null);
    var left = lean.left().known().orElse(null);
    return new Object[] {comparisons.raterNames().name(lean.rater()), left == null ? 0 : left.n(),
      known == null ? null : Report.rounded(known.value()), interval == null ? null : Report.rounded(interval.low()),
      interval == null ? null : Report.rounded(interval.high()), left == null ? null : Report.rounded(left.value()),
      lean.expected().known().map(e -> Report.rounded(e.value())).orElse(null), Report.rounded(lean.pValue())};
  }
}
