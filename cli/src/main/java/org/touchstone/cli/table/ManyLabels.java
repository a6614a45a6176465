package org.touchstone.cli.table;

import java.util.Arrays;
import java.util.Optional;
import org.touchstone.statistics.Names;

/** Labels so many that they are hardly classes: numbers on a scale, or texts. */
final class ManyLabels {
  private static final int MANY = 50;

  private ManyLabels() {}

  /**
   * What to say of them, if there are that many.
   *
   * @param kinds whether the command can be told that they are numbers or texts
   */
  static Optional<String> among(Names labels, int judgments, boolean kinds) {
    if (labels.size() <= MANY) return Optional.empty();
    if (Arrays.stream(labels.toArray()).allMatch(label -> label.strip().matches("[-+]?\\d*[.]?\\d+([eE][-+]?\\d+)?"))) {
      return Optional.of(String.format("The labels are %,d different numbers, each taken for a class of its own%s.", labels.size(),
          kinds ? "; --kind numbers takes them for values" : ", so that near misses count as wrong"));
    }
    return kinds && labels.size() > judgments / 3
        ? Optional.of(String.format("%,d judgments hold %,d different labels; if these are texts, aggregate --kind text chooses the one most like the others.", judgments, labels.size())) : Optional.empty();
  }
}
