package org.touchstone.platform.guideline;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One question of a rubric; its kind decides what an answer looks like. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Criterion.Label.class, name = "label"),
  @JsonSubTypes.Type(value = Criterion.Compare.class, name = "compare"),
  @JsonSubTypes.Type(value = Criterion.Rank.class, name = "rank"),
  @JsonSubTypes.Type(value = Criterion.Scale.class, name = "score"),
  @JsonSubTypes.Type(value = Criterion.Critique.class, name = "critique"),
  @JsonSubTypes.Type(value = Criterion.Rewrite.class, name = "rewrite"),
  @JsonSubTypes.Type(value = Criterion.FreeText.class, name = "text")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface Criterion {
  /** Whether the question is asked once of the item or of each response. */
  enum Target {
    @JsonProperty("item") ITEM,
    @JsonProperty("each_response") EACH_RESPONSE
  }

  /** When an answer must say why. */
  enum Justification {
    @JsonProperty("never") NEVER,
    @JsonProperty("always") ALWAYS,
    @JsonProperty("on_extremes") ON_EXTREMES
  }

  /** @param key unique in its rubric, lower-case letters, digits and underscores */
  record Common(String key, String title, @Nullable String help, Target target, boolean required, Justification justification) {
    public Common {
      target = target == null ? Target.ITEM : target;
      justification = justification == null ? Justification.NEVER : justification;
    }
  }

  record Option(String value, String label, @Nullable String help) {}

  record Anchor(double value, String label, @Nullable String help) {}

  Common common();

  default String key() {
    return common().key();
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Label(@com.fasterxml.jackson.annotation.JsonUnwrapped Common common, List<Option> options, boolean multiple) implements Criterion {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Compare(@com.fasterxml.jackson.annotation.JsonUnwrapped Common common, boolean strength, boolean tie, boolean bothBad) implements Criterion {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Rank(@com.fasterxml.jackson.annotation.JsonUnwrapped Common common, boolean ties) implements Criterion {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Scale(@com.fasterxml.jackson.annotation.JsonUnwrapped Common common, int min, int max, List<Anchor> anchors) implements Criterion {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Critique(@com.fasterxml.jackson.annotation.JsonUnwrapped Common common, List<Option> categories, List<Option> severities) implements Criterion {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Rewrite(@com.fasterxml.jackson.annotation.JsonUnwrapped Common common, @Nullable Integer minLength, @Nullable Integer maxLength) implements Criterion {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record FreeText(@com.fasterxml.jackson.annotation.JsonUnwrapped Common common, @Nullable Integer minLength, @Nullable Integer maxLength) implements Criterion {}
}
