package org.touchstone.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.touchstone.statistics.LabelTable;
import org.touchstone.statistics.Names;
import org.touchstone.statistics.consensus.ItemPart;

/** The raters and classes of all judgments, numbered once for every part. */
final class Crowd implements Serializable {
  private static final long serialVersionUID = 1;

  private final Names raters;
  private final ArrayList<String> classes;
  private final long judgments;

  private Crowd(Names raters, ArrayList<String> classes, long judgments) {
    this.raters = raters;
    this.classes = classes;
    this.judgments = judgments;
  }

  /** @param votes rater, label and how often, each pair once */
  static Crowd of(Collection<Row> votes, JudgmentColumns columns) {
    var raters = new TreeSet<String>();
    var labels = new TreeSet<String>();
    long judgments = 0;
    for (Row vote : votes) {
      long times = vote.getLong(2);
      if (vote.isNullAt(0)) throw empty(columns.rater(), times);
      if (vote.isNullAt(1)) throw empty(columns.label(), times);
      raters.add(vote.getString(0));
      labels.add(vote.getString(1));
      judgments += times;
    }
    return new Crowd(Names.of(raters), new ArrayList<>(LabelTable.inOrder(labels)), judgments);
  }

  private static BadFrame empty(String column, long times) {
    return new BadFrame("the column \"" + column + "\" is empty in " + times + (times == 1 ? " row" : " rows") + "; fill or drop them");
  }

  Names raters() {
    return raters;
  }

  List<String> classes() {
    return classes;
  }

  long judgments() {
    return judgments;
  }

  /** The judgments of one partition as a part of the whole. */
  Iterator<ItemPart> part(Iterator<Row> rows, String itemColumn) {
    var table = LabelTable.builder(classes);
    for (int r = 0; r < raters.size(); r++) table.raterNames().index(raters.name(r));
    while (rows.hasNext()) {
      Row row = rows.next();
      if (row.isNullAt(0)) throw new BadFrame("the column \"" + itemColumn + "\" has an empty row; fill or drop it");
      table.add(table.itemNames().index(row.getString(0)), table.raterNames().find(row.getString(1)),
          table.classNames().find(row.getString(2)));
    }
    return List.of(new ItemPart(table.build())).iterator();
  }
}
