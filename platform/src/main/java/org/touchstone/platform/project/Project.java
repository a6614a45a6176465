package org.touchstone.platform.project;

import java.time.Instant;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.ProjectId;

/**
 * A body of work with its own terms, guideline and people.
 *
 * @param terms the newest version; those who accepted an earlier one keep that
 */
public record Project(
    ProjectId id,
    String slug,
    String name,
    String domain,
    String summary,
    String description,
    State state,
    Settings settings,
    Terms terms,
    Instant createdAt,
    AccountId createdBy) {
  /** Only a published project hands out work; only a published or paused one is listed. */
  public enum State {
    DRAFT,
    PUBLISHED,
    PAUSED,
    CLOSED;

    public boolean isListed() {
      return this == PUBLISHED || this == PAUSED;
    }
  }

  /** The project's state changed; {@code before} and {@code after} differ. */
  public record StateChanged(ProjectId project, State before, State after) {}

  /** New terms were announced; they bind nobody who does not accept them. */
  public record TermsAnnounced(ProjectId project, int version) {}
}
