package org.touchstone.platform.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Collectors;

/** Turns a file of JSON lines into Parquet by DuckDB, which streams and spills instead of holding all rows. */
final class ParquetFile {
  private ParquetFile() {}

  /**
   * @param longestLine in bytes; DuckDB takes four times as much memory for reading
   * @param columns each column with its type, so that nothing depends on what the first rows happen to hold
   */
  static void write(Path jsonl, long longestLine, Path parquet, Map<String, String> columns) throws IOException {
    var scratch = Files.createTempDirectory(parquet.toAbsolutePath().getParent(), "duckdb");
    var properties = new java.util.Properties();
    // Without these two DuckDB would go to the network for extensions that it already carries.
    properties.setProperty("autoinstall_known_extensions", "false");
    properties.setProperty("autoload_known_extensions", "false");
    properties.setProperty("memory_limit", "768MB");
    properties.setProperty("threads", "2");
    properties.setProperty("temp_directory", scratch.toString());
    String types = columns.entrySet().stream().map(column -> "'" + column.getKey() + "': '" + column.getValue() + "'").collect(Collectors.joining(", ", "{", "}"));
    try (var duckdb = DriverManager.getConnection("jdbc:duckdb:", properties); var statement = duckdb.createStatement()) {
      statement.execute("set TimeZone = 'UTC'");
      statement.execute("""
          copy (select * from read_json('%s', format = 'newline_delimited', columns = %s, maximum_object_size = %d))
          to '%s' (format parquet, compression zstd, row_group_size 50000)""".formatted(quoted(jsonl), types, Math.max(longestLine + 2, 1 << 22), quoted(parquet)));
    } catch (SQLException e) {
      throw new IOException("DuckDB could not write the Parquet file: " + e.getMessage(), e);
    } finally {
      try (var left = Files.walk(scratch)) {
        for (Path path : left.sorted(java.util.Comparator.reverseOrder()).toList()) Files.deleteIfExists(path);
      }
    }
  }

  private static String quoted(Path path) {
    return path.toAbsolutePath().toString().replace("'", "''");
  }
}
