package org.touchstone.cli.kinds;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import org.touchstone.cli.LabelColumns;
import org.touchstone.cli.Report;
import org.touchstone.cli.table.BadInput;
import org.touchstone.statistics.Bootstrap;

/** What one judgment of a file is. */
public enum Kind {
  LABELS, NUMBERS, ORDINAL, MULTI_LABEL, TEXT, SPANS, RANKINGS;

  /**
   * What somebody wants aggregated.
   *
   * @param gold a file of known answers to compare with, or null
   * @param threshold share or probability that makes a label or a character part of the answer
   */
  public record Asked(String file, LabelColumns columns, String gold, double threshold) {}

  public static Kind named(String name) {
    String plain = name.strip().toUpperCase(Locale.ROOT).replace('-', '_');
    return Arrays.stream(values()).filter(k -> k.name().equals(plain)).findFirst().orElseThrow(() -> new BadInput(
        "there is no kind \"" + name + "\"; there are " + String.join(", ", Arrays.stream(values()).map(Kind::shown).toList())));
  }

  public String shown() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether one label a judgment is enough to say it. */
  public boolean isLabels() {
    return this == LABELS || this == NUMBERS || this == ORDINAL;
  }

  /** How far raters agree, with intervals where a bootstrap is given; for the kinds that are more than one label. */
  public Report agreement(Asked asked, Bootstrap bootstrap) throws IOException {
    return switch (this) {
      case MULTI_LABEL -> TickedSets.agree(asked, bootstrap);
      case SPANS -> MarkedSpans.agree(asked, bootstrap);
      default -> throw new BadInput("--kind " + shown() + " has no coefficient of its own; agree knows labels, multi-label and spans");
    };
  }

  /** The answers; for the kinds that are more than one label. */
  public Report aggregate(Asked asked) throws IOException {
    if (!(asked.threshold > 0 && asked.threshold <= 1)) {
      throw new BadInput("--threshold is " + asked.threshold + "; give a share above 0 and up to 1, as in --threshold 0.5");
    }
    if (asked.gold != null && this != MULTI_LABEL) {
      throw new BadInput("--gold compares labels, numbers and multi-label answers; leave it out for --kind " + shown());
    }
    return switch (this) {
      case MULTI_LABEL -> TickedSets.aggregate(asked);
      case TEXT -> Texts.aggregate(asked);
      case SPANS -> MarkedSpans.aggregate(asked);
      case RANKINGS -> RankedLists.aggregate(asked);
      case LABELS, NUMBERS, ORDINAL -> throw new IllegalStateException("labels are aggregated by a consensus method");
    };
  }
}
