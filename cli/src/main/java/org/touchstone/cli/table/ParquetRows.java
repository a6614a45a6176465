package org.touchstone.cli.table;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The rows of a Parquet file, every value as text, lists and structures as JSON; {@code line} counts rows. */
final class ParquetRows implements Rows {
  private final String file;
  private final Connection connection;
  private final Statement statement;
  private final ResultSet rows;
  private final List<String> columns = new ArrayList<>();
  private final List<String> types = new ArrayList<>();
  private long line;

  ParquetRows(String file) throws IOException {
    this.file = file;
    requireMagic(file);
    try {
      connection = DuckDb.open();
      statement = connection.createStatement();
      String from = " from read_parquet(" + DuckDb.literal(file) + ")";
      try (ResultSet described = statement.executeQuery("describe select *" + from)) {
        while (described.next()) {
          columns.add(described.getString("column_name"));
          types.add(described.getString("column_type"));
        }
      }
      var values = IntStream.range(0, columns.size()).mapToObj(this::value);
      rows = statement.executeQuery("select " + values.collect(Collectors.joining(", ")) + from);
    } catch (SQLException e) {
      throw new BadInput(file + " cannot be read as Parquet, so it is damaged or of an unknown kind; write it again (" + firstLine(e) + ")");
    }
  }

  /** A Parquet file begins and ends with these four letters; DuckDB's own sentence about another file helps nobody. */
  private static void requireMagic(String file) throws IOException {
    try (var in = new RandomAccessFile(file, "r")) {
      if (!isMagic(in)) throw new BadInput(file + " is not a Parquet file, though its name says so");
      in.seek(Math.max(0, in.length() - 4));
      if (in.length() < 12 || !isMagic(in)) throw new BadInput(file + " breaks off or is damaged; fetch the file again");
    }
  }

  private static boolean isMagic(RandomAccessFile in) throws IOException {
    byte[] four = new byte[4];
    return in.length() >= 4 && in.read(four) == 4 && new String(four, StandardCharsets.ISO_8859_1).equals("PAR1");
  }

  private static String firstLine(SQLException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("unknown fault");
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
  public boolean next() throws IOException {
    try {
      line++;
      return rows.next();
    } catch (SQLException e) {
      throw BadInput.at(file, line, null, "the row cannot be read: " + firstLine(e));
    }
  }

  private String value(int column) {
    String name = "\"" + columns.get(column).replace("\"", "\"\"") + "\"";
    return (isList(column) || isStructure(column) ? "to_json(" + name + ")" : name) + "::varchar";
  }

  private boolean isList(int column) {
    return types.get(column).endsWith("]");
  }

  private boolean isStructure(int column) {
    return !isList(column) && types.get(column).matches("(STRUCT|MAP|UNION)\\(.*");
  }

  @Override
  public String text(int column) {
    if (isList(column)) throw severalValues(column);
    if (isStructure(column)) throw bad(column, "it is a structure of several values, not one; write the field that is meant as a column of its own");
    return string(column);
  }

  @Override
  public Optional<List<String>> list(int column) {
    if (!isList(column)) return Optional.empty();
    String written = string(column);
    return Optional.of(written.isEmpty() ? List.<String>of()
        : JsonList.parsed(written).orElseThrow(() -> bad(column, "the list holds more than plain values")));
  }

  private String string(int column) {
    try {
      String value = rows.getString(column + 1);
      return value == null ? "" : value;
    } catch (SQLException e) {
      throw bad(column, "the value cannot be read: " + firstLine(e));
    }
  }

  @Override
  public void close() throws IOException {
    try (connection; statement; rows) {
      line = 0;
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }
}
