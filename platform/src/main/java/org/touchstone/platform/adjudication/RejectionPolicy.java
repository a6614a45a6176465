package org.touchstone.platform.adjudication;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.touchstone.platform.judgment.Judgment;

/**
 * When a judgment may be rejected: with a reason, within the review time, never for a flag, and never more than a tenth of
 * a person's judgments in a project, though one can always be.
 */
final class RejectionPolicy {
  static final double MOST = 0.1;

  private RejectionPolicy() {}

  /**
   * @param rejected how many of the rater's judgments stand rejected, without this one
   * @param judged how many the rater handed in
   * @param lifted whether the owner decides, who may go beyond the tenth
   * @return why not, or empty
   */
  static Optional<String> refusal(Judgment judgment, @Nullable String reason, int rejected, int judged, boolean lifted, Instant now) {
    if (judgment.kind() == Judgment.Kind.FLAG) return Optional.of("A flag is never rejected: it is a question, and it is paid.");
    if (reason == null || reason.strip().length() < 10) {
      return Optional.of("A rejection needs a reason of at least 10 characters: it is told to the trainer, who may dispute it.");
    }
    if (judgment.settlesAt() != null && !now.isBefore(judgment.settlesAt())) {
      return Optional.of("The review time of this judgment is over, so it counts as accepted and stays paid.");
    }
    if (!lifted && rejected + 1 > Math.max(1, (int) (judged * MOST))) {
      return Optional.of("%d of this trainer's %d judgments are rejected already; more than a tenth takes the owner of the installation."
          .formatted(rejected, judged));
    }
    return Optional.empty();
  }
}
