package org.touchstone.platform.guideline;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * What a rater said on one criterion. Responses are named by index: the position as shown towards the rater, the item's
 * own order everywhere else; {@link #renamed} goes from one to the other.
 */
@JsonDeserialize(using = AnswerReader.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(oneOf = {
    Answer.Choices.class, Answer.Winner.class, Answer.Order.class, Answer.Score.class, Answer.Spans.class, Answer.Rewrite.class, Answer.Text.class,
    Answer.StepMarks.class, Answer.TurnMarks.class, Answer.ByResponse.class})
public sealed interface Answer {

  /** Why, in the rater's words; null where none was given. */
  @Nullable String justification();

  /** The same answer with every response index renamed. */
  default Answer renamed(UnaryOperator<String> index) {
    return this;
  }

  @JsonDeserialize
  record Choices(List<String> choices, @Nullable String justification) implements Answer {
    public Choices {
      choices = List.copyOf(choices);
    }
  }

  /** @param winner a response index, {@code tie} or {@code both_bad}; @param strength 1 slightly … 3 much, null for ties */
  @JsonDeserialize
  record Winner(String winner, @Nullable Integer strength, @Nullable String justification) implements Answer {
    public static final String TIE = "tie";
    public static final String BOTH_BAD = "both_bad";

    @Override
    public Winner renamed(UnaryOperator<String> index) {
      boolean named = !winner.equals(TIE) && !winner.equals(BOTH_BAD);
      return named ? new Winner(index.apply(winner), strength, justification) : this;
    }
  }

  /** @param order groups from best to worst; responses in one group are tied */
  @JsonDeserialize
  record Order(List<List<String>> order, @Nullable String justification) implements Answer {
    public Order {
      order = order.stream().map(List::copyOf).toList();
    }

    @Override
    public Order renamed(UnaryOperator<String> index) {
      return new Order(order.stream().map(group -> group.stream().map(index).sorted().toList()).toList(), justification);
    }
  }

  @JsonDeserialize
  record Score(double value, @Nullable String justification) implements Answer {}

  @JsonDeserialize
  record Spans(List<Span> spans, @Nullable String justification) implements Answer {
    public Spans {
      spans = List.copyOf(spans);
    }

    @Override
    public Spans renamed(UnaryOperator<String> index) {
      return new Spans(spans.stream().map(span -> span.renamed(index)).toList(), justification);
    }
  }

  @JsonDeserialize
  @Schema(name = "Rewritten")
  record Rewrite(String response, String text, @Nullable String justification) implements Answer {
    @Override
    public Rewrite renamed(UnaryOperator<String> index) {
      return new Rewrite(index.apply(response), text, justification);
    }
  }

  @JsonDeserialize
  record Text(String text, @Nullable String justification) implements Answer {}

  /** @param steps one mark for each reasoning step in its order; null where a step has none */
  @JsonDeserialize
  record StepMarks(List<@Nullable StepMark> steps, @Nullable String justification) implements Answer {
    public StepMarks {
      steps = Collections.unmodifiableList(new ArrayList<>(steps));
    }

    /** Index of the first step that is wrong; empty where none is. */
    public OptionalInt firstError() {
      return IntStream.range(0, steps.size()).filter(i -> steps.get(i) != null && steps.get(i).mark().equals(StepMark.WRONG)).findFirst();
    }
  }

  /** @param turns a choice or a score for each turn, by the turn's place in the conversation */
  @JsonDeserialize
  record TurnMarks(Map<String, Answer> turns, @Nullable String justification) implements Answer {
    public TurnMarks {
      turns = new TreeMap<>(turns);
    }
  }

  @JsonDeserialize
  record ByResponse(Map<String, Answer> byResponse, @Nullable String justification) implements Answer {
    public ByResponse {
      byResponse = new TreeMap<>(byResponse);
    }

    @Override
    public ByResponse renamed(UnaryOperator<String> index) {
      var renamed = new TreeMap<String, Answer>();
      byResponse.forEach((key, answer) -> renamed.put(index.apply(key), answer.renamed(index)));
      return new ByResponse(renamed, justification);
    }
  }

  /**
   * A marked stretch of a response, of a turn of the conversation, or of the prompt where both are null; offsets in UTF-16
   * code units.
   *
   * @param turn the turn's place in the conversation
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Span(
      @Nullable String response, @Nullable Integer turn, int start, int end, String quote, String category, @Nullable String severity, @Nullable String comment) {
    Span renamed(UnaryOperator<String> index) {
      return response == null ? this : new Span(index.apply(response), turn, start, end, quote, category, severity, comment);
    }
  }

  /** What one reasoning step is worth. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record StepMark(String mark, @Nullable String comment) {
    public static final String RIGHT = "right";
    public static final String NEUTRAL = "neutral";
    public static final String WRONG = "wrong";
    public static final List<String> ALL = List.of(RIGHT, NEUTRAL, WRONG);
  }
}
