package org.touchstone.statistics.preference;

import org.touchstone.statistics.Bootstrap;

/** One way to rate contestants from comparisons. */
public interface RatingMethod {
  /** Field name, for instance {@code bradley-terry}. */
  String name();

  Ratings rate(Comparisons comparisons);

  /** The same ratings with percentile intervals from drawing comparisons again, with replacement. */
  Ratings rate(Comparisons comparisons, Bootstrap bootstrap);
}
