package org.touchstone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.touchstone.cli.table.TableWriter;
import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.LabelTable;
import org.touchstone.statistics.Provenance;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a command found: sentences for a reader, the same facts by name, and a table.
 *
 * @param facts in the order they are shown in JSON; the table follows them as {@code rows}
 * @param rows one field for each column; a null is an empty field
 */
public record Report(List<String> sentences, Map<String, Object> facts, List<String> columns, List<Object[]> rows) {
  private static final int SHOWN = 10;
  private static final int LONGEST_NAME = 60;

  /** @param out the file that takes the table in place of the screen, or null */
  public void show(PrintWriter screen, boolean json, String out) throws IOException {
    if (out != null) write(out);
    if (json) printJson(screen, out == null);
    else print(screen, out == null);
    screen.flush();
  }

  /** Sentences that say all the table holds, or everything as JSON. */
  public void sayOnly(PrintWriter screen, boolean json) {
    if (json) printJson(screen, true);
    else sentences.forEach(screen::println);
    screen.flush();
  }

  private void print(PrintWriter screen, boolean withTable) {
    sentences.forEach(screen::println);
    if (!withTable || rows.isEmpty()) return;
    screen.println(String.join(",", columns));
    for (Object[] row : rows.subList(0, Math.min(SHOWN, rows.size()))) {
      Object[] shown = row.clone();
      for (int c = 0; c < shown.length; c++) if (shown[c] instanceof Double value) shown[c] = figure(value);
      screen.println(TableWriter.csvLine(shown));
    }
    if (rows.size() > SHOWN) screen.printf("... %,d more; write them all with --out FILE%n", rows.size() - SHOWN);
  }

  private static String figure(double value) {
    return String.format(Locale.ROOT, value != 0 && Math.abs(value) < 5e-5 ? "%.1e" : "%.4f", value);
  }

  private void printJson(PrintWriter screen, boolean withTable) {
    var all = new LinkedHashMap<>(facts);
    all.putIfAbsent("version", Provenance.LIBRARY_VERSION);
    if (withTable) {
      var listed = new ArrayList<Map<String, Object>>();
      for (Object[] row : rows) {
        var named = new LinkedHashMap<String, Object>();
        for (int c = 0; c < row.length; c++) named.put(columns.get(c), row[c]);
        listed.add(named);
      }
      all.put("rows", listed);
    }
    screen.println(JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(all));
  }

  private void write(String out) throws IOException {
    try (var writer = new TableWriter(out, columns)) {
      for (Object[] row : rows) writer.row(row);
      writer.finish();
    }
  }

  /** How a result came to be, by name, where a command shows the results of several methods. */
  public static Map<String, Object> provenance(Provenance from) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("method", from.method());
    fields.put("settings", from.settings());
    fields.put("version", from.version());
    fields.put("n", from.n());
    return fields;
  }

  /** Columns of {@link #coefficient}. */
  public static final List<String> COEFFICIENT = List.of("metric", "value", "low", "high");

  /** A row that names a coefficient and its interval, with empty fields where it is undefined. */
  public static Object[] coefficient(String name, Estimate estimate) {
    Estimate.Known known = estimate.known().orElse(null);
    var interval = known == null ? null : known.interval().orElse(null);
    return new Object[] {name, known == null ? null : rounded(known.value()), interval == null ? null : rounded(interval.low()),
      interval == null ? null : rounded(interval.high())};
  }

  /** A coefficient as a person reads it, or why there is none. */
  public static String shown(Estimate estimate) {
    return switch (estimate) {
      case Estimate.Known known -> String.format(Locale.ROOT, "%.6f", known.value())
          + known.interval().map(i -> String.format(Locale.ROOT, "  [%.4f, %.4f] at %.0f %%", i.low(), i.high(), 100 * i.level())).orElse("");
      case Estimate.Undefined undefined -> "undefined. " + undefined.because();
    };
  }

  /** {@code 6,030 judgments of 300 items by 1 rater}. */
  public static String counted(LabelTable table) {
    return counted(table.size(), table.items(), table.raters());
  }

  public static String counted(long judgments, long items, long raters) {
    return counted(judgments, "judgment") + " of " + counted(items, "item") + " by " + counted(raters, "rater");
  }

  /** A number with its noun: {@code 1 item}, {@code 2,000 items}, {@code 2 classes}. */
  public static String counted(long n, String noun) {
    return String.format(Locale.ROOT, "%,d %s", n, n == 1 ? noun : noun.endsWith("s") ? noun + "es" : noun + "s");
  }

  /** Of a name what fits on a line of the screen: files may hold whole texts as labels. */
  public static String shortened(String name) {
    String line = name.replaceAll("\\p{Cntrl}+", " ");
    return line.codePointCount(0, line.length()) <= LONGEST_NAME ? line : line.substring(0, line.offsetByCodePoints(0, LONGEST_NAME - 1)) + "…";
  }

  /** The same of a figure; nothing where it is undefined. */
  public static Double rounded(Estimate estimate) {
    return estimate.known().map(known -> rounded(known.value())).orElse(null);
  }

  /** Six digits behind the point, which is what files hold. */
  public static double rounded(double value) {
    return Math.round(value * 1e6) / 1e6;
  }
}
