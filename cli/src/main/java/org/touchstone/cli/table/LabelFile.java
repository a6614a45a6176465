package org.touchstone.cli.table;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.touchstone.statistics.LabelTable;
import org.touchstone.statistics.Progress;
import org.touchstone.statistics.ScoreTable;

/** Reads judgments and known answers from a table file. */
public final class LabelFile {
  private LabelFile() {}

  /** Which columns are read, null where they are found by their usual names, and whether rows with an empty field are left out. */
  public record Wanted(String item, String rater, String label, boolean skipEmpty) {}

  /** All judgments; an empty field is named by file, line and column unless such rows are left out. */
  public static LabelTable read(String file, Wanted columns, Progress progress) throws IOException {
    return read(file, columns, LabelTable.builder(), progress);
  }

  /** As above, into a builder that may already hold judgments or classes. */
  public static LabelTable read(String file, Wanted columns, LabelTable.Builder table, Progress progress) throws IOException {
    return read(file, columns, table, progress, Many.EXPECTED);
  }

  /** What is to be made of more labels than there are classes of anything. */
  public enum Many {
    /** They are numbers or steps, and known to be. */
    EXPECTED,
    /** Said on standard error, with the kind of judgment that might be meant. */
    PERHAPS_OF_ANOTHER_KIND,
    /** Said on standard error. */
    UNUSUAL
  }

  public static LabelTable read(String file, Wanted columns, LabelTable.Builder table, Progress progress, Many many) throws IOException {
    each(file, columns, progress, (rows, item, rater, label) ->
        table.add(rows.index(item, table.itemNames()), rows.index(rater, table.raterNames()), rows.index(label, table.classNames())));
    AlikeLabels.among(table.classNames()).ifPresent(System.err::println);
    if (many != Many.EXPECTED) ManyLabels.among(table.classNames(), table.size(), many == Many.PERHAPS_OF_ANOTHER_KIND).ifPresent(System.err::println);
    LabelTable built = table.build();
    MissingLabels.among(built).ifPresent(System.err::println);
    return built;
  }

  /** All judgments as numbers; what is not a number is named by file, line and column. */
  public static ScoreTable scores(String file, Wanted columns, Progress progress) throws IOException {
    var table = ScoreTable.builder();
    each(file, columns, progress, (rows, item, rater, label) -> table.add(rows.text(item), rows.text(rater), rows.number(label)));
    return table.build();
  }

  private interface Row {
    void add(Rows rows, int item, int rater, int label) throws IOException;
  }

  private static void each(String file, Wanted columns, Progress progress, Row row) throws IOException {
    try (Rows rows = TableFile.open(file)) {
      int item = Columns.find(rows, columns.item(), Columns.ITEM, "item", "--item");
      int rater = Columns.find(rows, columns.rater(), Columns.RATER, "rater", "--rater");
      int label = Columns.find(rows, columns.label(), Columns.LABEL, "label", "--label");
      Columns.requireApart(rows, item, rater, label);
      var empty = new EmptyFields(columns.skipEmpty());
      long read = 0;
      long taken = 0;
      while (rows.next()) {
        if (!empty.leaveOut(rows, item, rater, label)) {
          row.add(rows, item, rater, label);
          taken++;
        }
        if ((++read & 0xFFFF) == 0) progress.report((long) (1000 * Math.max(0, rows.done())), 1000);
      }
      if (taken == 0) throw new BadInput(rows.file() + (read == 0 ? " has a header but no judgments" : " has no row without an empty field"));
      empty.tell();
    }
  }

  /** Known answers by item; an item given twice with different answers is refused. */
  public static Map<String, String> gold(String file, String item, String label) throws IOException {
    var answers = new LinkedHashMap<String, String>();
    try (Rows rows = TableFile.open(file)) {
      int itemColumn = Columns.find(rows, item, Columns.ITEM, "item", "--item");
      int labelColumn = Columns.find(rows, label, Columns.LABEL, "known answer", "--label");
      while (rows.next()) {
        if (rows.isEmpty(itemColumn)) throw rows.bad(itemColumn, "it is empty");
        if (rows.isEmpty(labelColumn)) throw rows.bad(labelColumn, "it is empty");
        String answer = rows.text(labelColumn);
        String before = answers.put(rows.text(itemColumn), answer);
        if (before != null && !before.equals(answer)) {
          throw rows.bad(labelColumn, "item \"" + rows.text(itemColumn) + "\" has two known answers, \"" + before + "\" and \"" + answer + "\"");
        }
      }
    }
    if (answers.isEmpty()) throw new BadInput(file + " has a header but no known answers");
    return answers;
  }
}
