package org.touchstone.statistics.consensus;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.touchstone.statistics.LabelTable;
import org.touchstone.statistics.SharedData;

/** The recorded crowds beside the repository, as tables. */
public final class RealCrowds {
  private RealCrowds() {}

  /** Item, rater and label from the first three columns. */
  public static LabelTable labels(String name) {
    var table = LabelTable.builder();
    for (List<String> row : rows(name)) table.add(row.get(0), row.get(1), row.get(2));
    return table.build();
  }

  /** Item and answer from the first two columns. */
  public static Map<String, String> gold(String name) {
    var gold = new LinkedHashMap<String, String>();
    for (List<String> row : rows(name)) gold.put(row.get(0), row.get(1));
    return gold;
  }

  public static List<List<String>> rows(String name) {
    List<List<String>> rows = SharedData.table(name, ',');
    return rows.subList(1, rows.size());
  }
}
