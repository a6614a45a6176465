package org.touchstone.platform.guideline;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A hard rule: answers that break it are not taken. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Rule.Consequence.class, name = "consequence"),
  @JsonSubTypes.Type(value = Rule.ForbiddenPhrases.class, name = "phrases"),
  @JsonSubTypes.Type(value = Rule.WordLimits.class, name = "words")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface Rule {
  /** What trainers read before they begin, and again where they broke it. */
  String message();

  /** The criterion whose answer has to be mended. */
  String subject();

  /** Where one thing was said, another must be said too. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Consequence(Condition when, Condition then, String message) implements Rule {
    @Override
    public String subject() {
      return then.criterion();
    }
  }

  /** Words that a text must not hold, whatever their case. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ForbiddenPhrases(String criterion, List<String> phrases, String message) implements Rule {
    @Override
    public String subject() {
      return criterion;
    }
  }

  /** How many words a text may have. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record WordLimits(String criterion, @Nullable Integer least, @Nullable Integer most, String message) implements Rule {
    @Override
    public String subject() {
      return criterion;
    }
  }
}
