package org.touchstone.cli;

import picocli.CommandLine.Option;

/** The options that name columns, for files whose columns have unusual names. */
public final class LabelColumns {
  @Option(names = "--item", paramLabel = "COLUMN", description = "Column of the item (found by itself: task, item, ...).")
  public String item;

  @Option(names = "--rater", paramLabel = "COLUMN", description = "Column of the rater (worker, rater, annotator, ...).")
  public String rater;

  @Option(names = "--label", paramLabel = "COLUMN", description = "Column of the label (label, answer, ...).")
  public String label;
}
