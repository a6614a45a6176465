package org.touchstone.platform.dataset;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.touchstone.platform.guideline.Rubric;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.ProjectId;

/**
 * What was judged in a project at one moment; immutable once ready.
 *
 * @param createdBy the name of who took it
 * @param hash SHA-256 over its frozen lines, null until ready
 * @param rubric the one in force at that moment
 */
public record Snapshot(
    SnapshotId id,
    ProjectId projectId,
    String name,
    State state,
    Filter filter,
    Instant createdAt,
    @JsonIgnore AccountId creator,
    String createdBy,
    @Nullable Instant readyAt,
    @Nullable String hash,
    @Nullable DataCard card,
    @Nullable String error,
    @JsonIgnore Rubric rubric) {

  public enum State { RUNNING, READY, FAILED }

  /**
   * What of the project goes in.
   *
   * @param complete only items that have all their judgments
   * @param guidelineVersions only judgments made under these, null for all
   * @param minimumProbability only items whose every answer is at least this sure
   */
  public record Filter(@Nullable Boolean complete, @Nullable List<Integer> guidelineVersions, @Nullable Double minimumProbability) {
    public static Filter everything() {
      return new Filter(null, null, null);
    }
  }

  Snapshot named(String creatorName) {
    return new Snapshot(id, projectId, name, state, filter, createdAt, creator, creatorName, readyAt, hash, card, error, rubric);
  }
}
