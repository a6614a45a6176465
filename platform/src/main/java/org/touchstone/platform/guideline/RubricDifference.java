package org.touchstone.platform.guideline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What differs between two rubrics, criterion by criterion. Criteria and options are told apart by their key and value,
 * so a new wording is a change and a new key is another criterion; fields are compared as they travel, so that a kind of
 * criterion that comes later needs nothing here.
 */
public record RubricDifference(List<CriterionChange> criteria, List<String> rulesAdded, List<String> rulesRemoved) {
  private static final JsonMapper JSON = JsonMapper.shared();

  public enum Kind { ADDED, REMOVED, CHANGED, MOVED, SAME }

  /** @param title in the later rubric, or in the earlier one where it was removed; @param fields empty unless changed */
  public record CriterionChange(String key, String title, Kind kind, List<FieldChange> fields) {
    public boolean changesAnswers() {
      return kind != Kind.SAME && kind != Kind.MOVED;
    }
  }

  /**
   * One field that differs.
   *
   * @param option which entry of a list such as the options or the anchors; null for a field of the criterion itself
   * @param before null where it was added; @param after null where it was taken out
   */
  public record FieldChange(String name, @Nullable String option, @Nullable String before, @Nullable String after) {}

  /** In the order of the later rubric; what was removed stands last. */
  public static RubricDifference between(Rubric earlier, Rubric later) {
    var kept = later.criteria().stream().map(Criterion::key).filter(key -> earlier.criterion(key).isPresent()).toList();
    var keptBefore = earlier.criteria().stream().map(Criterion::key).filter(kept::contains).toList();
    var changes = new ArrayList<CriterionChange>();
    for (var criterion : later.criteria()) {
      var before = earlier.criterion(criterion.key()).orElse(null);
      if (before == null) {
        changes.add(new CriterionChange(criterion.key(), criterion.common().title(), Kind.ADDED, List.of()));
        continue;
      }
      var fields = fields(JSON.valueToTree(before), JSON.valueToTree(criterion));
      boolean moved = kept.indexOf(criterion.key()) != keptBefore.indexOf(criterion.key());
      changes.add(new CriterionChange(criterion.key(), criterion.common().title(), !fields.isEmpty() ? Kind.CHANGED : moved ? Kind.MOVED : Kind.SAME, fields));
    }
    earlier.criteria().stream().filter(criterion -> later.criterion(criterion.key()).isEmpty())
        .forEach(criterion -> changes.add(new CriterionChange(criterion.key(), criterion.common().title(), Kind.REMOVED, List.of())));
    return new RubricDifference(List.copyOf(changes), messages(later, earlier), messages(earlier, later));
  }

  /** What the rules of one rubric say that the other does not have word for word. */
  private static List<String> messages(Rubric of, Rubric without) {
    return of.rules().stream().filter(rule -> !without.rules().contains(rule)).map(Rule::message).toList();
  }

  /** The criteria whose earlier answers may no longer mean the same: changed or removed ones. */
  public List<String> touched() {
    return criteria.stream().filter(CriterionChange::changesAnswers).map(CriterionChange::key).toList();
  }

  private static List<FieldChange> fields(JsonNode before, JsonNode after) {
    var fields = new ArrayList<FieldChange>();
    var names = new LinkedHashSet<String>();
    after.propertyNames().forEach(names::add);
    before.propertyNames().forEach(names::add);
    for (String name : names) {
      var was = before.path(name);
      var is = after.path(name);
      if (isList(was) || isList(is)) entries(name, was, is, fields);
      else if (!Objects.equals(text(was), text(is))) fields.add(new FieldChange(name, null, text(was), text(is)));
    }
    return fields;
  }

  private static void entries(String name, JsonNode before, JsonNode after, List<FieldChange> fields) {
    var was = byValue(before);
    var is = byValue(after);
    var values = new LinkedHashSet<>(is.keySet());
    values.addAll(was.keySet());
    for (String value : values) {
      if (!Objects.equals(was.get(value), is.get(value))) fields.add(new FieldChange(name, value, was.get(value), is.get(value)));
    }
  }

  private static Map<String, String> byValue(JsonNode list) {
    var entries = new LinkedHashMap<String, String>();
    list.forEach(entry -> entries.put(entry.path("value").asString(entry.toString()), line(entry)));
    return entries;
  }

  /** An option or an anchor in one line: its label, and its help behind it. */
  private static String line(JsonNode entry) {
    if (!entry.isObject() || !entry.has("label")) return entry.isString() ? entry.asString() : entry.toString();
    String help = text(entry.path("help"));
    var rest = new TreeMap<String, String>();
    entry.properties().stream().filter(field -> !List.of("value", "label", "help").contains(field.getKey()))
        .forEach(field -> rest.put(field.getKey(), field.getValue().toString()));
    return entry.path("label").asString() + (help == null ? "" : ": " + help) + (rest.isEmpty() ? "" : " " + rest);
  }

  private static boolean isList(JsonNode node) {
    return node.isArray() && (node.isEmpty() || node.get(0).isObject());
  }

  private static @Nullable String text(JsonNode node) {
    if (node.isMissingNode() || node.isNull() || node.isString() && node.asString().isBlank()) return null;
    return node.isString() ? node.asString() : node.toString();
  }
}
