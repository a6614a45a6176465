package org.touchstone.platform.exchange;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.touchstone.platform.shared.Invalid;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A table with a header line; commas, semicolons and tabs all separate, whichever the header uses most. */
final class CsvRows implements Rows {
  private static final int HEADER_PEEK = 1 << 16;
  private static final Pattern LINE_NUMBER = Pattern.compile("(?i)line (\\d+)");

  private final CsvReader<CsvRecord> csv;
  private final CloseableIterator<CsvRecord> records;
  private final List<String> columns;
  private long lastLine = 1;
  private boolean broken;

  private CsvRows(CsvReader<CsvRecord> csv) {
    this.csv = csv;
    this.records = csv.iterator();
    this.columns = header();
  }

  static CsvRows open(Reader reader) throws IOException {
    var buffered = reader instanceof BufferedReader b ? b : new BufferedReader(reader, HEADER_PEEK);
    return new CsvRows(CsvReader.builder()
        .fieldSeparator(separator(buffered))
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowUnclosedQuote(false)
        .maxBufferSize(LONGEST_ROW)
        .ofCsvRecord(buffered));
  }

  private static char separator(BufferedReader reader) throws IOException {
    reader.mark(HEADER_PEEK);
    int commas = 0, semicolons = 0, tabs = 0;
    boolean quoted = false;
    for (int i = 0; i < HEADER_PEEK - 1; i++) {
      int c = reader.read();
      if (c < 0 || (c == '\n' && !quoted)) break;
      if (c == '"') quoted = !quoted;
      if (quoted) continue;
      if (c == ',') commas++;
      if (c == ';') semicolons++;
      if (c == '\t') tabs++;
    }
    reader.reset();
    return commas >= semicolons && commas >= tabs ? ',' : semicolons >= tabs ? ';' : '\t';
  }

  private List<String> header() {
    CsvRecord first;
    try {
      if (!records.hasNext()) throw new Invalid("file", "The file holds no rows.");
      first = records.next();
    } catch (CsvParseException fault) {
      throw new Invalid("file", "Line 1: " + sentence(fault));
    }
    var names = first.getFields().stream().map(String::strip).toList();
    var seen = new HashSet<String>();
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).isEmpty()) throw new Invalid("file", "Line 1: column %d has no name; the first line must name every column.".formatted(i + 1));
      if (!seen.add(names.get(i))) throw new Invalid("file", "Line 1: the column “%s” is named twice; rename one of them.".formatted(names.get(i)));
    }
    return names;
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public @Nullable Row next() {
    if (broken) return null;
    try {
      if (!records.hasNext()) return null;
      var row = records.next();
      lastLine = row.getStartingLineNumber();
      return row(row);
    } catch (CsvParseException fault) {
      // After a quote that never closes nothing can be told apart any more: say so once and stop.
      broken = true;
      return new Row.Bad(lineOf(fault), null, sentence(fault));
    }
  }

  private Row row(CsvRecord row) {
    int fields = row.getFieldCount();
    if (fields != columns.size()) {
      return new Row.Bad(lastLine, null, "This row has %d %s where the header names %d; look for a missing quote or separator.".formatted(
          fields, fields == 1 ? "field" : "fields", columns.size()));
    }
    var values = new LinkedHashMap<String, JsonNode>();
    for (int i = 0; i < fields; i++) values.put(columns.get(i), JsonNodeFactory.instance.stringNode(row.getField(i)));
    return new Row.Good(lastLine, values);
  }

  private long lineOf(CsvParseException fault) {
    var found = LINE_NUMBER.matcher(String.valueOf(fault.getMessage()));
    return found.find() ? Long.parseLong(found.group(1)) : lastLine + 1;
  }

  private static String sentence(CsvParseException fault) {
    String words = (fault.getMessage() + " " + (fault.getCause() == null ? "" : fault.getCause().getMessage())).toLowerCase(java.util.Locale.ROOT);
    if (words.contains("after closing quote")) {
      return "A quoted value goes on behind its closing quote; write quotes inside values double (\"\"). Reading stopped here.";
    }
    return "A quote opened in this row is not closed within %,d characters, so reading stopped here; close it, or shorten the row.".formatted(LONGEST_ROW);
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}
