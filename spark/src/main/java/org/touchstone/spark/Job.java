package org.touchstone.spark;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.Names;
import org.touchstone.statistics.Progress;
import org.touchstone.statistics.agreement.Agreement;
import org.touchstone.statistics.agreement.Distance;
import org.touchstone.statistics.consensus.DawidSkene;
import org.touchstone.statistics.consensus.OneCoin;
import org.touchstone.statistics.preference.BradleyTerry;
import org.touchstone.statistics.preference.Ratings;
import org.touchstone.statistics.preference.Scale;

/** One estimator over one table, for {@code spark-submit}: the results are Parquet files beside each other. */
public final class Job {
  static final String USAGE = """
      usage: spark-submit --class org.touchstone.spark.Job --jars touchstone-statistics.jar touchstone-spark.jar \\
               METHOD INPUT OUTPUT [--item COLUMN] [--rater COLUMN] [--label COLUMN]
                                   [--left COLUMN] [--right COLUMN] [--winner COLUMN] [--level LEVEL] [--parts N]

        METHOD  majority, one-coin, dawid-skene: OUTPUT/answers, OUTPUT/raters, OUTPUT/confusion
                alpha: OUTPUT/alpha; --level nominal (the usual one), ordinal, interval or ratio
                bradley-terry: OUTPUT/ratings
        INPUT   .csv (with a header), .json or .jsonl, else Parquet; anything that Spark can open
        What OUTPUT holds of these is replaced. Columns are task, rater, label and left, right, winner where nothing else is said.
      """;
  private static final Set<String> OPTIONS = Set.of("item", "rater", "label", "left", "right", "winner", "level", "parts");

  private Job() {}

  public static void main(String[] arguments) {
    SparkSession spark = SparkSession.builder().appName("Touchstone " + String.join(" ", arguments)).getOrCreate();
    try {
      run(spark, arguments);
    } catch (BadFrame e) {
      System.err.println("touchstone: " + e.getMessage());
      System.exit(2);
    } finally {
      spark.stop();
    }
  }

  static void run(SparkSession spark, String... arguments) {
    if (arguments.length < 3) throw new BadFrame("METHOD, INPUT and OUTPUT are needed\n" + USAGE);
    Map<String, String> options = options(arguments);
    String output = arguments[2];
    Dataset<Row> rows = read(spark, arguments[1]);
    switch (arguments[0]) {
      case "majority", "one-coin", "dawid-skene" -> consensus(arguments[0], rows, options, output);
      case "alpha" -> alpha(rows, options, output);
      case "bradley-terry" -> ratings(rows, options, output);
      default -> throw new BadFrame("there is no method \"" + arguments[0] + "\"\n" + USAGE);
    }
  }

  private static Map<String, String> options(String[] arguments) {
    var options = new HashMap<String, String>();
    for (int a = 3; a < arguments.length; a += 2) {
      String name = arguments[a].startsWith("--") ? arguments[a].substring(2) : "";
      if (!OPTIONS.contains(name)) throw new BadFrame("there is no option \"" + arguments[a] + "\"\n" + USAGE);
      if (a + 1 == arguments.length) throw new BadFrame(arguments[a] + " needs a value\n" + USAGE);
      options.put(name, arguments[a + 1]);
    }
    return options;
  }

  private static Dataset<Row> read(SparkSession spark, String input) {
    String name = input.toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
    if (name.endsWith(".csv")) return spark.read().option("header", true).csv(input);
    if (name.endsWith(".json") || name.endsWith(".jsonl")) return spark.read().json(input);
    return spark.read().parquet(input);
  }

  private static ClusterJudgments judgments(Dataset<Row> rows, Map<String, String> options) {
    var columns = new JudgmentColumns(
        options.getOrDefault("item", "task"), options.getOrDefault("rater", "rater"), options.getOrDefault("label", "label"));
    String parts = options.getOrDefault("parts", "0");
    if (!parts.matches("\\d{1,6}")) throw new BadFrame("--parts is \"" + parts + "\"; give a whole number");
    return ClusterJudgments.of(rows, columns, Integer.parseInt(parts));
  }

  private static void consensus(String method, Dataset<Row> rows, Map<String, String> options, String output) {
    try (ClusterJudgments judgments = judgments(rows, options)) {
      ClusterConsensus consensus = switch (method) {
        case "majority" -> judgments.majority();
        case "one-coin" -> judgments.consensus(new OneCoin(), Progress.SILENT);
        default -> judgments.consensus(new DawidSkene(), Progress.SILENT);
      };
      write(consensus.answers(), output + "/answers");
      if (consensus.fit().isPresent()) {
        write(consensus.raters(), output + "/raters");
        write(consensus.confusion(), output + "/confusion");
      }
    }
  }

  private static void alpha(Dataset<Row> rows, Map<String, String> options, String output) {
    Distance.Level level;
    try {
      level = Distance.Level.valueOf(options.getOrDefault("level", "nominal").toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new BadFrame("--level is \"" + options.get("level") + "\"; give nominal, ordinal, interval or ratio");
    }
    try (ClusterJudgments judgments = judgments(rows, options)) {
      Agreement alpha = judgments.alpha(level);
      Object[] row = {known(alpha.value()), because(alpha.value()), alpha.items(), alpha.judgments()};
      write(rows.sparkSession().createDataFrame(List.of(RowFactory.create(row)), new StructType()
          .add("alpha", DataTypes.DoubleType).add("undefined_because", DataTypes.StringType)
          .add("items", DataTypes.LongType, false).add("judgments", DataTypes.LongType, false)), output + "/alpha");
    }
  }

  private static void ratings(Dataset<Row> rows, Map<String, String> options, String output) {
    var columns = new ClusterComparisons(
        options.getOrDefault("left", "left"), options.getOrDefault("right", "right"), options.getOrDefault("winner", "winner"));
    Ratings ratings = columns.rate(rows, BradleyTerry.standard()).on(Scale.ELO);
    Names names = ratings.contestants();
    List<Row> table = ratings.inOrder().stream().map(c -> {
      Estimate value = ratings.of(c);
      var interval = value.known().flatMap(Estimate.Known::interval);
      return RowFactory.create(ratings.place(c), names.name(c), known(value), interval.map(i -> i.low()).orElse(null),
          interval.map(i -> i.high()).orElse(null), value.known().map(Estimate.Known::n).orElse(0L));
    }).toList();
    write(rows.sparkSession().createDataFrame(table, new StructType()
        .add("place", DataTypes.IntegerType, false).add("contestant", DataTypes.StringType, false)
        .add("rating", DataTypes.DoubleType).add("low", DataTypes.DoubleType).add("high", DataTypes.DoubleType)
        .add("comparisons", DataTypes.LongType, false)), output + "/ratings");
  }

  private static Double known(Estimate estimate) {
    return estimate.known().map(Estimate.Known::value).orElse(null);
  }

  private static String because(Estimate estimate) {
    return estimate instanceof Estimate.Undefined(String because) ? because : null;
  }

  private static void write(Dataset<Row> rows, String path) {
    rows.write().mode(SaveMode.Overwrite).parquet(path);
  }
}
