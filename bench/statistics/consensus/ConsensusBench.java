import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.touchstone.statistics.LabelTable;
import org.touchstone.statistics.Progress;
import org.touchstone.statistics.consensus.Consensus;
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
  private static final int THREADS = Runtime.getRuntime().availableProcessors();

  public static void main(String[] args) {
    int judgments = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
    int classes = args.length > 1 ? Integer.parseInt(args[1]) : 2;
    int raters = args.length > 2 ? Integer.parseInt(args[2]) : Math.max(100, judgments / 1_000);
    long begun = now();
    LabelTable table = crowd(judgments, classes, raters);
    System.out.printf(Locale.ROOT, "%,d judgments, %,d items, %,d raters, %d classes; table built in %.2f CPU s, heap %,d MB%n", judgments,
        table.items(), raters, classes, seconds(begun), heapMegabytes());
    double bandwidth = triad();
    double reading = reading();
    System.out.printf(Locale.ROOT, "memory bandwidth of %d thread(s): %.1f GB/s read (a sum), %.1f GB/s read and written (triad)%n", THREADS, reading, bandwidth);
    System.out.printf("%-18s %8s %8s %14s %10s%n", "method", "CPU s", "sweeps", "ns/judg/sweep", "heap MB");
    for (ConsensusMethod method : List.of(new Majority(), new DawidSkene(0.01, SWEEPS, 0), new OneCoin(0.01, 0.01, SWEEPS, 0),
        new Ibcc(4, 1, 1, SWEEPS, 0), new Mace(0.5, 10, SWEEPS, 0), new Glad(SWEEPS, 0), new ZeroBasedSkill(SWEEPS, 0), new Kos(SWEEPS, 1))) {
      measure(method, table);
    }
    sweepAlone(table, reading, bandwidth);
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

  /**
   * The cost of a sweep without start and skills, the difference of a long and a short run, beside the time in which the bare
   * memory would give as many bytes: what is read (the columns, and two rows of the raters a judgment) against reading, and what is
   * read and written (a row more) against the triad, which counts both.
   */
  private static void sweepAlone(LabelTable table, double reading, double bandwidth) {
    double few = Double.MAX_VALUE;
    double many = Double.MAX_VALUE;
    for (int run = 0; run < 4; run++) {
      few = Math.min(few, passing(table, 2));
      many = Math.min(many, passing(table, 22));
    }
    double perSweep = (many - few) / 20;
    double streamed = 4.0 * table.size() + 4.0 * table.items();
    double rows = 8.0 * table.size() * (table.classes() - 1);
    System.out.printf(Locale.ROOT, "dawid-skene sweep alone: %.2f ns/judgment%n", perSweep * 1e9 / table.size());
    limit("read, the columns alone", streamed, reading, perSweep);
    limit("read", streamed + 2 * rows, reading, perSweep);
    limit("read and written", streamed + 3 * rows, bandwidth, perSweep);
  }

  /** The time that so many sweeps take: of the processor on one thread, by the clock on the wall on several. */
  private static double passing(LabelTable table, int sweeps) {
    long clock = System.nanoTime();
    long cpu = now();
    new DawidSkene(0.01, sweeps, 0).estimate(table);
    return THREADS == 1 ? seconds(cpu) : (System.nanoTime() - clock) / 1e9;
  }

  private static void limit(String what, double bytes, double bandwidth, double perSweep) {
    System.out.printf(Locale.ROOT, "  %-26s %6.0f MB a sweep, %.1f times what the bare bandwidth takes%n", what + ":", bytes / 1e6, perSweep * bandwidth * 1e9 / bytes);
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
    Arrays.sort(times);
    System.out.printf(Locale.ROOT, "live: one judgment %.2f us (median), %.2f us (99 %%) of %,d%n", times[n / 2] / 1e3,
        times[(int) (0.99 * n)] / 1e3, n);
    Consensus batch = live.settled(Progress.SILENT);
    System.out.printf("%-22s %10s %20s %20s %18s%n", "background rounds", "CPU s", "largest difference", "mean difference", "other answer");
    difference(live, batch, 0, 0);
    double spent = 0;
    for (int round = 1; round <= 20; round++) {
      long begun = now();
      live.sweep(live.items());
      spent += seconds(begun);
      if (round <= 3 || round % 5 == 0) difference(live, batch, round, spent);
    }
  }

  private static void difference(LiveDawidSkene live, Consensus batch, int rounds, double spent) {
    double largest = 0;
    double sum = 0;
    int other = 0;
    for (int i = 0; i < batch.items(); i++) {
      double[] posterior = live.posterior(batch.itemNames().name(i));
      double farthest = 0;
      int best = 0;
      for (int k = 0; k < posterior.length; k++) {
        farthest = Math.max(farthest, Math.abs(posterior[k] - batch.posterior(i, k)));
        if (posterior[k] > posterior[best]) best = k;
      }
      largest = Math.max(largest, farthest);
      sum += farthest;
      if (best != batch.best(i)) other++;
    }
    System.out.printf(Locale.ROOT, "%-22d %10.3f %20.6f %20.6f %16.3f %%%n", rounds, spent, largest, sum / batch.items(), 100.0 * other / batch.items());
  }

  /** GB a second of a = b + s c over three arrays of 128 MB, as the well-known benchmark counts it: two reads and a write. */
  private static double triad() {
    var a = new double[1 << 24];
    var b = new double[1 << 24];
    var c = new double[1 << 24];
    double best = 0;
    for (int round = 0; round < 12; round++) {
      long begun = System.nanoTime();
      double s = round;
      inParts(a.length, (from, to) -> triad(a, b, c, s, from, to));
      best = Math.max(best, 24.0 * a.length / (System.nanoTime() - begun));
    }
    return best;
  }

  /** GB a second of a sum over an array of 256 MB: reads only. */
  private static double reading() {
    var a = new long[1 << 25];
    Arrays.setAll(a, i -> i);
    double best = 0;
    long sum = 0;
    for (int round = 0; round < 12; round++) {
      long begun = System.nanoTime();
      sum += inParts(a.length, (from, to) -> sum(a, from, to));
      best = Math.max(best, 8.0 * a.length / (System.nanoTime() - begun));
    }
    if (sum == 0) throw new AssertionError("the sum is used, so that it is made");
    return best;
  }

  private static long sum(long[] a, int from, int to) {
    long sum = 0;
    for (int i = from; i < to; i++) sum += a[i];
    return sum;
  }

  private static long triad(double[] a, double[] b, double[] c, double s, int from, int to) {
    for (int i = from; i < to; i++) a[i] = b[i] + s * c[i];
    return 0;
  }

  private interface Part {
    long run(int from, int to);
  }

  private static long inParts(int length, Part part) {
    return IntStream.range(0, THREADS).parallel().mapToLong(t -> part.run((int) ((long) length * t / THREADS), (int) ((long) length * (t + 1) / THREADS))).sum();
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
