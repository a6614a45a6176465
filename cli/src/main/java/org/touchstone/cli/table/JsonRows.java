package org.touchstone.cli.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * One JSON object a line; the first line says which columns there are.
 *
 * <p>Numbers and booleans become their text, {@code null} an empty field. The fields of an object inside are columns too, by its name and
 * theirs: {@code answer.choice}. An object or a list is no value itself, so a column of them is refused, but for where lists are asked for.
 */
final class JsonRows implements Rows {
  private static final char NONE = 0;

  private final JsonFactory json = new JsonFactory();
  private final String file;
  private final BufferedReader in;
  private final AtomicLong read;
  private final long size;
  private final List<String> columns = new ArrayList<>();
  private final Map<String, Integer> place = new HashMap<>();
  private String[] row = {};
  /** For each field how it begins where it is no plain value, as JSON writes it: with a brace or a bracket. */
  private char[] nested = {};
  private boolean again;
  private long line;

  JsonRows(String file, InputStream in, AtomicLong read, long size) throws IOException {
    this.file = file;
    this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()), 1 << 16);
    this.read = read;
    this.size = size;
    if (!read(true)) throw new BadInput(file + " is empty; give one JSON object a line, for instance {\"task\":1,\"worker\":2,\"label\":3}");
    again = true;
  }

  @Override
  public String file() {
    return file;
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public long line() {
    return line;
  }

  @Override
  public double done() {
    return size > 0 ? Math.min(1, (double) read.get() / size) : -1;
  }

  @Override
  public boolean next() throws IOException {
    if (!again) return read(false);
    again = false;
    return true;
  }

  @Override
  public String text(int column) {
    if (nested[column] == '[') throw severalValues(column);
    if (nested[column] == '{') throw bad(column, "it is a JSON object, not one value; " + fieldsOf(columns.get(column)));
    return row[column] == null ? "" : row[column];
  }

  private String fieldsOf(String object) {
    List<String> fields = columns.stream().filter(c -> c.startsWith(object + ".") && nested[place.get(c)] == NONE).toList();
    return fields.isEmpty() ? "write the value itself in its place" : "name the field of it that is meant as the column: " + String.join(" or ", fields);
  }

  @Override
  public Optional<List<String>> list(int column) {
    if (nested[column] != '[') return Optional.empty();
    return Optional.of(JsonList.parsed(row[column]).orElseThrow(() -> bad(column, "the list holds more than plain values; write it as in [\"a\",\"b\"]")));
  }

  private boolean read(boolean naming) throws IOException {
    String text;
    do {
      try {
        text = in.readLine();
      } catch (CharacterCodingException e) {
        throw new BadInput(file + " is not written in UTF-8 somewhere behind line " + line + "; save the file as UTF-8");
      }
      if (text == null) return false;
      line++;
    } while (text.isBlank());
    if (text.charAt(0) == '\uFEFF') text = text.substring(1);
    row = new String[columns.size()];
    nested = new char[columns.size()];
    try (JsonParser parser = json.createParser(ObjectReadContext.empty(), text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) throw BadInput.at(file, line, null, "it is not a JSON object");
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) field(parser, text, "", naming);
      if (parser.nextToken() != null) throw BadInput.at(file, line, null, "something follows the JSON object");
    } catch (JacksonException e) {
      int column = e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
      throw BadInput.at(file, line, null, "it is not valid JSON at character " + column);
    }
    return true;
  }

  private void field(JsonParser parser, String text, String within, boolean naming) {
    String name = within + parser.currentName();
    JsonToken token = parser.nextToken();
    int at = place(name, naming);
    if (token == JsonToken.START_OBJECT) {
      set(at, "", '{');
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) field(parser, text, name + ".", naming);
    } else if (token == JsonToken.START_ARRAY) {
      int from = (int) parser.currentTokenLocation().getCharOffset();
      parser.skipChildren();
      set(at, text.substring(from, (int) parser.currentLocation().getCharOffset()), '[');
    } else {
      set(at, token == JsonToken.VALUE_NULL ? "" : parser.getString(), NONE);
    }
  }

  /** The number of the column, -1 where there is none of the name. */
  private int place(String name, boolean naming) {
    Integer at = place.get(name);
    if (at != null || !naming) return at == null ? -1 : at;
    columns.add(name);
    row = Arrays.copyOf(row, columns.size());
    nested = Arrays.copyOf(nested, columns.size());
    place.put(name, columns.size() - 1);
    return columns.size() - 1;
  }

  private void set(int at, String value, char how) {
    if (at < 0) return;
    row[at] = value;
    nested[at] = how;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
