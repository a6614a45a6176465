package org.touchstone.platform.dataset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.touchstone.platform.dataset.FrozenItem.Settled;
import org.touchstone.platform.dataset.FrozenItem.Vote;
import org.touchstone.platform.guideline.Answer;
import org.touchstone.platform.guideline.Rubric;
import tools.jackson.databind.json.JsonMapper;

/** Every judgment of an item: whole for JSONL, one row an answer for tables. */
final class JudgmentRows {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** The columns of the table with their types in DuckDB's words. */
  static final Map<String, String> COLUMNS = columns();

  private final Rubric rubric;

  JudgmentRows(Rubric rubric) {
    this.rubric = rubric;
  }

  private static Map<String, String> columns() {
    var columns = new LinkedHashMap<String, String>();
    for (String text : List.of("judgment_id", "item_id", "external_id", "prompt", "context")) columns.put(text, "VARCHAR");
    columns.put("responses", "VARCHAR[]");
    columns.put("models", "VARCHAR[]");
    for (String text : List.of("rater", "role", "criterion", "kind")) columns.put(text, "VARCHAR");
    columns.put("response", "INTEGER");
    columns.put("part", "INTEGER");
    for (String text : List.of("answer", "answer_json")) columns.put(text, "VARCHAR");
    columns.put("strength", "INTEGER");
    for (String text : List.of("justification", "flag", "note", "outcome")) columns.put(text, "VARCHAR");
    columns.put("order_shown", "INTEGER[]");
    columns.put("guideline_version", "INTEGER");
    columns.put("submitted_at", "TIMESTAMPTZ");
    columns.put("active_seconds", "INTEGER");
    columns.put("price_minor", "BIGINT");
    columns.put("currency", "VARCHAR");
    columns.put("gold", "BOOLEAN");
    for (String text : List.of("gold_answer", "consensus", "majority")) columns.put(text, "VARCHAR");
    columns.put("probability", "DOUBLE");
    columns.put("votes", "INTEGER");
    columns.put("distribution", "VARCHAR");
    columns.put("_ties", "BOOLEAN");
    return columns;
  }

  /** One object a judgment, with the item it speaks of and what was settled about it. */
  List<Map<String, Object>> whole(FrozenItem item) {
    return item.judgments().stream().map(vote -> {
      var row = new LinkedHashMap<String, Object>();
      row.put("judgment_id", vote.judgmentId());
      row.put("item_id", item.itemId());
      row.put("external_id", item.externalId());
      row.put("prompt", item.prompt());
      row.put("context", item.context());
      row.put("conversation", item.conversation());
      row.put("responses", item.responses());
      row.put("rater", vote.rater());
      row.put("role", vote.role());
      row.put("answers", vote.answers());
      row.put("flag", vote.flag());
      row.put("note", vote.note());
      row.put("outcome", vote.outcome());
      row.put("order_shown", vote.shown());
      row.put("guideline_version", vote.guidelineVersion());
      row.put("submitted_at", vote.submittedAt().toString());
      row.put("active_seconds", vote.activeSeconds());
      row.put("price_minor", vote.priceMinor());
      row.put("currency", vote.currency());
      row.put("gold", item.gold());
      row.put("consensus", item.consensus());
      row.put("_ties", item.consensus().stream().anyMatch(JudgmentRows::isTie));
      return (Map<String, Object>) row;
    }).toList();
  }

  /**
   * One answer as a row tells it.
   *
   * @param part the step or turn it is about, where the criterion asks about those one by one
   */
  private record Said(@Nullable String criterion, @Nullable String response, @Nullable Integer part, @Nullable Answer whole, @Nullable String word,
      @Nullable String why) {
    static final Said NOTHING = new Said(null, null, null, null, null, null);

    static Stream<Said> of(String criterion, Answer answer) {
      return answer instanceof Answer.ByResponse each
          ? new TreeMap<>(each.byResponse()).entrySet().stream().flatMap(one -> of(criterion, one.getKey(), one.getValue()))
          : of(criterion, null, answer);
    }

    private static Stream<Said> of(String criterion, @Nullable String response, Answer answer) {
      return switch (answer) {
        case Answer.StepMarks marks -> IntStream.range(0, marks.steps().size()).filter(step -> marks.steps().get(step) != null)
            .mapToObj(step -> new Said(criterion, response, step, answer, marks.steps().get(step).mark(), marks.steps().get(step).comment()));
        case Answer.TurnMarks marks -> byPlace(marks)
            .map(turn -> new Said(criterion, response, Integer.valueOf(turn.getKey()), answer, JudgmentRows.word(turn.getValue()), turn.getValue().justification()));
        default -> Stream.of(new Said(criterion, response, null, answer, JudgmentRows.word(answer), answer.justification()));
      };
    }

    @Nullable Settled settled(FrozenItem item) {
      if (criterion == null) return null;
      return (part == null ? item.settled(criterion, response) : item.settled(criterion, response, part)).orElse(null);
    }

    /** What the known answer of the item says about the same. */
    @Nullable String gold(FrozenItem item) {
      if (item.gold() == null || criterion == null) return null;
      return item.gold().answers().to(criterion).stream().flatMap(answer -> of(criterion, answer))
          .filter(known -> Objects.equals(known.response, response) && Objects.equals(known.part, part)).map(Said::word).findFirst().orElse(null);
    }
  }

