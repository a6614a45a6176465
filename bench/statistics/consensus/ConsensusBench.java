import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.touchstone.statistics.LabelTable;
import org.touchstone.statistics.Progress;
import org.touchstone.statistics.consensus.ConsensusMethod;
import org.touchstone.statistics.consensus.DawidSkene;
import org.touchstone.statistics.consensus.Glad;
import org.touchstone.statistics.consensus.Gold;
import org.touchstone.statistics.consensus.Ibcc;
import org.touchstone.statistics.consensus.Kos;
import org.touchstone.statistics.consensus.LiveDawidSkene;
import org.touchstone.statistics.consensus.Mace;
import org.touchstone.statistics.consensus.Majority;
import org.touchstone.statistics.consensus.OneCoin;
import org.touchstone.statistics.consensus.ZeroBasedSkill;

/**
 * Measures the consensus methods on a simulated crowd and prints nanoseconds of CPU time per judgment and sweep.
 *
 * <p>Run from the repository's root after a build:
 * {@code java -Xmx4g -cp statistics/target/classes bench/statistics/consensus/ConsensusBench.java [judgments] [classes] [raters]}; one
 * thread with {@code -Djava.util.concurrent.ForkJoinPool.common.parallelism=1} and {@code taskset -c 0}.
 */
public class ConsensusBench {
  private static final int PER_ITEM = 5;
  private static final int SWEEPS = 20;

  public static void main(String[] args) {
    int judgments = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
    int classes = args.length > 1 ? Integer.parseInt(args[1]) : 2;
    int raters = args.length > 2 ? Integer.parseInt(args[2]) : Math.max(100, judgments / 1_000);
    long begun = now();
    LabelTable table = crowd(judgments, classes, raters);
    System.out.printf(Locale.ROOT, "%,d judgments, %,d items, %,d raters, %d classes; table built in %.2f CPU s, heap %,d MB%n", judgments,
        table.items(), raters, classes, seconds(begun), heapMegabytes());
    double bandwidth = bandwidth();
    System.out.printf(Locale.ROOT, "memory bandwidth, sum of a long array: %.1f GB/s%n", bandwidth);
    System.out.printf("%-18s %8s %8s %14s %10s%n", "method", "CPU s", "sweeps", "ns/judg/sweep", "heap MB");
    for (ConsensusMethod method : List.of(new Majority(), new DawidSkene(0.01, SWEEPS, 0), new OneCoin(0.01, 0.01, SWEEPS, 0),
        new Ibcc(4, 1, 1, SWEEPS, 0), new Mace(0.5, 10, SWEEPS, 0), new Glad(SWEEPS, 0), new ZeroBasedSkill(SWEEPS, 0), new Kos(SWEEPS, 1))) {
      measure(method, table);
    }
    sweepAlone(table, bandwidth);
    if (judgments <= 2_000_000) live(table);
  }

  private static LabelTable crowd(int judgments, int classes, int raters) {
    var random = new SplittableRandom(1);
    int items = Math.max(1, judgments / PER_ITEM);
    var item = new int[judgments];
    var rater = new int[judgments];
    var label = new int[judgments];
    var skill = new double[raters];
    for (int r = 0; r < raters; r++) skill[r] = 0.55 + 0.4 * random.nextDouble();
    for (int j = 0; j < judgments; j++) {
      item[j] = Math.min(items - 1, j / PER_ITEM);
      rater[j] = random.nextInt(raters);
      int truth = item[j] % classes;
      label[j] = random.nextDouble() < skill[rater[j]] ? truth : (truth + 1 + random.nextInt(classes - 1)) % classes;
    }
    return LabelTable.of(items, raters, classes, item, rater, label);
  }

  private static void measure(ConsensusMethod method, LabelTable table) {
    double best = Double.MAX_VALUE;
    long heap = 0;
    int sweeps = 1;
    for (int round = 0; round < 2; round++) {
      long begun = now();
      var consensus = method.estimate(table, Gold.none(), Progress.SILENT);
      best = Math.min(best, seconds(begun));
      heap = Math.max(heap, heapMegabytes());
      sweeps = Math.max(1, consensus.trace().length);
      if (best > 20) break;
    }
    if (method instanceof ZeroBasedSkill || method instanceof Kos) sweeps = SWEEPS;
    System.out.printf(Locale.ROOT, "%-18s %8.3f %8d %14.2f %,10d%n", method.name(), best, sweeps, best * 1e9 / sweeps / Math.max(1, table.size()), heap);
  }

  /** The cost of a sweep without start and skills: the difference of a long and a short run. */
  private static void sweepAlone(LabelTable table, double bandwidth) {
    double few = Double.MAX_VALUE;
    double many = Double.MAX_VALUE;
    for (int round = 0; round < 3; round++) {
      long begun = now();
      new DawidSkene(0.01, 2, 0).estimate(table);
      few = Math.min(few, seconds(begun));
      begun = now();
      new DawidSkene(0.01, 22, 0).estimate(table);
      many = Math.min(many, seconds(begun));
    }
    double perSweep = (many - few) / 20;
    double bytes = 4.0 * table.size() + 4.0 * table.items() + 8.0 * table.items() * table.classes();
    System.out.printf(Locale.ROOT,
        "dawid-skene sweep alone: %.2f ns/judgment, %.1f MB streamed a sweep = %.1f GB/s (%.1f times the time of the bare read)%n",
        perSweep * 1e9 / table.size(), bytes / 1e6, bytes / perSweep / 1e9, bandwidth / (bytes / perSweep / 1e9));
  }

  private static void live(LabelTable table) {
    var live = new LiveDawidSkene(List.of(table.classNames().toArray()));
    int n = Math.min(200_000, table.size());
    var times = new long[n];
    int at = 0;
    for (int i = 0; i < table.items() && at < n; i++) {
      for (int j = table.from(i); j < table.to(i) && at < n; j++) {
        String item = table.itemNames().name(i);
        String rater = table.raterNames().name(table.rater(j));
        String label = table.classNames().name(table.label(j));
        long begun = System.nanoTime();
        live.add(item, rater, label);
        times[at++] = System.nanoTime() - begun;
      }
    }
    java.util.Arrays.sort(times);
    long begun = now();
    live.sweep(live.items());
    double sweep = seconds(begun);
    live.sweep(1);
    System.out.printf(Locale.ROOT, "live: one judgment %.2f us (median), %.2f us (99 %%); a round over %,d items %.3f s, which moved a posterior by %.4f at most%n",
        times[n / 2] / 1e3, times[(int) (0.99 * n)] / 1e3, live.items(), sweep, live.drift());
  }

  private static double bandwidth() {
    var data = new long[1 << 25];
    double best = 0;
    long sum = 0;
    for (int round = 0; round < 8; round++) {
      long begun = System.nanoTime();
      for (long x : data) sum += x;
      best = Math.max(best, 8.0 * data.length / (System.nanoTime() - begun));
    }
    if (sum != 0) throw new AssertionError();
    return best;
  }

  private static double seconds(long begun) {
    return (now() - begun) / 1e9;
  }

  /** CPU time of this process, all threads: what a busy machine cannot distort. */
  private static long now() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
  }

  private static long heapMegabytes() {
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
  }
}
