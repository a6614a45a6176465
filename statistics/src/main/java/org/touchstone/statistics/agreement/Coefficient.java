package org.touchstone.statistics.agreement;

import java.util.Arrays;
import org.touchstone.statistics.Bootstrap;
import org.touchstone.statistics.Estimate;

/** One way to measure agreement; all of them read the same judgments and answer in the same form. */
public interface Coefficient {
  /** Field name, for instance {@code krippendorff-alpha}. */
  String name();

  Agreement measure(Judgments judgments);

  /**
   * The coefficient with a percentile interval from drawing whole items again, with replacement. The point and its
   * reason for being undefined are those of {@link #measure(Judgments)}; where the replicates are mostly undefined no
   * interval is given.
   */
  default Agreement measure(Judgments judgments, Bootstrap bootstrap) {
    Agreement point = measure(judgments);
    if (!point.value().isKnown()) return point;
    double[] replicates = new double[bootstrap.rounds()];
    int drawn = 0;
    while (drawn < replicates.length) {
      Estimate replicate = measure(judgments.resampled(bootstrap.random())).value();
      replicates[drawn++] = replicate instanceof Estimate.Known value ? value.value() : Double.NaN;
      if (!bootstrap.progress().report(drawn, replicates.length)) break;
    }
    return point.with(Arrays.copyOf(replicates, drawn), bootstrap.level());
  }
}
