package org.touchstone.platform.guideline;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads an answer from JSON: its kind is told by the field it carries, so that clients need no type tag. */
final class AnswerReader extends StdDeserializer<Answer> {
  AnswerReader() {
    super(Answer.class);
  }

  @Override
  public Answer deserialize(JsonParser parser, DeserializationContext context) {
    return read(context.readTree(parser), context);
  }

  private static Answer read(JsonNode node, DeserializationContext context) {
    String justification = text(node, "justification");
    if (node.has("byResponse")) {
      var byResponse = new TreeMap<String, Answer>();
      node.get("byResponse").properties().forEach(entry -> byResponse.put(entry.getKey(), read(entry.getValue(), context)));
      return new Answer.ByResponse(byResponse, justification);
    }
    if (node.path("choices").isArray()) return new Answer.Choices(strings(node.get("choices")), justification);
    if (node.path("winner").isString()) {
      return new Answer.Winner(node.get("winner").asString(), strength(node.path("strength"), context), justification);
    }
    if (node.path("order").isArray()) {
      var groups = new ArrayList<List<String>>();
      node.get("order").forEach(group -> groups.add(strings(group)));
      return new Answer.Order(groups, justification);
    }
    if (node.path("value").isNumber()) return new Answer.Score(node.get("value").asDouble(), justification);
    if (node.path("spans").isArray()) {
      var spans = new ArrayList<Answer.Span>();
      node.get("spans").forEach(span -> spans.add(span(span)));
      return new Answer.Spans(spans, justification);
    }
    if (node.path("steps").isArray()) {
      var marks = new ArrayList<Answer.@Nullable StepMark>();
      node.get("steps").forEach(step -> marks.add(step.path("mark").isString() ? new Answer.StepMark(step.get("mark").asString(), text(step, "comment")) : null));
      return new Answer.StepMarks(marks, justification);
    }
    if (node.path("turns").isObject()) {
      var turns = new TreeMap<String, Answer>();
      node.get("turns").properties().forEach(entry -> turns.put(entry.getKey(), read(entry.getValue(), context)));
      return new Answer.TurnMarks(turns, justification);
    }
    if (node.path("text").isString()) {
      String text = node.get("text").asString();
      String response = text(node, "response");
      return response == null ? new Answer.Text(text, justification) : new Answer.Rewrite(response, text, justification);
    }
    return context.reportInputMismatch(
        Answer.class, "An answer carries one of choices, winner, order, value, spans, text, steps, turns or byResponse; this one has none of them.");
  }

  private static @Nullable Integer strength(JsonNode node, DeserializationContext context) {
    if (node.isMissingNode() || node.isNull()) return null;
    if (node.isIntegralNumber() && node.canConvertToInt()) return node.asInt();
    return context.reportInputMismatch(Answer.class, "A strength is a whole number: 1 slightly, 2 clearly or 3 much better.");
  }

  private static Answer.Span span(JsonNode node) {
    return new Answer.Span(
        text(node, "response"),
        node.path("turn").isIntegralNumber() ? node.get("turn").asInt() : null,
        node.path("start").asInt(0),
        node.path("end").asInt(0),
        node.path("quote").asString(""),
        node.path("category").asString(""),
        text(node, "severity"),
        text(node, "comment"));
  }

  private static @Nullable String text(JsonNode node, String field) {
    return node.path(field).isString() ? node.get(field).asString() : null;
  }

  private static List<String> strings(JsonNode array) {
    var strings = new ArrayList<String>();
    array.forEach(value -> strings.add(value.asString()));
    return strings;
  }
}
