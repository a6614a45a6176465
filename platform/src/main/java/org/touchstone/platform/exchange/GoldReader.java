package org.touchstone.platform.exchange;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.touchstone.platform.guideline.Answer;
import org.touchstone.platform.guideline.Answers;
import org.touchstone.platform.guideline.Criterion;
import org.touchstone.platform.guideline.Rubric;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a known answer: the full form by criterion, or the bare value that crowd files carry where the rubric asks one thing only. */
final class GoldReader {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Map<String, Integer> SIDES = Map.of("a", 0, "b", 1, "left", 0, "right", 1, "first", 0, "second", 1);

  private final @Nullable Rubric rubric;
  private final List<String> responseColumns;

  GoldReader(@Nullable Rubric rubric, List<String> responseColumns) {
    this.rubric = rubric;
    this.responseColumns = responseColumns;
  }

  Answers read(JsonNode value) {
    JsonNode node = value;
    if (value.isString() && value.asString().stripLeading().startsWith("{")) {
      try {
        node = JSON.readTree(value.asString());
      } catch (JacksonException wrong) {
        throw new IllegalArgumentException("The known answer starts like JSON and is none: " + start(value.asString()));
      }
    }
    return node.isObject() ? full(node) : new Answers(Map.of(only().key(), bare(only(), node)));
  }

  private static Answers full(JsonNode node) {
    try {
      return JSON.treeToValue(node, Answers.class);
    } catch (JacksonException wrong) {
      throw new IllegalArgumentException("The known answer must name criteria, as in {\"correct\": {\"choices\": [\"yes\"]}}; this one reads " + start(node.toString()));
    }
  }

  private Criterion only() {
    if (rubric == null) {
      throw new IllegalArgumentException("There is no published guideline yet to check the known answer against; publish it first, or leave the gold out.");
    }
    var asked = rubric.criteria().stream().filter(criterion -> criterion.common().required()).toList();
    if (asked.isEmpty()) asked = rubric.criteria();
    if (asked.size() == 1) return asked.getFirst();
    throw new IllegalArgumentException("The rubric asks %d things (%s), so the known answer must say which it answers, as JSON by criterion.".formatted(
        asked.size(), asked.stream().map(Criterion::key).collect(Collectors.joining(", "))));
  }

  private Answer bare(Criterion criterion, JsonNode node) {
    String text = node.asString("").strip();
    return switch (criterion) {
      case Criterion.Label label -> new Answer.Choices(List.of(option(label, text)), null);
      case Criterion.Compare _ -> new Answer.Winner(winner(text), null, null);
      case Criterion.Scale _ -> new Answer.Score(number(text), null);
      case Criterion.FreeText _ -> new Answer.Text(text, null);
      case Criterion.Rank _, Criterion.Critique _, Criterion.Rewrite _, Criterion.StepReview _, Criterion.TurnReview _ ->
          throw new IllegalArgumentException("“%s” needs its known answer as JSON by criterion.".formatted(criterion.key()));
    };
  }

  private static String option(Criterion.Label label, String text) {
    for (var option : label.options()) {
      if (option.value().equalsIgnoreCase(text) || option.label().equalsIgnoreCase(text)) return option.value();
    }
    if (Boolean.TRUE.equals(label.none()) && text.equalsIgnoreCase(Criterion.Label.NONE)) return Criterion.Label.NONE;
    throw new IllegalArgumentException("The known answer “%s” is not among the options of “%s”: %s.".formatted(
        start(text), label.key(), label.options().stream().map(Criterion.Option::value).limit(12).collect(Collectors.joining(", "))));
  }

  private String winner(String text) {
    String word = text.toLowerCase(java.util.Locale.ROOT);
    if (word.equals(Answer.Winner.TIE) || word.equals(Answer.Winner.BOTH_BAD) || word.equals("0") || word.equals("1")) return word;
    if (SIDES.containsKey(word)) return SIDES.get(word).toString();
    for (int i = 0; i < responseColumns.size(); i++) if (responseColumns.get(i).equalsIgnoreCase(text)) return Integer.toString(i);
    throw new IllegalArgumentException("The known answer “%s” names no side; say 0, 1, tie, or the name of the response's column.".formatted(start(text)));
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException notANumber) {
      throw new IllegalArgumentException("The known answer “%s” is not a number.".formatted(start(text)));
    }
  }

  private static String start(String text) {
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }
}
