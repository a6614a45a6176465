package org.touchstone.spark;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/** Spark's own cluster on one machine: a master and workers that start every executor as a process of its own. */
final class LocalCluster {
  private LocalCluster() {}

  static SparkSession start(int executors, int megabytes) {
    linkJars(Path.of(System.getenv("SPARK_HOME"), "jars"));
    return SparkSession.builder()
        .master("local-cluster[%d,1,%d]".formatted(executors, megabytes))
        .appName("Touchstone tests")
        .config("spark.executor.memory", megabytes + "m")
        .config("spark.executorEnv.JAVA_HOME", System.getProperty("java.home"))
        .config("spark.executor.extraClassPath", String.join(File.pathSeparator, classPath(false)))
        .config("spark.executor.extraJavaOptions", "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Djava.util.concurrent.ForkJoinPool.common.parallelism=0")
        .config("spark.sql.shuffle.partitions", 4)
        .config("spark.sql.warehouse.dir", Path.of("target", "warehouse").toAbsolutePath().toString())
        .config("spark.ui.enabled", false)
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .getOrCreate();
  }

  /** Folders are ours, jars are Spark's. */
  private static List<String> classPath(boolean jars) {
    var found = new ArrayList<String>();
    String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    for (String entry : all.split(File.pathSeparator)) {
      boolean ours = !entry.endsWith(".jar") || Path.of(entry).getFileName().toString().startsWith("touchstone");
      if (ours != jars) found.add(Path.of(entry).toAbsolutePath().toString());
    }
    return found;
  }

  private static void linkJars(Path folder) {
    try {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> old = Files.list(folder)) {
          for (Path link : old.toList()) Files.delete(link);
        }
      }
      Files.createDirectories(folder);
      for (String jar : classPath(true)) Files.createSymbolicLink(folder.resolve(Path.of(jar).getFileName()), Path.of(jar));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
