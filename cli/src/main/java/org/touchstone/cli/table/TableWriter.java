package org.touchstone.cli.table;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import tools.jackson.core.io.JsonStringEncoder;

/**
 * Writes a table as CSV, JSON lines ({@code .jsonl}) or Parquet, gzipped when the name ends in {@code .gz}.
 *
 * <p>It is written beside its place and moved there only on {@link #finish}, so that nobody finds half a file.
 */
public final class TableWriter implements AutoCloseable {
  private final Path target;
  private final Path draft;
  private final List<String> columns;
  private final boolean json;
  private final boolean parquet;
  private final Writer out;
  private boolean finished;

  public TableWriter(String file, List<String> columns) throws IOException {
    this.columns = columns;
    target = Path.of(file).toAbsolutePath();
    String name = file.toLowerCase(Locale.ROOT);
    json = name.replaceFirst("\\.gz$", "").matches(".*\\.(jsonl|ndjson)$");
    parquet = name.endsWith(".parquet");
    if (!Files.isDirectory(target.getParent())) throw new BadInput(file + ": the folder " + target.getParent() + " does not exist");
    if (Files.isDirectory(target)) throw new BadInput(file + " is a folder; name a file to write to");
    draft = draft(file);
    var bytes = Files.newOutputStream(draft);
    out = new BufferedWriter(
        new OutputStreamWriter(name.endsWith(".gz") ? new GZIPOutputStream(bytes, 1 << 16) : bytes, StandardCharsets.UTF_8), 1 << 16);
    if (!json) row(columns.toArray());
  }

  private Path draft(String file) {
    try {
      return Files.createTempFile(target.getParent(), ".touchstone-", ".part");
    } catch (IOException e) {
      throw new BadInput(file + ": it may not be written");
    }
  }

  /** Writes one row; a {@code null} is an empty field. */
  public void row(Object... fields) throws IOException {
    if (json) out.write('{');
    for (int c = 0; c < fields.length; c++) {
      if (c > 0) out.write(',');
      if (json) jsonField(columns.get(c), fields[c]);
      else out.write(csv(fields[c]));
    }
    out.write(json ? "}\n" : "\n");
  }

  private void jsonField(String name, Object value) throws IOException {
    out.write('"');
    out.write(JsonStringEncoder.getInstance().quoteAsCharArray(name));
    out.write("\":");
    if (value == null || value instanceof Number || value instanceof Boolean) {
      out.write(String.valueOf(value));
    } else {
      out.write('"');
      out.write(JsonStringEncoder.getInstance().quoteAsCharArray(value.toString()));
      out.write('"');
    }
  }

  /** One line of CSV, without its end. */
  public static String csvLine(Object... fields) {
    return Stream.of(fields).map(TableWriter::csv).collect(Collectors.joining(","));
  }

  private static String csv(Object value) {
    String text = value == null ? "" : value.toString();
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  /** Puts the finished file in its place. */
  public void finish() throws IOException {
    out.close();
    if (parquet) toParquet();
    else Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
    finished = true;
  }

  private void toParquet() throws IOException {
    try (Connection db = DuckDb.open(); Statement statement = db.createStatement()) {
      statement.execute("copy (from read_csv(" + DuckDb.literal(draft.toString()) + ", header = true, delim = ',', quote = '\"', escape = '\"')) to "
          + DuckDb.literal(target.toString()) + " (format parquet)");
    } catch (SQLException e) {
      throw new IOException("the Parquet file cannot be written: " + e.getMessage(), e);
    }
    Files.delete(draft);
  }

  @Override
  public void close() throws IOException {
    if (finished) return;
    out.close();
    Files.deleteIfExists(draft);
  }
}
