import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.touchstone.platform.dataset.ExportFormat;
import org.touchstone.platform.dataset.Exports;
import org.touchstone.platform.dataset.FrozenItem;
import org.touchstone.platform.guideline.Answer;
import org.touchstone.platform.guideline.Answers;
import org.touchstone.platform.guideline.Criterion;
import org.touchstone.platform.guideline.Rubric;

/** Writes a snapshot of many judgments in every format and says how long it took, and how much memory Java used at most. */
public final class ParquetExport {
  private static final int VOTES = 4;

  public static void main(String[] args) throws Exception {
    int judgments = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
    var formats = args.length > 1 ? List.of(args[1].split(",")) : List.of("parquet", "jsonl", "csv", "trl-dpo");
    var rubric = new Rubric(List.of(new Criterion.Compare(
        new Criterion.Common("preference", "Which?", null, Criterion.Target.ITEM, true, Criterion.Justification.NEVER), true, true, false)));
    var folder = Files.createTempDirectory("touchstone-bench");
    for (String format : formats) {
      Path file = folder.resolve("out." + format);
      var pools = java.lang.management.ManagementFactory.getMemoryPoolMXBeans();
      pools.forEach(java.lang.management.MemoryPoolMXBean::resetPeakUsage);
      long begun = System.nanoTime();
      try (OutputStream out = Files.newOutputStream(file)) {
        new Exports().write(rubric, items(judgments / VOTES), new Exports.Choice(ExportFormat.of(format), null, false, false), out);
      }
      double seconds = (System.nanoTime() - begun) / 1e9;
      long heap = pools.stream().filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP).mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
      System.out.printf("%-8s %,d judgments: %.1f s, %,.0f judgments/s, file %,d MB, heap at most %,d MB%n",
          format, judgments, seconds, judgments / seconds, Files.size(file) >> 20, heap >> 20);
      Files.delete(file);
    }
    Files.delete(folder);
  }

  private static Stream<FrozenItem> items(int n) {
    var random = new SplittableRandom(7);
    var at = Instant.parse("2026-03-01T10:00:00Z");
    return IntStream.range(0, n).mapToObj(i -> {
      var votes = new ArrayList<FrozenItem.Vote>();
      for (int v = 0; v < VOTES; v++) {
        int dice = random.nextInt(10);
        var answer = new Answer.Winner(dice < 6 ? "0" : dice < 9 ? "1" : "tie", dice < 9 ? 1 + random.nextInt(3) : null, null);
        votes.add(new FrozenItem.Vote("j-" + i + "-" + v, "rater-" + random.nextInt(500), "TRAINER", new Answers(Map.of("preference", answer)), null, null, 1,
            random.nextBoolean() ? List.of(0, 1) : List.of(1, 0), at.plusSeconds(i), 20 + random.nextInt(200), "ACCEPTED", 25, "USD"));
      }
      return new FrozenItem("item-" + i, "x-" + i, "Question number " + i + ": " + "what would a careful person answer here? ".repeat(4), null, List.of(),
          List.of(new FrozenItem.Response("First answer " + i + " " + "with some words in it ".repeat(12), "model-a"),
              new FrozenItem.Response("Second answer " + i + " " + "with other words in it ".repeat(12), "model-b")),
          null, List.of(new FrozenItem.Settled("preference", null, null, "0", 0.9, VOTES, Map.of("0", 0.9, "1", 0.1), "0")), votes);
    });
  }
}
