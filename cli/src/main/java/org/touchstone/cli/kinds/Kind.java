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
   * @param method what decides each question, or null for the usual one
   * @param known a file of known answers taken as evidence, or null
   * @param workers the file that takes the raters' skills, or null
   */
  public record Asked(String file, LabelColumns columns, SpanColumns spans, String gold, double threshold, String method, String known, String workers) {
    /** For a measure of agreement, which decides nothing. */
    public static Asked toMeasure(String file, LabelColumns columns, SpanColumns spans) {
      return new Asked(file, columns, spans, null, 0.5, null, null, null);
    }
  }

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
    if (this != SPANS) asked.spans.refuseFor(this);
    return switch (this) {
      case MULTI_LABEL -> TickedSets.agree(asked, bootstrap);
      case SPANS -> MarkedSpans.agree(asked, bootstrap);
      case TEXT -> throw new BadInput("--kind text has no coefficient of its own; touchstone aggregate --kind text tells how alike the answers are (support)");
      case RANKINGS -> throw new BadInput("--kind rankings has no coefficient of its own; touchstone aggregate --kind rankings tells the share of preferences its order keeps");
      case LABELS, NUMBERS, ORDINAL -> throw new IllegalStateException("labels are measured by a coefficient");
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
    if (this != MULTI_LABEL) refuseDeciders(asked);
    if (this != SPANS) asked.spans.refuseFor(this);
    return switch (this) {
      case MULTI_LABEL -> TickedSets.aggregate(asked);
      case TEXT -> Texts.aggregate(asked);
      case SPANS -> MarkedSpans.aggregate(asked);
      case RANKINGS -> RankedLists.aggregate(asked);
      case LABELS, NUMBERS, ORDINAL -> throw new IllegalStateException("labels are aggregated by a consensus method");
    };
  }

  /** What decides a label decides nothing here; the sentence says what does. */
  private void refuseDeciders(Asked asked) {
    if (asked.method != null) {
      throw new BadInput("--method is for labels, numbers and multi-label; --kind " + shown() + switch (this) {
        case TEXT -> " always chooses the answer that is most like the others";
        case SPANS -> " always counts the raters at each character; --threshold says how many make a span";
        default -> " always finds the order that contradicts the raters least; touchstone rank --method plackett-luce gives each thing a strength instead";
      });
    }
    if (asked.known != null) {
      throw new BadInput("--known is for labels and multi-label, where a known answer shows who is right; --kind " + shown()
          + " learns nothing from it, so leave the known items out of the file or compare them yourself");
    }
    if (asked.workers != null) {
      throw new BadInput("--workers is for labels, numbers and multi-label; --kind " + shown() + switch (this) {
        case TEXT -> " names the rater of each chosen answer in its table (--out)";
        case SPANS -> " measures no rater; touchstone agree --kind spans tells how far raters mark alike";
        default -> " measures no rater";
      });
    }
  }
}
