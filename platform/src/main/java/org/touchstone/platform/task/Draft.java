package org.touchstone.platform.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.touchstone.platform.guideline.Answers;

/** Work as typed; revisions count up, so that an older tab cannot overwrite a newer one. */
public record Draft(Answers answers, @Nullable Aside aside, int revision, Instant savedAt) {

  /** What was typed beside the answers and is not handed in yet: a note to the reviewer, or a flag somebody began. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Aside(@Nullable String note, @Nullable BegunFlag flag) {
    private static final int LONGEST = 4000;

    boolean isTooLong() {
      return isTooLong(note) || flag != null && (isTooLong(flag.note()) || isTooLong(flag.category()));
    }

    private static boolean isTooLong(@Nullable String text) {
      return text != null && text.length() > LONGEST;
    }
  }

  /** A flag as far as it is chosen and written; whether it is complete is asked when it is handed in. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record BegunFlag(@Nullable String category, @Nullable String note) {}
}
