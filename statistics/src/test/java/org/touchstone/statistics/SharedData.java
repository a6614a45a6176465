package org.touchstone.statistics;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The public data sets beside the repository; a test that needs one is skipped with the reason where it is absent. */
public final class SharedData {
  private SharedData() {}

  public static Path file(String name) {
    String given = System.getenv("TOUCHSTONE_SHARED");
    Path file = (given == null ? Path.of("..", "..", "shared", "data") : Path.of(given)).resolve(name);
    assumeTrue(Files.isReadable(file), "the shared data set " + name + " is not on this machine; set TOUCHSTONE_SHARED");
    return file;
  }

  public static String text(String name) {
    try (InputStream raw = Files.newInputStream(file(name));
        InputStream in = name.endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Rows of fields, the header first; quotes and doubled quotes as in RFC 4180. */
  public static List<List<String>> table(String name, char delimiter) {
    String text = text(name);
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    var field = new StringBuilder();
    boolean quoted = false;
    boolean quotes = delimiter == ',';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted) {
        if (c != '"') field.append(c);
        else if (i + 1 < text.length() && text.charAt(i + 1) == '"') field.append(text.charAt(++i));
        else quoted = false;
      } else if (quotes && c == '"') {
        quoted = true;
      } else if (c == delimiter || c == '\n') {
        row.add(field.toString());
        field.setLength(0);
        if (c == '\n') {
          rows.add(row);
          row = new ArrayList<>();
        }
      } else if (c != '\r') {
        field.append(c);
      }
    }
    if (!row.isEmpty() || !field.isEmpty()) {
      row.add(field.toString());
      rows.add(row);
    }
    return rows;
  }
}
