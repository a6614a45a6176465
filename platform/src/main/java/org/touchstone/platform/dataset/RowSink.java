package org.touchstone.platform.dataset;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.databind.json.JsonMapper;

/** Where the rows of an export go, one after the other and never all at once. */
sealed interface RowSink extends Closeable {
  void accept(Map<String, @Nullable Object> row);

  /** One JSON object a line. */
  final class Jsonl implements RowSink {
    private static final ObjectWriter WRITER = JsonMapper.shared().writer().withRootValueSeparator("\n");
    private final OutputStream out;
    private final SequenceWriter rows;

    Jsonl(OutputStream out) {
      this.out = out;
      this.rows = WRITER.writeValues(out);
    }

    @Override
    public void accept(Map<String, @Nullable Object> row) {
      rows.write(row);
    }

    @Override
    public void close() throws IOException {
      rows.flush();
      out.write('\n');
      rows.close();
    }
  }

  /** One JSON array of all rows, for programs that read a file whole. */
  final class Array implements RowSink {
    private final SequenceWriter rows;

    Array(OutputStream out) {
      this.rows = JsonMapper.shared().writer().writeValuesAsArray(out);
    }

    @Override
    public void accept(Map<String, @Nullable Object> row) {
      rows.write(row);
    }

    @Override
    public void close() {
      rows.close();
    }
  }

  /** A table with a header; lists and objects stand in their cell as JSON. */
  final class Csv implements RowSink {
    private final Collection<String> columns;
    private final CsvWriter csv;

    Csv(OutputStream out, Collection<String> columns) {
      this.columns = columns;
      this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
      csv.writeRecord(columns);
    }

    @Override
    public void accept(Map<String, @Nullable Object> row) {
      csv.writeRecord(columns.stream().map(column -> cell(row.get(column))).toList());
    }

    private static String cell(@Nullable Object value) {
      return switch (value) {
        case null -> "";
        case String text -> text;
        case Number number -> number.toString();
        case Boolean truth -> truth.toString();
        default -> JsonMapper.shared().writeValueAsString(value);
      };
    }

    @Override
    public void close() throws IOException {
      csv.close();
    }
  }
}