  /** One row for each answer of each judgment, for each step or turn where it is about those, and one for each flag. */
  void flat(FrozenItem item, Consumer<Map<String, @Nullable Object>> sink) {
    for (Vote vote : item.judgments()) {
      if (vote.answers() == null || vote.answers().byCriterion().isEmpty()) sink.accept(row(item, vote, Said.NOTHING));
      else vote.answers().byCriterion().forEach((criterion, answer) -> Said.of(criterion, answer).forEach(said -> sink.accept(row(item, vote, said))));
    }
  }

  private Map<String, @Nullable Object> row(FrozenItem item, Vote vote, Said said) {
    var settled = said.settled(item);
    var row = new LinkedHashMap<String, @Nullable Object>();
    row.put("judgment_id", vote.judgmentId());
    row.put("item_id", item.itemId());
    row.put("external_id", item.externalId());
    row.put("prompt", item.prompt());
    row.put("context", item.context());
    row.put("responses", item.responses().stream().map(FrozenItem.Response::text).toList());
    row.put("models", models(item));
    row.put("rater", vote.rater());
    row.put("role", vote.role());
    row.put("criterion", said.criterion());
    row.put("kind", said.criterion() == null ? null : kind(said.criterion()));
    row.put("response", said.response() == null ? null : Integer.valueOf(said.response()));
    row.put("part", said.part());
    row.put("answer", said.word());
    row.put("answer_json", said.whole() == null ? null : JSON.writeValueAsString(said.whole()));
    row.put("strength", said.whole() instanceof Answer.Winner winner ? winner.strength() : null);
    row.put("justification", said.why());
    row.put("flag", vote.flag());
    row.put("note", vote.note());
    row.put("outcome", vote.outcome());
    row.put("order_shown", vote.shown());
    row.put("guideline_version", vote.guidelineVersion());
    row.put("submitted_at", vote.submittedAt().toString());
    row.put("active_seconds", vote.activeSeconds());
    row.put("price_minor", vote.priceMinor());
    row.put("currency", vote.currency());
    row.put("gold", item.gold() != null);
    row.put("gold_answer", said.gold(item));
    row.put("consensus", settled == null ? null : settled.answer());
    row.put("majority", settled == null ? null : settled.majority());
    row.put("probability", settled == null ? null : settled.probability());
    row.put("votes", settled == null ? null : settled.n());
    row.put("distribution", settled == null ? null : JSON.writeValueAsString(settled.distribution()));
    row.put("_ties", settled != null && isTie(settled));
    return row;
  }

  private static @Nullable List<@Nullable String> models(FrozenItem item) {
    var models = new ArrayList<@Nullable String>();
    item.responses().forEach(response -> models.add(response.model()));
    return models.stream().allMatch(Objects::isNull) ? null : models;
  }

  private String kind(String criterion) {
    return rubric.criterion(criterion).map(found -> JSON.valueToTree(found).path("kind").asString(null)).orElse(null);
  }

  private static boolean isTie(Settled settled) {
    return settled.answer().equals(Answer.Winner.TIE) || settled.answer().equals(Answer.Winner.BOTH_BAD);
  }

  private static Stream<Map.Entry<String, Answer>> byPlace(Answer.TurnMarks marks) {
    return marks.turns().entrySet().stream().sorted(Comparator.comparingInt(turn -> Integer.parseInt(turn.getKey())));
  }

  /** The answer in one word or line, as people would put it into a table. */
  static String word(Answer answer) {
    return switch (answer) {
      case Answer.Choices choices -> String.join("|", choices.choices());
      case Answer.Winner winner -> winner.winner();
      case Answer.Order order -> String.join(">", order.order().stream().map(group -> String.join("=", group)).toList());
      case Answer.Score score -> score.value() == Math.rint(score.value()) ? Long.toString((long) score.value()) : Double.toString(score.value());
      case Answer.Spans spans -> String.join("|", spans.spans().stream().map(Answer.Span::category).toList());
      case Answer.Rewrite rewrite -> rewrite.text();
      case Answer.Text text -> text.text();
      case Answer.StepMarks marks -> String.join("|", marks.steps().stream().map(mark -> mark == null ? "" : mark.mark()).toList());
      case Answer.TurnMarks marks -> String.join("|", byPlace(marks).map(turn -> turn.getKey() + "=" + word(turn.getValue())).toList());
      case Answer.ByResponse each -> JSON.writeValueAsString(each);
    };
  }
}
