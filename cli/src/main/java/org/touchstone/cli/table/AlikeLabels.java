package org.touchstone.cli.table;

import java.util.HashMap;
import java.util.Locale;
import java.util.Optional;
import org.touchstone.cli.Report;
import org.touchstone.statistics.Names;

/** Labels that a person reads as one and a computer counts as two: "yes" and "Yes ". */
final class AlikeLabels {
  /** Files with more different labels hold texts, whose spelling is the writers' own. */
  private static final int MOST = 10_000;

  private AlikeLabels() {}

  /** What to say of them, if there are any. */
  static Optional<String> among(Names labels) {
    if (labels.size() > MOST) return Optional.empty();
    var seen = new HashMap<String, String>();
    String first = null;
    int more = 0;
    for (String label : labels.toArray()) {
      String other = seen.putIfAbsent(label.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT), label);
      if (other == null) continue;
      if (first == null) first = "The labels \"" + Report.shortened(other) + "\" and \"" + Report.shortened(label) + "\" differ in capitals or spaces only and count as two";
      else more++;
    }
    return first == null ? Optional.empty() : Optional.of(first + others(more) + ". Write them alike if they are meant as one.");
  }

  private static String others(int more) {
    return more == 0 ? "" : more == 1 ? "; so does one other label" : "; so do " + more + " other labels";
  }
}
