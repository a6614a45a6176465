package org.touchstone.cli.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.touchstone.statistics.Names;

/**
 * Rows where several columns may be asked for as one, as an item is often a document and a system: {@code doc,system}.
 *
 * <p>The values stand beside each other with a bar between; bars inside them are doubled, so that no two become one.
 */
final class JoinedRows implements Rows {
  private final Rows rows;
  private final int plain;
  private final List<String> columns;
  private final List<int[]> joined = new ArrayList<>();

  JoinedRows(Rows rows) {
    this.rows = rows;
    plain = rows.columns().size();
    columns = new ArrayList<>(rows.columns());
  }

  @Override
  public int joined(String name, int... parts) {
    columns.add(name);
    joined.add(parts);
    return columns.size() - 1;
  }

  @Override
  public String text(int column) {
    if (column < plain) return rows.text(column);
    return Arrays.stream(joined.get(column - plain)).mapToObj(rows::text).map(part -> part.replace("|", "||")).collect(Collectors.joining(" | "));
  }

  @Override
  public boolean isEmpty(int column) {
    return column < plain ? rows.isEmpty(column) : Arrays.stream(joined.get(column - plain)).anyMatch(rows::isEmpty);
  }

  @Override
  public int index(int column, Names names) {
    return column < plain ? rows.index(column, names) : names.index(text(column));
  }

  @Override
  public Optional<List<String>> list(int column) {
    return column < plain ? rows.list(column) : Optional.empty();
  }

  @Override
  public String file() {
    return rows.file();
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public boolean next() throws IOException {
    return rows.next();
  }

  @Override
  public long line() {
    return rows.line();
  }

  @Override
  public double done() {
    return rows.done();
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
