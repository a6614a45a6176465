package org.touchstone.platform.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.touchstone.platform.exchange.ItemRow.Response;
import org.touchstone.platform.exchange.Rows.Row;
import org.touchstone.platform.guideline.Rubric;
import org.touchstone.platform.task.Sensitivity;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Turns the rows of a file into items, or says in one sentence why a row is none. */
final class RowReader {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** What became of one row. */
  sealed interface Read {
    record Item(long line, ItemRow item) implements Read {}

    record Fault(long line, @Nullable String column, String message) implements Read {}
  }

  private static final class Unreadable extends RuntimeException {
    private final @Nullable String column;

    Unreadable(@Nullable String column, String message) {
      super(message, null, false, false);
      this.column = column;
    }
  }

  private final Mapping mapping;
  private final ItemCheck check;
  private final GoldReader gold;
  private final Pictures pictures;

  RowReader(Mapping mapping, @Nullable Rubric rubric) {
    this(mapping, rubric, Pictures.NONE, name -> true);
  }

  RowReader(Mapping mapping, @Nullable Rubric rubric, Pictures pictures, Predicate<String> lanes) {
    this.mapping = mapping;
    this.pictures = pictures;
    this.check = new ItemCheck(rubric, lanes);
    this.gold = new GoldReader(rubric, mapping.responses());
  }

  Read read(Row row) {
    return switch (row) {
      case Row.Bad bad -> new Read.Fault(bad.line(), bad.column(), bad.message());
      case Row.Good good -> read(good.line(), good.values());
    };
  }

  private Read read(long line, Map<String, JsonNode> values) {
    try {
      var item = pictures.placed(item(values));
      return check.of(item, pictures)
          .<Read>map(finding -> new Read.Fault(line, column(finding.part()), finding.message()))
          .orElseGet(() -> new Read.Item(line, item));
    } catch (Unreadable fault) {
      return new Read.Fault(line, fault.column, fault.getMessage());
    }
  }

  private ItemRow item(Map<String, JsonNode> values) {
    try {
      return read(values);
    } catch (Chats.NotAConversation wrong) {
      throw new Unreadable(mapping.conversation(), wrong.getMessage());
    }
  }

  private ItemRow read(Map<String, JsonNode> values) {
    String prompt = text(values, mapping.prompt());
    var goldNode = values.get(String.valueOf(mapping.goldAnswers()));
    ItemRow.Gold known = null;
    if (goldNode != null && !goldNode.isNull() && !(goldNode.isString() && goldNode.asString().isBlank())) {
      try {
        known = new ItemRow.Gold(gold.read(goldNode), text(values, mapping.goldExplanation()));
      } catch (IllegalArgumentException wrong) {
        throw new Unreadable(mapping.goldAnswers(), wrong.getMessage());
      }
    }
    return new ItemRow(
        text(values, mapping.externalId()), prompt == null ? "" : prompt, text(values, mapping.context()), Chats.turns(values.get(String.valueOf(mapping.conversation()))), responses(values),
        number(values, mapping.wanted()), number(values, mapping.priority()),
        sensitivity(values), text(values, mapping.lane()), due(values), known);
  }

  private List<Response> responses(Map<String, JsonNode> values) {
    var models = beside(values, mapping.models(), RowReader::plain);
    var steps = beside(values, mapping.steps(), RowReader::steps);
    var outputs = beside(values, mapping.outputs(), RowReader::plain);
    var responses = new ArrayList<Response>();
    if (mapping.responses().size() == 1) {
      String column = mapping.responses().getFirst();
      for (JsonNode entry : list(values.get(column), column)) {
        boolean named = entry.isObject() && (entry.has("text") || entry.has("steps"));
        String text = named ? plain(entry.get("text"), column) : plain(entry, column);
        int i = responses.size();
        String own = named && entry.path("model").isString() ? entry.get("model").asString() : at(models, i);
        var ownSteps = entry.isObject() && entry.path("steps").isArray() ? steps(entry.get("steps"), column) : at(steps, i);
        String output = entry.isObject() && entry.path("output").isString() ? entry.get("output").asString() : at(outputs, i);
        responses.add(new Response(text == null ? "" : text, own, ownSteps, output));
      }
    } else {
      for (String column : mapping.responses()) {
        String text = text(values, column);
        if (text == null || text.isBlank()) throw new Unreadable(column, "The response in this column is empty.");
        int i = responses.size();
        responses.add(new Response(text, at(models, i), at(steps, i), at(outputs, i)));
      }
    }
    return responses;
  }

  /** What stands beside the responses: one column each, or a single column with a list. */
  private static <T> List<@Nullable T> beside(
      Map<String, JsonNode> values, @Nullable List<String> columns, BiFunction<@Nullable JsonNode, String, @Nullable T> reading) {
    var found = new ArrayList<@Nullable T>();
    if (columns == null) return found;
    if (columns.size() == 1) {
      String column = columns.getFirst();
      for (JsonNode entry : list(values.get(column), column)) found.add(reading.apply(entry, column));
    } else {
      for (String column : columns) found.add(reading.apply(values.get(column), column));
    }
    return found;
  }

  private static <T> @Nullable T at(List<@Nullable T> beside, int index) {
    return index < beside.size() ? beside.get(index) : null;
  }

