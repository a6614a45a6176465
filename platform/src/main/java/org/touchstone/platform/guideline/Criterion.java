package org.touchstone.platform.guideline;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
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
  @JsonSubTypes.Type(value = Criterion.FreeText.class, name = "text"),
  @JsonSubTypes.Type(value = Criterion.StepReview.class, name = "steps"),
  @JsonSubTypes.Type(value = Criterion.TurnReview.class, name = "turns")
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
    @JsonProperty("on_extremes") ON_EXTREMES,
    @JsonProperty("on_sample") ON_SAMPLE
  }

  /**
   * What all kinds share.
   *
   * @param key unique in its rubric, lower-case letters, digits and underscores
   * @param justificationShare of how many tasks in a hundred, as 0 to 1, the reason is asked where it is asked on a sample
   * @param showIf what must have been said before for this to be asked; null where it is always asked
     * @param clause the heading of the guideline under which it is explained; null where none was named
   */
  record Common(
      String key, String title, @Nullable String help, Target target, boolean required, Justification justification,
      @Nullable Double justificationShare, @Nullable Condition showIf, @Nullable String clause) {
    public Common {
      target = target == null ? Target.ITEM : target;
      justification = justification == null ? Justification.NEVER : justification;
    }

    public Common(String key, String title, @Nullable String help, Target target, boolean required, Justification justification) {
      this(key, title, help, target, required, justification, null, null, null);
    }

    Common justified(Justification other) {
      return new Common(key, title, help, target, required, other, null, showIf, clause);
    }

    /** Nothing is required of a known answer, nothing need be justified, and nothing depends on the rest. */
    Common asKnowledge() {
      return new Common(key, title, help, target, false, Justification.NEVER);
    }
  }

  record Option(String value, String label, @Nullable String help) {}

  record Anchor(double value, String label, @Nullable String help) {}

  Common common();

  /** The same question with other circumstances. */
  Criterion with(Common other);

  default String key() {
    return common().key();
  }

  /** Whether it is answered for each response by itself; a critique names the response in its spans instead. */
  default boolean isPerResponse() {
    return common().target() == Target.EACH_RESPONSE && !(this instanceof Critique);
  }

  /** @param none whether 'none of these' may be chosen, alone */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Label(@JsonUnwrapped Common common, List<Option> options, boolean multiple, @Nullable Boolean none) implements Criterion {
    /** What is chosen where none of the options fits. */
    public static final String NONE = "none_of_these";

    public Label(Common common, List<Option> options, boolean multiple) {
      this(common, options, multiple, null);
    }

    /** All that may be chosen, in the order in which it is shown. */
    public List<String> values() {
      var values = new ArrayList<>(options.stream().map(Option::value).toList());
      if (Boolean.TRUE.equals(none)) values.add(NONE);
      return values;
    }

    @Override
    public Label with(Common other) {
      return new Label(other, options, multiple, none);
    }
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Compare(@JsonUnwrapped Common common, boolean strength, boolean tie, boolean bothBad) implements Criterion {
    @Override
    public Compare with(Common other) {
      return new Compare(other, strength, tie, bothBad);
    }
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Rank(@JsonUnwrapped Common common, boolean ties) implements Criterion {
    @Override
    public Rank with(Common other) {
      return new Rank(other, ties);
    }
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Scale(@JsonUnwrapped Common common, int min, int max, List<Anchor> anchors) implements Criterion {
    @Override
    public Scale with(Common other) {
      return new Scale(other, min, max, anchors);
    }
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Critique(@JsonUnwrapped Common common, List<Option> categories, List<Option> severities) implements Criterion {
    @Override
    public Critique with(Common other) {
      return new Critique(other, categories, severities);
    }
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Rewrite(@JsonUnwrapped Common common, @Nullable Integer minLength, @Nullable Integer maxLength) implements Criterion {
    @Override
    public Rewrite with(Common other) {
      return new Rewrite(other, minLength, maxLength);
    }
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record FreeText(@JsonUnwrapped Common common, @Nullable Integer minLength, @Nullable Integer maxLength) implements Criterion {
    @Override
    public FreeText with(Common other) {
      return new FreeText(other, minLength, maxLength);
    }
  }

  /**
   * Each reasoning step of a response is right, neutral or wrong.
   *
   * @param untilFirstError whether the steps behind the first wrong one need no mark
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record StepReview(@JsonUnwrapped Common common, @Nullable Boolean untilFirstError) implements Criterion {
    @Override
    public StepReview with(Common other) {
      return new StepReview(other, untilFirstError);
    }
  }

  /** Each turn of the assistant in the conversation gets one of the options or, where there are none, a score. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record TurnReview(@JsonUnwrapped Common common, @Nullable List<Option> options, @Nullable Integer min, @Nullable Integer max, @Nullable List<Anchor> anchors) implements Criterion {
    /** Whether turns are given one of the options; otherwise they are given a score. */
    public boolean isChoice() {
      return options != null && !options.isEmpty();
    }

    @Override
    public TurnReview with(Common other) {
      return new TurnReview(other, options, min, max, anchors);
    }
  }
}
