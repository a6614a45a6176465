package org.touchstone.spark;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Which columns of a DataFrame hold the item, the rater and the label. */
public record JudgmentColumns(String item, String rater, String label) {
  public JudgmentColumns() {
    this("task", "rater", "label");
  }

  /** The three columns as text, in this order, whatever their types are. */
  Dataset<Row> of(Dataset<Row> rows) {
    return texts(rows, List.of(item, rater, label));
  }

  static Dataset<Row> texts(Dataset<Row> rows, List<String> columns) {
    List<String> there = List.of(rows.columns());
    for (String column : columns) {
      if (!there.contains(column)) {
        throw new BadFrame("there is no column \"" + column + "\"; there are " + String.join(", ", there));
      }
    }
    return rows.select(columns.stream().map(c -> col("`" + c.replace("`", "``") + "`").cast("string"))
        .toArray(Column[]::new)).toDF(columns.toArray(String[]::new));
  }
}
