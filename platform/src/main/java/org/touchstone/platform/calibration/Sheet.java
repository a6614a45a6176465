package org.touchstone.platform.calibration;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.touchstone.platform.shared.Invalid;
import org.touchstone.platform.shared.Money;
import org.touchstone.platform.shared.Problem.Fault;

/**
 * What anybody can read before they begin a round.
 *
 * @param rule null where nobody passes or fails
 * @param rate paid for each item whatever the outcome; null means unpaid
 * @param draw how many items of the set one attempt asks; null for all of them
 * @param returning how many it asks of those who passed an earlier version; null for as many as of everybody
 * @param minutes how long an attempt is expected to take
 * @param skill what an assessment is about
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Sheet(String title, String about, @Nullable PassRule rule, @Nullable Money rate, @Nullable Integer draw, @Nullable Integer returning,
    double minutes, @Nullable Skill skill) {
  /**
   * When an attempt is passed.
   *
   * @param share of agreement with the standard that is needed, above 0 and at most 1
   * @param eachCriterion whether every criterion must reach it by itself, or all of them together
   * @param attempts how many there are
   * @param waitHours how long one waits for the next
   */
  public record PassRule(double share, boolean eachCriterion, int attempts, int waitHours) {
    public boolean isMetBy(Score score) {
      return eachCriterion ? score.parts().stream().allMatch(part -> part.asked() == 0 || part.share() >= share - 1e-9) : score.asked() == 0 || score.share() >= share - 1e-9;
    }
  }

  /** What an assessment tests. */
  public enum Skill {
    WRITING,
    RUBRIC,
    ACCURACY
  }

  Sheet checked(Round.Kind kind) {
    var faults = new ArrayList<Fault>();
    text("title", title, 100, "Give it a name that people will recognise.", faults);
    if (about != null && about.length() > 5000) faults.add(new Fault("about", "Keep this under 5000 characters."));
    if (kind.decides()) rule(faults);
    if (rate != null && (rate.minor() < 0 || rate.minor() > 10_000_000)) faults.add(new Fault("rate", "A rate is at least 0 and at most 100,000.00 an item."));
    if (kind == Round.Kind.ASSESSMENT && rate != null) faults.add(new Fault("rate", "An assessment belongs to no project that could pay for it: say so by leaving the rate out."));
    if (kind == Round.Kind.ASSESSMENT && skill == null) faults.add(new Fault("skill", "Say what is assessed: WRITING, RUBRIC or ACCURACY."));
    if (draw != null && (draw < 1 || draw > RoundDesk.MOST_ITEMS)) faults.add(new Fault("draw", "An attempt asks between 1 and %d items.".formatted(RoundDesk.MOST_ITEMS)));
    if (returning != null && (returning < 1 || returning > RoundDesk.MOST_ITEMS)) faults.add(new Fault("returning", "At least 1 item is asked, and at most %d.".formatted(RoundDesk.MOST_ITEMS)));
    if (!(minutes > 0 && minutes <= 600)) faults.add(new Fault("minutes", "Say how many minutes an attempt takes, up to 600."));
    if (!faults.isEmpty()) throw new Invalid(faults);
    return new Sheet(title.strip(), about == null ? "" : about.strip(), kind.decides() ? rule : null, rate == null || rate.minor() == 0 ? null : rate, draw, returning,
        minutes, kind == Round.Kind.ASSESSMENT ? skill : null);
  }

  private void rule(List<Fault> faults) {
    if (rule == null) {
      faults.add(new Fault("rule", "Say what is needed to pass: people read it before they begin."));
      return;
    }
    if (!(rule.share() > 0 && rule.share() <= 1)) faults.add(new Fault("rule.share", "The share to reach lies above 0 and is at most 1."));
    if (rule.attempts() < 1 || rule.attempts() > 20) faults.add(new Fault("rule.attempts", "There are between 1 and 20 attempts."));
    if (rule.waitHours() < 0 || rule.waitHours() > 720) faults.add(new Fault("rule.waitHours", "The waiting time lies between 0 and 720 hours (30 days)."));
  }

  private static void text(String field, @Nullable String text, int most, String ask, List<Fault> faults) {
    if (text == null || text.isBlank()) faults.add(new Fault(field, ask));
    else if (text.length() > most) faults.add(new Fault(field, "Keep this under %d characters.".formatted(most)));
  }
}
