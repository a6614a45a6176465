package org.touchstone.cli;

import org.touchstone.cli.table.LabelFile;
import picocli.CommandLine.Option;

/** The options that name columns, for files whose columns have unusual names, and say what an empty field means. */
public final class LabelColumns {
  @Option(names = "--item", paramLabel = "COLUMN", description = "Column of the item (found by itself: task, item, ...), or several that make it together: doc,system.")
  public String item;

  @Option(names = "--rater", paramLabel = "COLUMN", description = "Column of the rater (worker, rater, annotator, ...).")
  public String rater;

  @Option(names = "--label", paramLabel = "COLUMN", description = "Column of the label (label, answer, ...).")
  public String label;

  @Option(names = "--skip-empty", description = "Leaves out rows whose item, rater or label is empty, instead of stopping; says how many.")
  public boolean skipEmpty;

  /** The columns of judgments, for the reader of files. */
  LabelFile.Wanted wanted() {
    return new LabelFile.Wanted(item, rater, label, skipEmpty);
  }
}
