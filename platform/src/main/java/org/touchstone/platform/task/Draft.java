package org.touchstone.platform.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.touchstone.platform.guideline.Answers;

/** Work as typed; revisions count up, so that an older tab cannot overwrite a newer one. */
public record Draft(Answers answers, @Nullable Aside aside, int revision, Instant savedAt) {

  /**
   * What was typed beside the answers and is not handed in yet: a note to the reviewer, a flag or a skip somebody began.
   *
   * @param reasons what was typed before the answer it explains was chosen, by criterion, or by criterion and response ({@code correct/1})
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Aside(@Nullable String note, @Nullable BegunFlag flag, @Nullable Map<String, String> reasons, @Nullable BegunSkip skip) {
    private static final int LONGEST = 4000;
    private static final int MOST = 200;

    boolean isTooLong() {
      return isTooLong(note) || flag != null && (isTooLong(flag.note()) || isTooLong(flag.category()))
          || skip != null && (isTooLong(skip.reason()) || isTooLong(skip.note()))
          || reasons != null && (reasons.size() > MOST || reasons.entrySet().stream().anyMatch(one -> isTooLong(one.getKey()) || isTooLong(one.getValue())));
    }

    /** Reasons of responses by another order of the responses; what names none that is there goes. */
    Aside inOrder(IntUnaryOperator order, int responses) {
      if (reasons == null) return this;
      var moved = new LinkedHashMap<String, String>();
      reasons.forEach((place, reason) -> {
        int slash = place.lastIndexOf('/');
        if (slash < 0) moved.put(place, reason);
        else if (place.substring(slash + 1).matches("\\d{1,4}") && Integer.parseInt(place.substring(slash + 1)) < responses) {
          moved.put(place.substring(0, slash + 1) + order.applyAsInt(Integer.parseInt(place.substring(slash + 1))), reason);
        }
      });
      return new Aside(note, flag, moved, skip);
    }

    private static boolean isTooLong(@Nullable String text) {
      return text != null && text.length() > LONGEST;
    }
  }

  /** A flag as far as it is chosen and written; whether it is complete is asked when it is handed in. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record BegunFlag(@Nullable String category, @Nullable String note) {}

  /** Why somebody is about to pass the task on, as far as it is chosen and written. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record BegunSkip(@Nullable String reason, @Nullable String note) {}

  /** What a rater may see of it while the item is covered: answers and notes can quote the item, a skip is about themselves. */
  Draft underCover() {
    var skip = aside == null ? null : aside.skip();
    return new Draft(Answers.none(), skip == null ? null : new Aside(null, null, null, skip), revision, savedAt);
  }
}
