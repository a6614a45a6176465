import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.SparkSession;
import org.touchstone.spark.ClusterConsensus;
import org.touchstone.spark.ClusterJudgments;
import org.touchstone.spark.JudgmentColumns;
import org.touchstone.statistics.agreement.Distance;
import org.touchstone.statistics.consensus.DawidSkene;

/**
 * What the estimators cost on Spark's local cluster: {@code Cost make N FOLDER} writes N judgments as Parquet, {@code Cost run
 * EXECUTORS MEGABYTES FOLDER} reads them with that many executors of one core each and prints one line of seconds.
 */
final class Cost {
  private static final int SWEEPS = 20;

  public static void main(String[] arguments) throws Exception {
    if (arguments[0].equals("make")) make(Long.parseLong(arguments[1]), arguments[2]);
    else run(arguments[1], arguments[2], arguments[3]);
  }

  /** Five judgments an item, 2000 raters right in 55 to 95 of a hundred cases, two classes. */
  private static void make(long n, String folder) {
    SparkSession spark = SparkSession.builder().master("local[2]").config("spark.ui.enabled", false).getOrCreate();
    spark.range(n).select(col("id"), expr("id div 5 as item"), expr("pmod(xxhash64(id, 1), 2000) as who"))
        .select(concat(lit("item-"), col("item")).as("task"), concat(lit("rater-"), col("who")).as("rater"),
            expr("pmod(xxhash64(item, 2), 2) = 1 = (pmod(xxhash64(id, 3), 1000) < 550 + 400 * who / 2000)").cast("int").as("label"))
        .write().mode("overwrite").parquet(folder);
    spark.stop();
  }

  private static void run(String executors, String megabytes, String folder) throws Exception {
    SparkSession spark = cluster(executors, megabytes);
    spark.range(1000).repartition(4).count();
    var seconds = new ArrayList<String>();
    long from = System.nanoTime();
    try (var judgments = ClusterJudgments.of(spark.read().parquet(folder), new JudgmentColumns())) {
      double alpha = judgments.alpha(Distance.Level.NOMINAL).value().known().orElseThrow().value();
      seconds.add(since(from));
      from = System.nanoTime();
      judgments.majority().answers().write().mode("overwrite").parquet(folder + ".majority");
      seconds.add(since(from));
      from = System.nanoTime();
      var first = new long[1];
      ClusterConsensus found = judgments.consensus(new DawidSkene(0.01, SWEEPS, 0), (done, total) -> {
        if (done == 1) first[0] = System.nanoTime();
        return true;
      });
      double sweep = (System.nanoTime() - first[0]) / 1e9 / (SWEEPS - 1);
      seconds.add(since(from));
      seconds.add(String.format(Locale.ROOT, "%.3f", sweep));
      from = System.nanoTime();
      found.answers().write().mode("overwrite").parquet(folder + ".answers");
      seconds.add(since(from));
      System.out.printf(Locale.ROOT, "| %,d | %s | %s | %.4f |%n", judgments.judgments(), executors, String.join(" | ", seconds), alpha);
    }
    spark.stop();
  }

  private static String since(long from) {
    return String.format(Locale.ROOT, "%.1f", (System.nanoTime() - from) / 1e9);
  }

  private static SparkSession cluster(String executors, String megabytes) throws Exception {
    Path jars = Path.of(System.getenv("SPARK_HOME"), "jars");
    Files.createDirectories(jars);
    List<String> ours = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path path = Path.of(entry).toAbsolutePath();
      if (!entry.endsWith(".jar")) ours.add(path.toString());
      else if (!Files.exists(jars.resolve(path.getFileName()))) Files.createSymbolicLink(jars.resolve(path.getFileName()), path);
    }
    return SparkSession.builder().master("local-cluster[%s,1,%s]".formatted(executors, megabytes))
        .config("spark.executor.memory", megabytes + "m").config("spark.ui.enabled", false)
        .config("spark.executorEnv.JAVA_HOME", System.getProperty("java.home"))
        .config("spark.executor.extraClassPath", String.join(File.pathSeparator, ours))
        .config("spark.executor.extraJavaOptions", "-XX:+UseSerialGC -Djava.util.concurrent.ForkJoinPool.common.parallelism=0")
        .config("spark.driver.host", "127.0.0.1").config("spark.driver.bindAddress", "127.0.0.1").getOrCreate();
  }
}
