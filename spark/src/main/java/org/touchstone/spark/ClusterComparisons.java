package org.touchstone.spark;

import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.touchstone.statistics.Names;
import org.touchstone.statistics.preference.BradleyTerry;
import org.touchstone.statistics.preference.Comparisons;
import org.touchstone.statistics.preference.Outcome;
import org.touchstone.statistics.preference.PairCounts;
import org.touchstone.statistics.preference.Strengths;

/**
 * Ratings from a DataFrame of comparisons: every partition counts its pairs, and the counts, exact whole numbers, are all
 * that the model needs.
 *
 * @param left the column of the left contestant
 * @param right the column of the right one
 * @param winner the column that says {@code left}, {@code right}, {@code tie} or the winner's own name
 */
public record ClusterComparisons(String left, String right, String winner) implements Serializable {
  public ClusterComparisons() {
    this("left", "right", "winner");
  }

  /** Strengths with sandwich errors, the same as those of all comparisons in one place. */
  public Strengths rate(Dataset<Row> rows, BradleyTerry method) {
    Dataset<Row> texts = JudgmentColumns.texts(rows, List.of(left, right, winner));
    List<String> contestants = texts.map((MapFunction<Row, String>) row -> row.getString(0), Encoders.STRING())
        .union(texts.map((MapFunction<Row, String>) row -> row.getString(1), Encoders.STRING()))
        .distinct().collectAsList();
    if (contestants.contains(null)) throw new BadFrame("a contestant is empty in \"" + left + "\" or \"" + right + "\"; fill or drop the row");
    Names names = Names.of(contestants.stream().sorted().toList());
    var everywhere = new JavaSparkContext(rows.sparkSession().sparkContext()).broadcast(names);
    PairCounts sum = texts.javaRDD().mapPartitions(part -> List.of(count(part, everywhere.value())).iterator())
        .collect().stream().reduce(PairCounts.none(names.size()), PairCounts::plus);
    return method.strengths(sum, names);
  }

  private PairCounts count(Iterator<Row> rows, Names names) {
    var comparisons = Comparisons.builder().contestants(List.of(names.toArray()));
    int nobody = comparisons.raterNames().index("");
    while (rows.hasNext()) {
      Row row = rows.next();
      String one = row.getString(0);
      String other = row.getString(1);
      if (one.equals(other)) throw new BadFrame("\"" + one + "\" is compared with itself; drop such rows");
      comparisons.add(nobody, names.find(one), names.find(other), outcome(one, other, row.getString(2)));
    }
    return PairCounts.of(comparisons.build());
  }

  private Outcome outcome(String one, String other, String said) {
    if (one.equals(said)) return Outcome.LEFT;
    if (other.equals(said)) return Outcome.RIGHT;
    return switch (said == null ? "" : said.strip().toLowerCase(Locale.ROOT)) {
      case "left", "model_a", "a" -> Outcome.LEFT;
      case "right", "model_b", "b" -> Outcome.RIGHT;
      case "tie", "draw", "equal", "same", "both", "tie (bothbad)", "bothbad" -> Outcome.TIE;
      default -> throw new BadFrame("the column \"" + winner + "\" says \"" + said + "\" of \"" + one + "\" and \"" + other
          + "\": neither of the two nor tie");
    };
  }
}
