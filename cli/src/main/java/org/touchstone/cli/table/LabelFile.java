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

  /** All judgments; an empty field is named by file, line and column. */
  public static LabelTable read(String file, String item, String rater, String label, Progress progress) throws IOException {
    return read(file, item, rater, label, LabelTable.builder(), progress);
  }

  /** As above, into a builder that may already hold judgments or classes. */
  public static LabelTable read(
      String file, String item, String rater, String label, LabelTable.Builder table, Progress progress) throws IOException {
    try (Rows rows = TableFile.open(file)) {
      int itemColumn = Columns.find(rows, item, Columns.ITEM, "item", "--item");
      int raterColumn = Columns.find(rows, rater, Columns.RATER, "rater", "--rater");
      int labelColumn = Columns.find(rows, label, Columns.LABEL, "label", "--label");
      long n = 0;
      while (rows.next()) {
        for (int c : new int[] {itemColumn, raterColumn, labelColumn}) if (rows.isEmpty(c)) throw rows.bad(c, "it is empty");
        table.add(rows.index(itemColumn, table.itemNames()), rows.index(raterColumn, table.raterNames()),
            rows.index(labelColumn, table.classNames()));
        if ((++n & 0xFFFF) == 0) progress.report((long) (1000 * Math.max(0, rows.done())), 1000);
      }
      if (n == 0) throw new BadInput(file + " has a header but no judgments");
    }
    return table.build();
  }

  /** All judgments as numbers; what is not a number is named by file, line and column. */
  public static ScoreTable scores(String file, String item, String rater, String label, Progress progress) throws IOException {
    var table = ScoreTable.builder();
    try (Rows rows = TableFile.open(file)) {
      int itemColumn = Columns.find(rows, item, Columns.ITEM, "item", "--item");
      int raterColumn = Columns.find(rows, rater, Columns.RATER, "rater", "--rater");
      int labelColumn = Columns.find(rows, label, Columns.LABEL, "label", "--label");
      long n = 0;
      while (rows.next()) {
        for (int c : new int[] {itemColumn, raterColumn}) if (rows.isEmpty(c)) throw rows.bad(c, "it is empty");
        table.add(rows.text(itemColumn), rows.text(raterColumn), rows.number(labelColumn));
        if ((++n & 0xFFFF) == 0) progress.report((long) (1000 * Math.max(0, rows.done())), 1000);
      }
      if (n == 0) throw new BadInput(file + " has a header but no judgments");
    }
    return table.build();
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
    return answers;
  }
}
