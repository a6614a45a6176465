package org.touchstone.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.LabelTable;
import org.touchstone.statistics.Progress;
import org.touchstone.statistics.agreement.Distance;
import org.touchstone.statistics.agreement.Judgments;
import org.touchstone.statistics.agreement.KrippendorffAlpha;
import org.touchstone.statistics.consensus.Consensus;
import org.touchstone.statistics.consensus.DawidSkene;
import org.touchstone.statistics.consensus.Majority;
import org.touchstone.statistics.consensus.OneCoin;
import org.touchstone.statistics.consensus.TableMethod;
import org.touchstone.statistics.preference.BradleyTerry;
import org.touchstone.statistics.preference.Comparisons;
import org.touchstone.statistics.preference.Outcome;
import org.touchstone.statistics.preference.Scale;
import org.touchstone.statistics.preference.Strengths;

/** Two executors, each a process, find what the library finds on the same data. */
class LocalClusterTest {
  private static final long SEED = Long.getLong("seed", 20261123);
  private static final double SAME = 1e-9;
  private static SparkSession spark;
  private static List<Row> rows;
  private static Dataset<Row> frame;
  private static LabelTable table;

  @BeforeAll
  static void start() {
    spark = LocalCluster.start(2, 1024);
    var random = new Random(SEED);
    rows = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      int truth = 1 + random.nextInt(3);
      for (int x = random.nextInt(5); x >= 0; x--) {
        int rater = random.nextInt(20);
        int label = random.nextInt(20) < rater + 5 ? truth : 1 + random.nextInt(3);
        rows.add(RowFactory.create("item " + i, "rater " + rater, label));
      }
    }
    frame = spark.createDataFrame(rows, new StructType().add("task", DataTypes.StringType).add("rater", DataTypes.StringType)
        .add("label", DataTypes.IntegerType)).repartition(5);
    var builder = LabelTable.builder();
    for (Row row : rows) builder.add(row.getString(0), row.getString(1), Integer.toString(row.getInt(2)));
    table = builder.build();
  }

  @AfterAll
  static void stop() {
    if (spark != null) spark.stop();
  }

  @Test
  void twoProcessesShareTheWork() {
    List<Long> processes = new JavaSparkContext(spark.sparkContext()).parallelize(IntStream.range(0, 8).boxed().toList(), 8)
        .map(x -> ProcessHandle.current().pid()).distinct().collect();
    assertThat(processes).hasSize(2).doesNotContain(ProcessHandle.current().pid());
  }

  @Test
  void consensusIsTheLibrarys() {
    try (ClusterJudgments judgments = ClusterJudgments.of(frame, new JudgmentColumns(), 7)) {
      assertThat(judgments.judgments()).isEqualTo(rows.size());
      same(judgments.majority().answers(), new Majority().estimate(table), "majority");
      for (TableMethod method : List.of(new DawidSkene(), new OneCoin())) {
        Consensus expected = method.estimate(table);
        ClusterConsensus found = judgments.consensus(method, Progress.SILENT);
        same(found.answers(), expected, method.name());
        assertThat(found.fit().orElseThrow().trace()).hasSameSizeAs(expected.trace());
        for (Row row : found.confusion().collectAsList()) {
          double there = expected.confusion(expected.raterNames().find(row.getString(0)), expected.classNames().find(row.getString(1)),
              expected.classNames().find(row.getString(2))).orElseThrow();
          assertThat(row.getDouble(3)).as("%s, seed %d", method.name(), SEED).isCloseTo(there, within(SAME));
        }
        int[] judged = table.judgmentsPerRater();
        for (Row row : found.raters().collectAsList()) {
          assertThat(row.getDouble(1)).isEqualTo(judged[table.raterNames().find(row.getString(0))]);
          assertThat(row.getDouble(2)).isBetween(0.0, 1.0);
        }
      }
    }
  }

  private static void same(Dataset<Row> answers, Consensus expected, String method) {
    List<Row> found = answers.collectAsList();
    assertThat(found).hasSize(expected.items());
    for (Row row : found) {
      int i = expected.itemNames().find(row.getString(0));
      String where = "%s of %s, seed %d".formatted(row.getString(0), method, SEED);
      List<Double> posterior = row.getList(4);
      for (int k = 0; k < expected.classes(); k++) {
        assertThat(posterior.get(k)).as(where).isCloseTo(expected.posterior(i, k), within(SAME));
      }
      assertThat(row.getBoolean(3)).as(where).isEqualTo(expected.isTie(i));
      assertThat(row.getString(1)).as(where).isEqualTo(expected.answer(i).orElseThrow());
      assertThat(row.getDouble(2)).as(where).isCloseTo(expected.probability(i), within(SAME));
    }
  }

  @Test
  void alphaIsTheLibrarys() {
    Judgments together = Judgments.of(table, new double[] {1, 2, 3});
    try (ClusterJudgments judgments = ClusterJudgments.of(frame, new JudgmentColumns(), 7)) {
      for (Distance.Level level : Distance.Level.values()) {
        var expected = new KrippendorffAlpha(level).measure(together);
        var found = judgments.alpha(level);
        assertThat(value(found.value())).as("%s, seed %d", level, SEED).isCloseTo(value(expected.value()), within(SAME));
        assertThat(found.items()).isEqualTo(expected.items());
        assertThat(found.judgments()).isEqualTo(expected.judgments());
      }
    }
  }

  @Test
  void ratingsAreTheLibrarys() {
    var random = new Random(SEED);
    var battles = new ArrayList<Row>();
    var builder = Comparisons.builder();
    for (int j = 0; j < 2000; j++) {
      int left = random.nextInt(6);
      int right = (left + 1 + random.nextInt(5)) % 6;
      int said = random.nextInt(10) < 3 + left - right ? 0 : random.nextInt(3);
      battles.add(RowFactory.create("m" + left, "m" + right, List.of("left", "m" + right, "tie").get(said)));
      builder.add("", "m" + left, "m" + right, Outcome.values()[said]);
    }
    Dataset<Row> frame = spark.createDataFrame(battles, new StructType().add("left", DataTypes.StringType)
        .add("right", DataTypes.StringType).add("winner", DataTypes.StringType)).repartition(3);
    Comparisons together = builder.build();
    Strengths found = new ClusterComparisons().rate(frame, BradleyTerry.standard());
    var expected = BradleyTerry.standard().strengths(together).on(Scale.ELO);
    var ratings = found.on(Scale.ELO);
    for (int c = 0; c < 6; c++) {
      int there = together.contestantNames().find(ratings.contestants().name(c));
      assertThat(value(ratings.of(c))).as("seed %d", SEED).isCloseTo(value(expected.of(there)), within(1e-7));
      assertThat(found.log(c)).isCloseTo(BradleyTerry.standard().strengths(together).log(there), within(SAME));
      assertThat(ratings.place(c)).isEqualTo(expected.place(there));
    }
  }

  private static double value(Estimate estimate) {
    return estimate.known().orElseThrow().value();
  }

  @Test
  void aJobWritesWhatItFound(@TempDir Path folder) {
    String input = folder.resolve("judgments.parquet").toString();
    String output = folder.resolve("out").toString();
    frame.withColumnRenamed("rater", "annotator").write().parquet(input);
    Job.run(spark, "dawid-skene", input, output, "--rater", "annotator");
    same(spark.read().parquet(output + "/answers"), new DawidSkene().estimate(table), "job");
    assertThat(spark.read().parquet(output + "/raters").count()).isEqualTo(20);
    Job.run(spark, "alpha", input, output, "--rater", "annotator", "--level", "ordinal");
    Row alpha = spark.read().parquet(output + "/alpha").first();
    assertThat(alpha.getDouble(0)).isCloseTo(value(KrippendorffAlpha.ordinal().measure(Judgments.of(table)).value()), within(SAME));
    assertThatThrownBy(() -> Job.run(spark, "dawid-skene", input, output, "--rater", "worker"))
        .isInstanceOf(BadFrame.class).hasMessage("there is no column \"worker\"; there are task, annotator, label");
  }

  @Test
  void emptyFieldsAndWordsWithoutDistanceAreNamed() {
    var schema = new StructType().add("task", DataTypes.StringType).add("rater", DataTypes.StringType).add("label", DataTypes.StringType);
    var holes = spark.createDataFrame(List.of(RowFactory.create("a", "x", "yes"), RowFactory.create("a", null, "no")), schema);
    assertThatThrownBy(() -> ClusterJudgments.of(holes, new JudgmentColumns()))
        .hasMessage("the column \"rater\" is empty in 1 row; fill or drop them");
    var words = spark.createDataFrame(List.of(RowFactory.create("a", "x", "yes"), RowFactory.create("a", "y", "no")), schema);
    try (ClusterJudgments judgments = ClusterJudgments.of(words, new JudgmentColumns(), 1)) {
      assertThat(value(judgments.alpha(Distance.Level.NOMINAL).value())).isZero();
      assertThatThrownBy(() -> judgments.alpha(Distance.Level.INTERVAL))
          .hasMessageContaining("\"no\" is not a number");
    }
  }
}
