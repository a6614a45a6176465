package org.touchstone.spark;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.touchstone.statistics.Progress;
import org.touchstone.statistics.agreement.Agreement;
import org.touchstone.statistics.agreement.Coincidences;
import org.touchstone.statistics.agreement.Distance;
import org.touchstone.statistics.agreement.Judgments;
import org.touchstone.statistics.consensus.ItemPart;
import org.touchstone.statistics.consensus.Majority;
import org.touchstone.statistics.consensus.RaterCounts;
import org.touchstone.statistics.consensus.TableMethod;

/**
 * The judgments of a DataFrame, dealt out by item over the cluster and kept there in memory while methods run over them.
 *
 * <p>Each item lies in one part with all of its judgments. Rows are sorted within a part and sums are added in the order of
 * the parts, so the same data give the same figures to the last bit, however the cluster was busy. The driver holds the
 * raters, the classes, and for each part one figure per rater and pair of classes.
 */
public final class ClusterJudgments implements AutoCloseable {
  private static final long JUDGMENTS_A_PART = 2_000_000;

  private final SparkSession spark;
  private final Crowd crowd;
  private final JavaRDD<ItemPart> parts;

  private ClusterJudgments(SparkSession spark, Crowd crowd, JavaRDD<ItemPart> parts) {
    this.spark = spark;
    this.crowd = crowd;
    this.parts = parts;
  }

  /** As many parts as the cluster has cores, more where a part would grow beyond two million judgments. */
  public static ClusterJudgments of(Dataset<Row> rows, JudgmentColumns columns) {
    return of(rows, columns, 0);
  }

  /** @param parts how many; 0 leaves it to the size of the data and of the cluster */
  public static ClusterJudgments of(Dataset<Row> rows, JudgmentColumns columns, int parts) {
    SparkSession spark = rows.sparkSession();
    Dataset<Row> texts = columns.of(rows);
    Dataset<Row> votes = texts.groupBy(col(quoted(columns.rater())), col(quoted(columns.label()))).count();
    var crowd = Crowd.of(votes.collectAsList(), columns);
    long enough = (crowd.judgments() + JUDGMENTS_A_PART - 1) / JUDGMENTS_A_PART;
    int wanted = parts > 0 ? parts : Math.toIntExact(Math.max(enough, spark.sparkContext().defaultParallelism()));
    var everywhere = new JavaSparkContext(spark.sparkContext()).broadcast(crowd);
    String item = columns.item();
    JavaRDD<ItemPart> dealt = texts.repartition(wanted, col(quoted(item)))
        .sortWithinPartitions(quoted(item), quoted(columns.rater()), quoted(columns.label()))
        .javaRDD()
        .mapPartitions(part -> everywhere.value().part(part, item));
    return new ClusterJudgments(spark, crowd, dealt.persist(StorageLevel.MEMORY_AND_DISK()));
  }

  private static String quoted(String column) {
    return "`" + column.replace("`", "``") + "`";
  }

  public long judgments() {
    return crowd.judgments();
  }

  /** The classes, in the order that posteriors are listed in. */
  public List<String> classes() {
    return List.copyOf(crowd.classes());
  }

  /** The answers by majority: each class's probability is its share of the item's votes. */
  public ClusterConsensus majority() {
    return new ClusterConsensus(spark, crowd, answers(part -> new Majority().estimate(part.table()).posteriors()), null);
  }

  /** The answers by a method that learns of judgments through sums, such as Dawid–Skene and one-coin. */
  public ClusterConsensus consensus(TableMethod method, Progress progress) {
    var context = new JavaSparkContext(spark.sparkContext());
    TableMethod.Fit fit = method.fit(sum(ItemPart::start), tables -> {
      var everywhere = context.broadcast(tables);
      RaterCounts counts = sum(part -> part.sweep(everywhere.value()));
      everywhere.destroy();
      return counts;
    }, progress);
    var last = context.broadcast(fit.tables());
    return new ClusterConsensus(spark, crowd, answers(part -> part.posteriors(last.value())), fit);
  }

  /** Krippendorff's alpha; all distances but the nominal one need labels that are numbers. */
  public Agreement alpha(Distance distance) {
    double[] values = values(distance);
    return parts.map(part -> Coincidences.of(Judgments.of(part.table(), values))).collect().stream()
        .reduce(Coincidences.none(), Coincidences::plus).alpha(distance);
  }

  /** Lets the cluster forget the judgments; answers not yet computed are then read from the source again. */
  @Override
  public void close() {
    parts.unpersist();
  }

  private RaterCounts sum(Function<ItemPart, RaterCounts> count) {
    return parts.map(count).collect().stream()
        .reduce(RaterCounts.none(crowd.raters().size(), crowd.classes().size()), RaterCounts::plus);
  }

  private JavaRDD<Row> answers(Function<ItemPart, double[]> posteriors) {
    return parts.flatMap(part -> ClusterConsensus.rows(part.table(), posteriors.call(part)));
  }

  private double[] values(Distance distance) {
    if (distance == Distance.Level.NOMINAL) return IntStream.range(0, crowd.classes().size()).asDoubleStream().toArray();
    return crowd.classes().stream().mapToDouble(label -> {
      try {
        return Double.parseDouble(label.strip());
      } catch (NumberFormatException e) {
        throw new BadFrame("the label \"" + label + "\" is not a number, so there is no " + distance.name().toLowerCase(Locale.ROOT)
            + " distance to it; measure the nominal alpha");
      }
    }).toArray();
  }
}
