package org.touchstone.statistics.preference;

import org.touchstone.statistics.Bootstrap;
import org.touchstone.statistics.Progress;

/** One way to rate contestants from comparisons. */
public interface RatingMethod {
  /** Field name, for instance {@code bradley-terry}. */
  String name();

  default Ratings rate(Comparisons comparisons) {
    return rate(comparisons, Progress.SILENT);
  }

  /** @param progress told after each step of the method; refusing leaves the ratings reached until then, and the remark says so */
  Ratings rate(Comparisons comparisons, Progress progress);

  /**
   * The same ratings with percentile intervals from drawing comparisons again, with replacement. The bootstrap's progress is
   * asked within a replicate too; one that was not finished is left out.
   */
  Ratings rate(Comparisons comparisons, Bootstrap bootstrap);
}
