package org.touchstone.platform.access;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.ProjectId;

/**
 * A recorded change of somebody's permission, with what it rests on.
 *
 * @param rule the gate as it was worded then, or who decided by hand
 * @param observations how many observations the measure had, so that the next review needs new ones
 * @param until when a restriction ends by itself
 * @param decidedBy null when the gate decided
 */
public record Decision(
    UUID id,
    ProjectId projectId,
    AccountId accountId,
    Action action,
    String rule,
    String reason,
    List<Finding.Evidence> evidence,
    long observations,
    Instant at,
    @Nullable Instant until,
    @Nullable AccountId decidedBy,
    @Nullable Appeal appeal) {
  /** What was done. */
  public enum Action {
    RESTRICTED,
    RESTORED
  }

  /** @param dueAt until when it is answered, by somebody who did not decide it */
  public record Appeal(State state, String text, @Nullable String answer, Instant dueAt, @Nullable AccountId answeredBy) {
    public enum State {
      OPEN,
      UPHELD,
      DECLINED
    }
  }

  /** The person concerned has objected; a case is to be opened. */
  public record Appealed(UUID decisionId, ProjectId projectId, AccountId accountId, String text, Instant dueAt) {}
}
