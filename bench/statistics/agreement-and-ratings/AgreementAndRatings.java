import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.touchstone.statistics.Bootstrap;
import org.touchstone.statistics.agreement.Judgments;
import org.touchstone.statistics.agreement.KrippendorffAlpha;
import org.touchstone.statistics.preference.BradleyTerry;
import org.touchstone.statistics.preference.Comparisons;
import org.touchstone.statistics.preference.Outcome;
import org.touchstone.statistics.preference.Scale;

/**
 * Times alpha on a million judgments and ratings on a million battles, each from raw columns to the answer, by the
 * clock on the wall and by the processor time of the one thread that works. Run by run.sh; the peers' side is
 * peers.py and DkproSide.java, on data drawn by the same rule.
 */
public final class AgreementAndRatings {
  private static final int WARM_UP = 8;
  private static final int RUNS = 9;

  public static void main(String[] args) {
    for (int classes : new int[] {2, 5}) alpha(1_000_000, classes);
    alpha(10_000_000, 5);
    for (int models : new int[] {60, 200}) ratings(1_000_000, models);
  }

  private static void alpha(int judgments, int classes) {
    var random = new Random(1);
    int items = judgments / 3;
    int[] item = new int[judgments];
    int[] rater = new int[judgments];
    int[] label = new int[judgments];
    for (int j = 0; j < judgments; j++) {
      item[j] = Math.min(items - 1, j / 3);
      rater[j] = random.nextInt(1000);
      int truth = item[j] * 31 % classes;
      label[j] = random.nextDouble() < 0.7 ? truth : random.nextInt(classes);
    }
    String what = String.format("%,d judgments, %d classes", judgments, classes);
    report("alpha nominal, " + what,
        () -> KrippendorffAlpha.nominal().measure(Judgments.ofCategories(item, rater, label)).value());
    report("alpha ordinal, " + what,
        () -> KrippendorffAlpha.ordinal().measure(Judgments.ofCategories(item, rater, label)).value());
    report("alpha nominal with 1000 bootstrap rounds, " + what, () -> KrippendorffAlpha.nominal()
        .measure(Judgments.ofCategories(item, rater, label), Bootstrap.of(1000, new SplittableRandom(1))).value());
  }

  private static void ratings(int battles, int models) {
    var random = new Random(2);
    int[] left = new int[battles];
    int[] right = new int[battles];
    Outcome[] outcome = new Outcome[battles];
    for (int j = 0; j < battles; j++) {
      left[j] = random.nextInt(models);
      right[j] = (left[j] + 1 + random.nextInt(models - 1)) % models;
      double p = 1 / (1 + Math.exp(-2.0 * (left[j] - right[j]) / models));
      outcome[j] = random.nextDouble() < 0.2 ? Outcome.TIE : random.nextDouble() < p ? Outcome.LEFT : Outcome.RIGHT;
    }
    int[] rater = new int[battles];
    String what = String.format("%,d battles, %d models", battles, models);
    report("ratings with sandwich intervals, " + what, () -> BradleyTerry.standard().on(Scale.ELO)
        .rate(Comparisons.of(models, 1, left, right, rater, outcome)).of(0));
    report("ratings with 100 bootstrap rounds, " + what, () -> BradleyTerry.standard().on(Scale.ELO)
        .rate(Comparisons.of(models, 1, left, right, rater, outcome), Bootstrap.of(100, new SplittableRandom(3)))
            .of(0));
  }

  private static void report(String what, Supplier<?> work) {
    Object answer = null;
    for (int i = 0; i < WARM_UP; i++) answer = work.get();
    long[] wall = new long[RUNS];
    long[] cpu = new long[RUNS];
    var clock = ManagementFactory.getThreadMXBean();
    for (int i = 0; i < RUNS; i++) {
      long begun = System.nanoTime();
      long used = clock.getCurrentThreadCpuTime();
      answer = work.get();
      cpu[i] = clock.getCurrentThreadCpuTime() - used;
      wall[i] = System.nanoTime() - begun;
    }
    Arrays.sort(wall);
    Arrays.sort(cpu);
    System.out.printf("%-75s wall %9.2f ms  processor %9.2f ms (medians of %d)  %s%n",
        what, wall[RUNS / 2] / 1e6, cpu[RUNS / 2] / 1e6, RUNS, answer);
  }
}
