package org.touchstone.platform.judgment;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Why a rater would rather not guess: a question to the lead, paid like an answer, never held against anybody. */
public record Flag(Category category, String note) {
  public enum Category {
    @JsonProperty("ambiguous") AMBIGUOUS,
    @JsonProperty("guideline_gap") GUIDELINE_GAP,
    @JsonProperty("unsafe") UNSAFE,
    @JsonProperty("broken") BROKEN,
    @JsonProperty("outside_expertise") OUTSIDE_EXPERTISE;

    /** As it is written outside. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
