package org.touchstone.cli.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * One JSON object a line; the first line says which columns there are.
 *
 * <p>Numbers and booleans become their text, {@code null} an empty field; objects and arrays are kept as JSON.
 */
final class JsonRows implements Rows {
  private final JsonFactory json = new JsonFactory();
  private final String file;
  private final BufferedReader in;
  private final AtomicLong read;
  private final long size;
  private final List<String> columns = new ArrayList<>();
  private final Map<String, Integer> place = new HashMap<>();
  private String[] row = {};
  private String[] first;
  private long line;

  JsonRows(String file, InputStream in, AtomicLong read, long size) throws IOException {
    this.file = file;
    this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()), 1 << 16);
    this.read = read;
    this.size = size;
    if (!read(true)) throw new BadInput(file + " is empty; give one JSON object a line, for instance {\"task\":1,\"worker\":2,\"label\":3}");
    first = row;
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
    if (first == null) return read(false);
    row = first;
    first = null;
    return true;
  }

  @Override
  public String text(int column) {
    return row[column] == null ? "" : row[column];
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
    try (JsonParser parser = json.createParser(ObjectReadContext.empty(), text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) throw BadInput.at(file, line, null, "it is not a JSON object");
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) field(parser, text, naming);
      if (parser.nextToken() != null) throw BadInput.at(file, line, null, "something follows the JSON object");
    } catch (JacksonException e) {
      int column = e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
      throw BadInput.at(file, line, null, "it is not valid JSON at character " + column);
    }
    return true;
  }

  private void field(JsonParser parser, String text, boolean naming) {
    String name = parser.currentName();
    JsonToken token = parser.nextToken();
    String value = token == JsonToken.VALUE_NULL ? "" : parser.getString();
    if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
      int from = (int) parser.currentTokenLocation().getCharOffset();
      parser.skipChildren();
      value = text.substring(from, (int) parser.currentLocation().getCharOffset());
    }
    Integer at = place.get(name);
    if (at == null && naming) {
      at = columns.size();
      place.put(name, at);
      columns.add(name);
      row = java.util.Arrays.copyOf(row, columns.size());
    }
    if (at != null) row[at] = value;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
