import java.util.Locale;
import java.util.SplittableRandom;
import org.touchstone.statistics.LabelTable;
import org.touchstone.statistics.consensus.DawidSkene;

/** Dawid–Skene over 100 million judgments that are drawn as they are added; run with {@code -Xmx20g}, see docs/reference/performance.md. */
public final class Hundred {
  public static void main(String[] args) {
    int judgments = args.length > 0 ? Integer.parseInt(args[0]) : 100_000_000;
    int items = judgments / 5;
    int raters = judgments / 1_000;
    var random = new SplittableRandom(1);
    var skill = new double[raters];
    for (int r = 0; r < raters; r++) skill[r] = 0.55 + 0.4 * random.nextDouble();
    long begun = System.nanoTime();
    var builder = LabelTable.builder();
    for (int i = 0; i < items; i++) builder.itemNames().index("t" + i);
    for (int r = 0; r < raters; r++) builder.raterNames().index("w" + r);
    builder.classNames().index("0");
    builder.classNames().index("1");
    for (int j = 0; j < judgments; j++) {
      int item = random.nextInt(items);
      int rater = random.nextInt(raters);
      builder.add(item, rater, random.nextDouble() < skill[rater] ? item & 1 : 1 - (item & 1));
    }
    LabelTable table = builder.build();
    long built = System.nanoTime();
    var consensus = new DawidSkene(0.01, 20, 0).estimate(table);
    long done = System.nanoTime();
    int right = 0;
    for (int i = 0; i < items; i++) if (consensus.best(i) == (i & 1)) right++;
    System.out.printf(Locale.ROOT, "%,d judgments, %,d items: drawn and sorted in %.0f s, 20 sweeps in %.1f s, %.2f %% right%n",
        judgments, items, (built - begun) / 1e9, (done - built) / 1e9, 100.0 * right / items);
    System.out.println("rater 0: " + consensus.skill(0));
  }
}
