package org.touchstone.platform.adjudication;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.touchstone.platform.guideline.Answers;
import org.touchstone.platform.shared.JudgmentId;

/**
 * How a person settles a case.
 *
 * @param reason told to everybody concerned
 * @param answers what is right, in the item's own order
 * @param outcomes what it means for judgments; those left out count as accepted, or as corrected where they differ
 * @param makeGold whether the answers become the item's known answer
 * @param explanation of the gold; the reason where it is left out
 * @param uphold whether a dispute or an appeal is right
 */
public record Verdict(
    String reason, @Nullable Answers answers, @Nullable List<Ruling> outcomes, @Nullable Boolean makeGold,
    @Nullable String explanation, @Nullable Boolean uphold) {

  /**
   * What the verdict means for one judgment; a rejection needs a reason.
   *
   * @param clause the heading of its version of the guideline that a rejected judgment does not follow; needed where there are any
   */
  public record Ruling(JudgmentId judgmentId, Outcome.Kind outcome, @Nullable String reason, @Nullable String clause) {}
}
