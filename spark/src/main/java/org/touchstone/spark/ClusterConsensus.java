package org.touchstone.spark;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.touchstone.statistics.LabelTable;
import org.touchstone.statistics.consensus.RaterCounts;
import org.touchstone.statistics.consensus.TableMethod;

/** The answers of all items as a DataFrame, and what was learnt of the raters. */
public final class ClusterConsensus {
  private static final double TIE = 1e-9;

  private final SparkSession spark;
  private final Crowd crowd;
  private final JavaRDD<Row> answers;
  private final TableMethod.Fit fit;

  ClusterConsensus(SparkSession spark, Crowd crowd, JavaRDD<Row> answers, TableMethod.Fit fit) {
    this.spark = spark;
    this.crowd = crowd;
    this.answers = answers;
    this.fit = fit;
  }

  /**
   * One row an item: {@code task}, {@code answer}, {@code probability}, whether it is {@code tied} with another class, and
   * {@code posterior}, the probability of each class in the order of {@link ClusterJudgments#classes()}. Computed when read.
   */
  public Dataset<Row> answers() {
    return spark.createDataFrame(answers, new StructType()
        .add("task", StringType, false).add("answer", StringType, false).add("probability", DoubleType, false)
        .add("tied", BooleanType, false).add("posterior", createArrayType(DoubleType, false), false));
  }

  /** One row a rater: {@code rater}, the number of {@code judgments} and the share of them expected to be {@code right}. */
  public Dataset<Row> raters() {
    return spark.createDataFrame(IntStream.range(0, fit == null ? 0 : crowd.raters().size()).mapToObj(this::rater).toList(),
        new StructType().add("rater", StringType, false).add("judgments", DoubleType, false).add("right", DoubleType, false));
  }

  /** One row a rater, true class and label: {@code rater}, {@code truth}, {@code label} and its {@code probability}. */
  public Dataset<Row> confusion() {
    int classes = crowd.classes().size();
    int raters = fit == null ? 0 : crowd.raters().size();
    List<Row> rows = new ArrayList<>(raters * classes * classes);
    for (int r = 0; r < raters; r++) {
      for (int k = 0; k < classes; k++) {
        for (int l = 0; l < classes; l++) {
          rows.add(RowFactory.create(crowd.raters().name(r), crowd.classes().get(k), crowd.classes().get(l), fit.tables().confusion(r, k, l)));
        }
      }
    }
    return spark.createDataFrame(rows, new StructType().add("rater", StringType, false).add("truth", StringType, false)
        .add("label", StringType, false).add("probability", DoubleType, false));
  }

  /** Tables, counts and the objective after each sweep; empty for majority, which fits nothing. */
  public Optional<TableMethod.Fit> fit() {
    return Optional.ofNullable(fit);
  }

  private Row rater(int rater) {
    RaterCounts counts = fit.counts();
    double right = 0;
    double all = 0;
    for (int k = 0; k < counts.classes(); k++) {
      right += counts.expected(rater, k, k);
      for (int l = 0; l < counts.classes(); l++) all += counts.expected(rater, k, l);
    }
    return RowFactory.create(crowd.raters().name(rater), (double) Math.round(all), right / all);
  }

  static Iterator<Row> rows(LabelTable table, double[] posteriors) {
    int classes = table.classes();
    return IntStream.range(0, table.items()).mapToObj(i -> {
      double[] row = Arrays.copyOfRange(posteriors, i * classes, (i + 1) * classes);
      int best = 0;
      for (int k = 1; k < classes; k++) if (row[k] > row[best] + TIE) best = k;
      double top = row[best];
      boolean tied = Arrays.stream(row).filter(p -> p >= top - TIE).count() > 1;
      return RowFactory.create(table.itemNames().name(i), table.classNames().name(best), top, tied, row);
    }).iterator();
  }
}
