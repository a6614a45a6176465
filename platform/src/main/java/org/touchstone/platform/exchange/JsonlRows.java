package org.touchstone.platform.exchange;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One JSON object a line; the fields of nested objects become columns with dots in their names. */
final class JsonlRows implements Rows {
  private static final JsonMapper JSON = JsonMapper.builder()
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .enable(tools.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .build();
  private static final int DEEPEST_NESTING = 3;

  private final BufferedReader reader;
  private final SequencedSet<String> columns = new LinkedHashSet<>();
  private final StringBuilder text = new StringBuilder();
  private long line;

  JsonlRows(Reader reader) {
    this.reader = new BufferedReader(reader, 1 << 16);
  }

  @Override
  public List<String> columns() {
    return List.copyOf(columns);
  }

  @Override
  public @Nullable Row next() throws IOException {
    while (true) {
      boolean whole = readLine();
      if (!whole && text.isEmpty()) return null;
      if (text.length() > LONGEST_ROW) return new Row.Bad(line, null, "This line is longer than %,d characters; split the item or shorten it.".formatted(LONGEST_ROW));
      if (!text.toString().isBlank()) return parse();
      if (!whole) return null;
    }
  }

  /** Keeps at most one character more than is allowed, so that a file without line breaks cannot fill the memory. */
  private boolean readLine() throws IOException {
    text.setLength(0);
    line++;
    for (int c; (c = reader.read()) >= 0; ) {
      if (c == '\n') return true;
      if (text.length() <= LONGEST_ROW) text.append((char) c);
    }
    return false;
  }

  private Row parse() {
    JsonNode node;
    try {
      node = JSON.readTree(text.toString());
    } catch (JacksonException fault) {
      var place = fault.getLocation();
      String where = place == null || place.getColumnNr() < 1 ? "" : " at character " + place.getColumnNr();
      return new Row.Bad(line, null, "This line is not JSON: " + cause(fault) + where + ".");
    }
    if (!node.isObject()) return new Row.Bad(line, null, "This line is " + kind(node) + "; each line must be one JSON object such as {\"prompt\": …}.");
    var values = new LinkedHashMap<String, JsonNode>();
    flatten("", node, 1, values);
    columns.addAll(values.keySet());
    return new Row.Good(line, values);
  }

  private static void flatten(String prefix, JsonNode object, int depth, Map<String, JsonNode> values) {
    object.properties().forEach(field -> {
      String column = prefix + field.getKey();
      values.put(column, field.getValue());
      if (field.getValue().isObject() && depth < DEEPEST_NESTING) flatten(column + ".", field.getValue(), depth + 1, values);
    });
  }

  /** Jackson's own first words say it best; what follows them is about Jackson. */
  private static String cause(JacksonException fault) {
    if (fault instanceof StreamConstraintsException) return "it is nested too deeply, or one value in it is too long";
    String words = fault.getOriginalMessage() == null ? "it cannot be read" : fault.getOriginalMessage();
    int end = words.indexOf('\n');
    words = end < 0 ? words : words.substring(0, end);
    int aside = words.indexOf(": ");
    if (aside > 20) words = words.substring(0, aside);
    words = words.length() > 160 ? words.substring(0, 160) + "…" : words;
    return Character.toLowerCase(words.charAt(0)) + words.substring(1);
  }

  private static String kind(JsonNode node) {
    return node.isArray() ? "a JSON array" : node.isString() ? "a text" : "a single value";
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
