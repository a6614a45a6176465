package org.touchstone.platform.exchange;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A file read row by row; a bad row is a value and not an exception, so that reading goes on behind it. */
interface Rows extends Closeable {
  /** The longest line, or CSV record, that is taken: two million characters. */
  int LONGEST_ROW = 2_000_000;

  sealed interface Row {
    /** Counted from 1, as editors do; where a record covers several lines, its first. */
    long line();

    record Good(long line, Map<String, JsonNode> values) implements Row {}

    record Bad(long line, @Nullable String column, String message) implements Row {}
  }

  /** The columns of the header, or those met so far where the format has none. */
  List<String> columns();

  /** The next row, or null at the end. */
  @Nullable Row next() throws IOException;

  static Rows open(Format format, Reader reader) throws IOException {
    return switch (format) {
      case JSONL -> new JsonlRows(reader);
      case CSV -> CsvRows.open(reader);
    };
  }
}
