package org.touchstone.platform.calibration;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.touchstone.platform.guideline.Rubric;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.ProjectId;

/**
 * A set of items judged to learn, to be calibrated or to be assessed.
 *
 * @param projectId null for an assessment, which belongs to the installation
 * @param series what rounds share that replace one another; a pass counts for the series
 * @param level the version of the guideline it was written for; 1 for an assessment
 * @param rubric the questions as they stood when the round was made
 */
public record Round(UUID id, @Nullable ProjectId projectId, UUID series, Kind kind, State state, int level, Sheet sheet, Rubric rubric,
    AccountId madeBy, Instant madeAt) {
  public enum Kind {
    /** Each answer is explained at once; as often as one likes. */
    PRACTICE,
    /** Judged blind, then seen beside the standard; passing opens paid work where a project asks for it. */
    CALIBRATION,
    /** Leads and chosen trainers try the guideline, not the people. */
    GUIDELINE_TEST,
    /** Like a calibration, drawn from a bank of the installation; counts in every project that asks for it. */
    ASSESSMENT;

    /** Whether it ends with a decision about the person. */
    public boolean decides() {
      return this == CALIBRATION || this == ASSESSMENT;
    }
  }

  /** Only an open round can be begun; what was begun can be finished after it closed. */
  public enum State {
    DRAFT,
    OPEN,
    CLOSED
  }

  boolean needsStandard() {
    return kind != Kind.GUIDELINE_TEST;
  }
}
