package org.touchstone.platform.adjudication;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.ItemId;
import org.touchstone.platform.shared.JudgmentId;
import org.touchstone.platform.shared.ProjectId;

/**
 * A question that a person settles.
 *
 * @param itemId null for an appeal, which is about a person's access
 * @param judgmentId the judgment a dispute is about
 * @param decisionId the decision an appeal is about
 * @param personId who disputes or appeals
 * @param text what they say
 */
public record Case(
    UUID id, ProjectId projectId, @Nullable ItemId itemId, Kind kind, State state, @Nullable JudgmentId judgmentId,
    @Nullable UUID decisionId, @Nullable AccountId personId, @Nullable String text, Instant openedAt, @Nullable Instant decidedAt,
    @Nullable AccountId decidedBy, @Nullable String reason, @Nullable Boolean uphold, @Nullable JudgmentId verdictId) {

  public enum Kind { FLAG, DISAGREEMENT, APPEAL, DISPUTE }

  public enum State { OPEN, DECIDED }

  /** Why the case was opened; for a flag its category and the rater's words. */
  public record Cause(Kind kind, @Nullable String category, @Nullable String note) {}

  /** A case was decided; told inside its own transaction. */
  public record Decided(UUID caseId, ProjectId projectId, Kind kind, String reason, List<Outcome> outcomes) {}

  /** A rejection is disputed; told inside its own transaction. */
  public record Disputed(UUID caseId, JudgmentId judgmentId) {}
}
