package org.touchstone.platform.guideline;

import java.time.Instant;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.ProjectId;

/** A guideline as published: prose and rubric, never changed. */
public record GuidelineVersion(
    ProjectId projectId, int version, String body, Rubric rubric, String changeNote, Effect effect, Instant publishedAt, AccountId publishedBy) {
  /** What a new version asks of those who work under it. */
  public enum Effect {
    /** Wording only: a notice. */
    EDITORIAL,
    /** A doubt is settled: read and acknowledge before the next task. */
    CLARIFYING,
    /** What was right may now be wrong: read and acknowledge before the next task. */
    BREAKING;

    public boolean mustBeAcknowledged() {
      return this != EDITORIAL;
    }
  }

  /** A version came into force. */
  public record Published(ProjectId projectId, int version, Effect effect) {}
}
