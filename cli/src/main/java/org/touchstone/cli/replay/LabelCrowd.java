package org.touchstone.cli.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import org.touchstone.cli.table.BadInput;
import org.touchstone.cli.table.Columns;
import org.touchstone.cli.table.LabelFile;
import org.touchstone.cli.table.Rows;
import org.touchstone.cli.table.TableFile;

/** Reads a crowd from the plain table of the field: task, worker, label. */
final class LabelCrowd {
  private static final int MOST_LABELS = 100;

  private LabelCrowd() {}

  /** @param limit at most so many judgments, from the top of the file */
  static Crowd read(String file, String gold, int limit) throws IOException {
    String name = Path.of(file).getFileName().toString().replaceFirst("\\..*$", "");
    var items = new LinkedHashMap<String, Crowd.Item>();
    var rows = new Crowd.Rows();
    var labels = new TreeSet<String>();
    int read = 0;
    try (Rows table = TableFile.open(file)) {
      int item = Columns.find(table, null, Columns.ITEM, "item", "--item");
      int worker = Columns.find(table, null, Columns.RATER, "rater", "--rater");
      int label = Columns.find(table, null, Columns.LABEL, "label", "--label");
      while (read < limit && table.next()) {
        for (int column : new int[] {item, worker, label}) if (table.text(column).isBlank()) throw table.bad(column, "it is empty");
        String id = table.text(item);
        items.computeIfAbsent(id, any -> new Crowd.Item(any, "Item %s of %s: which label fits?".formatted(any, name), List.of()));
        rows.add(table.text(worker), new Crowd.Judgment(id, table.text(label)));
        labels.add(table.text(label));
        read++;
        if (labels.size() > MOST_LABELS) {
          throw table.bad(label, "this is the " + labels.size() + "th different label; numbers on a scale cannot be replayed as labels");
        }
      }
    }
    if (read == 0) throw new BadInput(file + " has a header but no judgments");
    if (labels.size() == 1) labels.add("other");
    var known = gold == null ? new LinkedHashMap<String, String>() : LabelFile.gold(gold, null, null);
    if (gold != null && known.keySet().stream().noneMatch(items::containsKey)) {
      throw new BadInput(gold + ": none of its items is in " + file + "; are the items named alike in both?");
    }
    return rows.crowd(name, new Crowd.Question.Label(new ArrayList<>(labels)), items, known);
  }
}
