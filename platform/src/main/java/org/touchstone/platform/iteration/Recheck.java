package org.touchstone.platform.iteration;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.Money;
import org.touchstone.platform.shared.ProjectId;

/**
 * An order to judge again, under the version in force, what was judged before its breaking change.
 *
 * @param most what it costs at most, at the rates people had accepted when it was ordered
 */
public record Recheck(UUID id, ProjectId projectId, int version, Wish wish, int items, int places, Money most, AccountId orderedBy, Instant orderedAt) {
  public enum Scope { ALL, SAMPLE, CRITERION }

  /** @param criterion whose answers are judged again; @param share of the stale items, drawn at random */
  public record Wish(Scope scope, @Nullable String criterion, @Nullable Double share) {
    public static final Wish ALL = new Wish(Scope.ALL, null, null);
  }
}
