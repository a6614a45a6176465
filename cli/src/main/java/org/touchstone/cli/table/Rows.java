package org.touchstone.cli.table;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.touchstone.statistics.Names;

/** The rows of a table file, one after the other; each knows its line for messages. */
public interface Rows extends AutoCloseable {

  /** Name of the file, as given. */
  String file();

  List<String> columns();

  /** Steps to the next row; {@code false} after the last. */
  boolean next() throws IOException;

  /** Line of the file where the present row begins, from 1 (in Parquet: row number). */
  long line();

  /** The field of the present row, empty where it is missing; a list or an object of several values is named by file, line and column. */
  String text(int column);

  /** The values of a field that holds a list of them; empty where it holds one value, or none. */
  default Optional<List<String>> list(int column) {
    return Optional.empty();
  }

  /** Number of the field in a dictionary; a reader may do this without making a String. */
  default int index(int column, Names names) {
    return names.index(text(column));
  }

  default boolean isEmpty(int column) {
    return text(column).isEmpty();
  }

  /** Share of the file read so far, 0 to 1, where that is known; else negative. */
  default double done() {
    return -1;
  }

  /** The number of a column that holds these together, under a name of its own. */
  default int joined(String name, int... columns) {
    throw new UnsupportedOperationException("these rows have no joined columns");
  }

  default BadInput severalValues(int column) {
    return bad(column, "it is a list, not one value; give each value a row of its own, or say --kind multi-label where a judgment ticks several labels");
  }

  default BadInput bad(int column, String message) {
    return BadInput.at(file(), line(), column < 0 ? null : columns().get(column), message);
  }

  /** The field as a number; a sentence names the place where it is none. */
  default double number(int column) {
    String text = text(column).strip();
    try {
      double value = Double.parseDouble(text);
      if (Double.isFinite(value)) return value;
    } catch (NumberFormatException notANumber) {
      // the sentence below says it
    }
    String point = text.matches("[-+]?\\d+,\\d+") ? "; write decimals with a point, as in " + text.replace(',', '.') : "";
    throw bad(column, (text.isEmpty() ? "an empty field" : "\"" + text + "\"") + " is not a number" + point);
  }

  @Override
  void close() throws IOException;
}
