package org.touchstone.cli.table;

import java.util.Arrays;
import java.util.Optional;
import org.touchstone.statistics.Names;

/** Labels so many that they are hardly classes: numbers on a scale, or texts. */
final class ManyLabels {
  private static final int MANY = 50;

  private ManyLabels() {}

  /** What to say of them, if there are that many. */
  static Optional<String> among(Names labels, int judgments) {
    if (labels.size() <= MANY) return Optional.empty();
    if (Arrays.stream(labels.toArray()).allMatch(label -> label.strip().matches("[-+]?\\d*[.]?\\d+([eE][-+]?\\d+)?"))) {
      return Optional.of(String.format("The labels are %,d different numbers, each taken for a class of its own; --kind numbers takes them for values.", labels.size()));
    }
    return labels.size() > judgments / 3
        ? Optional.of(String.format("%,d judgments hold %,d different labels; if these are texts, say --kind text.", judgments, labels.size())) : Optional.empty();
  }
}
