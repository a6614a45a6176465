package org.touchstone.cli.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** A list of plain values, as JSON writes it: {@code ["a, b", 3]}. */
public final class JsonList {
  private static final JsonFactory JSON = new JsonFactory();

  private JsonList() {}

  /** The values as text, {@code null} left out; empty where this is no such list. */
  public static Optional<List<String>> parsed(String text) {
    var values = new ArrayList<String>();
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
      if (parser.nextToken() != JsonToken.START_ARRAY) return Optional.empty();
      for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
        if (token == null || token.isStructStart()) return Optional.empty();
        if (token != JsonToken.VALUE_NULL) values.add(parser.getString());
      }
      return parser.nextToken() == null ? Optional.of(values) : Optional.empty();
    } catch (JacksonException notJson) {
      return Optional.empty();
    }
  }
}
