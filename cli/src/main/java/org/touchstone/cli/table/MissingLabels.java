package org.touchstone.cli.table;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.touchstone.cli.Report;
import org.touchstone.statistics.LabelTable;

/** Labels that programs write where there was no answer, which count as a class of their own unless somebody leaves them out. */
final class MissingLabels {
  private static final Set<String> WRITTEN = Set.of("null", "na", "n/a", "#n/a", "nan", "<na>");

  private MissingLabels() {}

  /** What to say of the first of them, if there is one. */
  static Optional<String> among(LabelTable table) {
    long[] judgments = table.judgmentsPerClass();
    for (int k = 0; k < judgments.length; k++) {
      String label = table.classNames().name(k);
      if (judgments[k] == 0 || !WRITTEN.contains(label.strip().toLowerCase(Locale.ROOT))) continue;
      return Optional.of(String.format("%s \"%s\" as the label and %s for a class of its own; leave the row out or the field empty where it means that there was no answer.",
          judgments[k] == 1 ? "1 judgment has" : String.format("%,d judgments have", judgments[k]), Report.shortened(label), judgments[k] == 1 ? "counts" : "count"));
    }
    return Optional.empty();
  }
}