  /** A list of texts; a single text is cut later, like a response without steps. */
  private static @Nullable List<String> steps(@Nullable JsonNode value, String column) {
    if (value == null || value.isNull()) return null;
    if (!value.isArray()) throw new Unreadable(column, "The steps of a response are a list of texts, in a list with one entry for each response.");
    var steps = new ArrayList<String>();
    for (JsonNode step : value) steps.add(String.valueOf(plain(step.isObject() && step.has("text") ? step.get("text") : step, column)));
    return steps;
  }

  /** A JSON list, a CSV cell that holds one, or one value alone. */
  private static Iterable<JsonNode> list(@Nullable JsonNode value, String column) {
    if (value == null || value.isNull()) return List.of();
    if (value.isArray() && !isChat(value)) return value;
    if (value.isString() && value.asString().isBlank()) return List.of();
    if (value.isString() && value.asString().stripLeading().startsWith("[")) {
      try {
        var parsed = JSON.readTree(value.asString());
        if (parsed.isArray() && !isChat(parsed)) return parsed;
      } catch (JacksonException plainText) {
        return List.of(value);
      }
    }
    return List.of(value);
  }

  private static @Nullable String text(Map<String, JsonNode> values, @Nullable String column) {
    if (column == null || column.isBlank()) return null;
    String text = plain(values.get(column), column);
    return text == null || text.isEmpty() ? null : text;
  }

  private static @Nullable String plain(@Nullable JsonNode value, String column) {
    if (value == null || value.isNull()) return null;
    if (value.isString()) return value.asString();
    if (value.isNumber() || value.isBoolean()) return value.asString();
    if (isChat(value)) return chat(value);
    if (value.isObject() && value.path("content").isString()) return value.get("content").asString();
    throw new Unreadable(column, "This column holds a JSON %s where a text is needed.".formatted(value.isArray() ? "list" : "object"));
  }

  /** A list of messages, as chat data sets carry them. */
  private static boolean isChat(JsonNode value) {
    return value.isArray() && !value.isEmpty() && value.get(0).path("content").isString() && value.get(0).has("role");
  }

  /** One message is its text; several keep who said what. */
  private static String chat(JsonNode messages) {
    if (messages.size() == 1) return messages.get(0).get("content").asString();
    var lines = new StringBuilder();
    for (JsonNode message : messages) {
      if (!lines.isEmpty()) lines.append("\n\n");
      lines.append(message.path("role").asString("")).append(": ").append(message.path("content").asString(""));
    }
    return lines.toString();
  }

  private static @Nullable Integer number(Map<String, JsonNode> values, @Nullable String column) {
    String text = text(values, column);
    if (text == null || text.isBlank()) return null;
    try {
      double number = Double.parseDouble(text.strip());
      if (number == Math.rint(number) && Math.abs(number) <= 1_000_000) return (int) number;
    } catch (NumberFormatException notANumber) {
      // said below, with the fractions
    }
    throw new Unreadable(column, "“%s” is not a whole number.".formatted(text.length() > 40 ? text.substring(0, 40) + "…" : text));
  }

  private @Nullable Sensitivity sensitivity(Map<String, JsonNode> values) {
    String text = text(values, mapping.sensitive());
    if (text == null || text.isBlank()) return null;
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "no", "false", "0", "none" -> null;
      case "yes", "true", "1" -> Sensitivity.OTHER;
      default -> Sensitivity.of(text).orElseThrow(() -> new Unreadable(mapping.sensitive(),
          "“%s” is no kind of sensitive content; use violence, sexual, hate, self_harm, abuse, medical, other, yes or no."
              .formatted(text.length() > 40 ? text.substring(0, 40) + "…" : text)));
    };
  }

  /** A time with its zone, or a day, which ends at midnight UTC. */
  private @Nullable Instant due(Map<String, JsonNode> values) {
    String text = text(values, mapping.due());
    if (text == null || text.isBlank()) return null;
    String plain = text.strip();
    try {
      if (plain.length() == 10) return LocalDate.parse(plain).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
      return OffsetDateTime.parse(plain.replace(' ', 'T')).toInstant();
    } catch (DateTimeParseException notATime) {
      throw new Unreadable(mapping.due(), "“%s” is no time: write 2026-12-31, or 2026-12-31T18:00:00Z.".formatted(plain.length() > 40 ? plain.substring(0, 40) + "…" : plain));
    }
  }

  /** Names the column of the file rather than the part of the item. */
  private @Nullable String column(String part) {
    var columns = new LinkedHashMap<String, @Nullable String>();
    columns.put("prompt", mapping.prompt());
    columns.put("externalId", mapping.externalId());
    columns.put("context", mapping.context());
    columns.put("conversation", mapping.conversation());
    columns.put("wanted", mapping.wanted());
    columns.put("priority", mapping.priority());
    columns.put("lane", mapping.lane());
    columns.put("gold", mapping.goldAnswers());
    columns.put("goldExplanation", mapping.goldExplanation() == null ? mapping.goldAnswers() : mapping.goldExplanation());
    if (part.startsWith("responses[")) {
      int index = Integer.parseInt(part.substring(10, part.length() - 1));
      return mapping.responses().size() > 1 ? mapping.responses().get(index) : mapping.responses().getFirst();
    }
    if (part.equals("responses")) return mapping.responses().isEmpty() ? null : mapping.responses().getFirst();
    return columns.get(part);
  }
}
