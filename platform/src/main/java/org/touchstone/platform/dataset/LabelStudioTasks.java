package org.touchstone.platform.dataset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.touchstone.platform.dataset.FrozenItem.Vote;
import org.touchstone.platform.guideline.Answer;
import org.touchstone.platform.guideline.Answers;

/**
 * Items as tasks of Label Studio: every judgment an annotation, a verdict or known answer the ground truth, the consensus a
 * prediction. A criterion's key names the control, {@code prompt} or {@code response_0} … the object it speaks of; ties, which
 * its pairwise control does not know, marks of single steps and turns, and reasons stand under controls of their own.
 */
final class LabelStudioTasks {
  private static final String ITEM = "prompt";

  Map<String, @Nullable Object> task(FrozenItem item) {
    var data = new LinkedHashMap<String, Object>();
    data.put(ITEM, item.prompt());
    if (item.context() != null) data.put("context", item.context());
    if (!item.conversation().isEmpty()) data.put("conversation", item.conversation().stream().map(turn -> Map.of("author", turn.role(), "text", turn.text())).toList());
    for (int i = 0; i < item.responses().size(); i++) data.put(response(i), item.responses().get(i).text());
    var meta = new LinkedHashMap<String, @Nullable Object>();
    meta.put("item_id", item.itemId());
    meta.put("external_id", item.externalId());
    meta.put("models", item.responses().stream().map(one -> one.model() == null ? "" : one.model()).toList());
    var annotations = new ArrayList<Map<String, @Nullable Object>>();
    item.judgments().forEach(vote -> annotations.add(annotation(vote)));
    if (item.gold() != null) annotations.add(known(item.gold()));
    var task = new LinkedHashMap<String, @Nullable Object>();
    task.put("data", data);
    task.put("meta", meta);
    task.put("annotations", annotations);
    task.put("predictions", item.consensus().isEmpty() ? List.of() : List.of(prediction(item)));
    return task;
  }

  private static Map<String, @Nullable Object> annotation(Vote vote) {
    var annotation = new LinkedHashMap<String, @Nullable Object>();
    annotation.put("unique_id", vote.judgmentId());
    annotation.put("rater", vote.rater());
    annotation.put("created_at", vote.submittedAt().toString());
    annotation.put("lead_time", vote.activeSeconds());
    annotation.put("was_cancelled", vote.answers() == null);
    annotation.put("ground_truth", vote.role().equals(Vote.ADJUDICATOR));
    annotation.put("guideline_version", vote.guidelineVersion());
    annotation.put("order_shown", vote.shown());
    annotation.put("outcome", vote.outcome());
    annotation.put("flag", vote.flag());
    annotation.put("note", vote.note());
    annotation.put("result", vote.answers() == null ? List.of() : results(vote.answers()));
    return annotation;
  }

  private static Map<String, @Nullable Object> known(FrozenItem.Gold gold) {
    var annotation = new LinkedHashMap<String, @Nullable Object>();
    annotation.put("rater", "known answer");
    annotation.put("was_cancelled", false);
    annotation.put("ground_truth", true);
    annotation.put("note", gold.explanation());
    annotation.put("result", results(gold.answers()));
    return annotation;
  }

  /** Label Studio takes one score for all results; the least certain one is the honest one. */
  private static Map<String, Object> prediction(FrozenItem item) {
    var results = item.consensus().stream().map(one -> Map.<String, Object>of(
        "from_name", one.criterion(), "to_name", one.response() == null ? ITEM : "response_" + one.response(), "type", "choices",
        "value", Map.of("choices", List.of(one.answer().split("\\|"))), "score", one.probability())).toList();
    double least = item.consensus().stream().mapToDouble(FrozenItem.Settled::probability).min().orElse(0);
    return Map.of("model_version", "consensus", "score", least, "result", results);
  }

  private static List<Map<String, Object>> results(Answers answers) {
    var results = new ArrayList<Map<String, Object>>();
    answers.byCriterion().forEach((criterion, answer) -> {
      if (answer instanceof Answer.ByResponse each) {
        each.byResponse().forEach((index, one) -> add(criterion, "response_" + index, one, results));
      } else {
        add(criterion, ITEM, answer, results);
      }
    });
    return results;
  }

  private static void add(String criterion, String object, Answer answer, List<Map<String, Object>> results) {
    switch (answer) {
      case Answer.Choices choices -> results.add(result(criterion, object, "choices", Map.of("choices", choices.choices())));
      case Answer.Winner winner -> {
        switch (winner.winner()) {
          case "0" -> results.add(result(criterion, "response_0,response_1", "pairwise", Map.of("selected", "left")));
          case "1" -> results.add(result(criterion, "response_0,response_1", "pairwise", Map.of("selected", "right")));
          default -> results.add(result(criterion + "_tie", ITEM, "choices", Map.of("choices", List.of(winner.winner()))));
        }
        if (winner.strength() != null) results.add(result(criterion + "_strength", ITEM, "number", Map.of("number", winner.strength())));
      }
      case Answer.Score score -> results.add(result(criterion, object, "number", Map.of("number", score.value())));
      case Answer.Order order -> {
        var ids = order.order().stream().flatMap(List::stream).map(index -> "response_" + index).toList();
        results.add(result(criterion, ITEM, "ranker", Map.of("ranker", Map.of("rank", ids))));
        if (ids.size() > order.order().size()) results.add(result(criterion + "_tie", ITEM, "textarea", Map.of("text", List.of(JudgmentRows.word(order)))));
      }
      case Answer.Spans spans -> spans.spans().forEach(span -> results.add(passage(criterion, span)));
      case Answer.Rewrite rewrite -> results.add(result(criterion, "response_" + rewrite.response(), "textarea", Map.of("text", List.of(rewrite.text()))));
      case Answer.Text text -> results.add(result(criterion, object, "textarea", Map.of("text", List.of(text.text()))));
      case Answer.StepMarks marks -> {
        for (int step = 0; step < marks.steps().size(); step++) {
          var mark = marks.steps().get(step);
          if (mark != null) results.add(result(criterion + "_step_" + step, object, "choices", Map.of("choices", List.of(mark.mark()))));
        }
      }
      case Answer.TurnMarks marks -> marks.turns().forEach((turn, one) -> add(criterion + "_turn_" + turn, object, one, results));
      case Answer.ByResponse each -> throw new IllegalStateException("an answer for each response holds no other such answer");
    }
    if (answer.justification() != null) results.add(result(criterion + "_why", object, "textarea", Map.of("text", List.of(answer.justification()))));
  }

  private static Map<String, Object> passage(String criterion, Answer.Span span) {
    var value = new LinkedHashMap<String, Object>();
    value.put("start", span.start());
    value.put("end", span.end());
    value.put("text", span.quote());
    value.put("labels", List.of(span.category()));
    var passage = result(criterion, span.turn() != null ? "turn_" + span.turn() : span.response() == null ? ITEM : "response_" + span.response(), "labels", value);
    var said = new ArrayList<String>();
    if (span.severity() != null) said.add("severity: " + span.severity());
    if (span.comment() != null) said.add(span.comment());
    if (!said.isEmpty()) passage.put("meta", Map.of("text", said));
    return passage;
  }

  private static Map<String, Object> result(String control, String object, String type, Map<String, ?> value) {
    var result = new LinkedHashMap<String, Object>();
    result.put("from_name", control);
    result.put("to_name", object);
    result.put("type", type);
    result.put("value", value);
    return result;
  }

  private static String response(int index) {
    return "response_" + index;
  }
}
