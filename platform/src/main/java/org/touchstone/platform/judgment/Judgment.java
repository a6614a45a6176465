package org.touchstone.platform.judgment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.touchstone.platform.guideline.Answers;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.ItemId;
import org.touchstone.platform.shared.JudgmentId;
import org.touchstone.platform.shared.LeaseId;
import org.touchstone.platform.shared.Money;
import org.touchstone.platform.shared.ProjectId;

/**
 * What one rater said about one item; responses are named in the item's own order.
 *
 * @param leaseId null for a verdict, which needs no lease
 * @param answers null for a flag
 * @param flag null for an answer
 * @param shown for each shown position the item's own index
 * @param late whether it came after its place had gone to somebody else
 * @param settlesAt when it counts as accepted unless somebody says otherwise; null for a verdict
 * @param revision how often its rater said something else instead; 0 for what was first handed in
 * @param first what was first handed in, where something else holds now; known answers measure by it, or trying again would find them
 */
public record Judgment(
    JudgmentId id,
    ProjectId projectId,
    ItemId itemId,
    @Nullable LeaseId leaseId,
    AccountId raterId,
    Role role,
    @Nullable Answers answers,
    @Nullable Flag flag,
    @Nullable String note,
    int guidelineVersion,
    int[] shown,
    Money price,
    int activeSeconds,
    boolean late,
    Instant submittedAt,
    @Nullable Instant settlesAt,
    int revision,
    @Nullable Answers first) {

  public enum Role { TRAINER, ADJUDICATOR, MODEL }

  public enum Kind { ANSWER, FLAG }

  /** The same judgment with something else said, the next in the row of its revisions. */
  Judgment saying(Answers other, @Nullable String otherNote) {
    return new Judgment(id, projectId, itemId, leaseId, raterId, role, other, flag, otherNote, guidelineVersion, shown, price, activeSeconds, late,
        submittedAt, settlesAt, revision + 1, firstSaid());
  }

  /** What was handed in before any revision; null for a flag. */
  public @Nullable Answers firstSaid() {
    return first == null ? answers : first;
  }

  public Kind kind() {
    return flag == null ? Kind.ANSWER : Kind.FLAG;
  }

  /** A judgment is stored; told inside its own transaction, so whoever listens succeeds or fails together with it. */
  public record Submitted(
      JudgmentId judgmentId, ProjectId projectId, ItemId itemId, AccountId raterId, Kind kind, Money price, Instant at, Instant settlesAt) {}

  /** A judgment says something else from now on; told inside its own transaction. */
  public record Revised(JudgmentId judgmentId, ProjectId projectId, ItemId itemId, Instant at) {}

  /** A verdict is stored as a judgment in the role ADJUDICATOR; told inside its own transaction. */
  public record Ruled(JudgmentId judgmentId, ProjectId projectId, ItemId itemId, AccountId adjudicatorId, Instant at) {}
}
