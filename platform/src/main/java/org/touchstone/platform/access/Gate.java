package org.touchstone.platform.access;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.touchstone.platform.shared.Invalid;
import org.touchstone.platform.shared.Problem.Fault;
import org.touchstone.statistics.Estimate;

/**
 * The rule of a project: what is needed to work there, and what restricts.
 *
 * @param restrict null when measured quality never restricts anybody
 */
public record Gate(boolean requireAcknowledgement, @Nullable Restriction restrict) {
  /** What a gate may look at. */
  public enum Signal {
    GOLD,
    CONSENSUS
  }

  /**
   * @param below the line, a share between 0 and 1
   * @param minimum how many observations there must be at least
   * @param days how long a restriction lasts
   */
  public record Restriction(Signal signal, double below, int minimum, int days) {
    /** Looks at the whole interval, never at the point; says nothing where there is too little. */
    boolean isMetBy(Finding finding) {
      return finding.signal() == signal
          && finding.estimate() instanceof Estimate.Known known
          && known.n() >= minimum
          && known.interval().isPresent()
          && known.interval().get().isBelow(below);
    }

    Duration lasting() {
      return Duration.ofDays(days);
    }

    String rule() {
      return "Work is restricted for %d day%s when the whole interval of the %s lies below %s after at least %d judgments.".formatted(
          days, days == 1 ? "" : "s", signal == Signal.GOLD ? "agreement with known answers" : "agreement with the consensus", percent(below), minimum);
    }
  }

  public static Gate usual() {
    return new Gate(true, null);
  }

  Optional<Restriction> restriction() {
    return Optional.ofNullable(restrict);
  }

  Gate checked() {
    if (restrict == null) return this;
    var faults = new ArrayList<Fault>();
    if (restrict.signal() == null) faults.add(new Fault("gate.restrict.signal", "The signal is GOLD or CONSENSUS."));
    if (!(restrict.below() > 0 && restrict.below() <= 1)) faults.add(new Fault("gate.restrict.below", "The line is a share above 0 and at most 1."));
    if (restrict.minimum() < 5 || restrict.minimum() > 10_000) {
      faults.add(new Fault("gate.restrict.minimum", "At least 5 observations are needed before anybody is judged by them, and at most 10000."));
    }
    if (restrict.days() < 1 || restrict.days() > 90) faults.add(new Fault("gate.restrict.days", "A restriction lasts between 1 and 90 days."));
    if (!faults.isEmpty()) throw new Invalid(faults);
    return this;
  }

  /** One decimal at most, and none where there is nothing behind the point. */
  static String percent(double share) {
    double shown = Math.rint(share * 1000) / 10;
    return String.format(Locale.ROOT, shown == Math.rint(shown) ? "%.0f %%" : "%.1f %%", shown);
  }
}
