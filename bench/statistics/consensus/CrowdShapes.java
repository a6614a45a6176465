import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.touchstone.statistics.LabelTable;
import org.touchstone.statistics.consensus.Gold;
import org.touchstone.statistics.consensus.Methods;

/**
 * How often each consensus method is right on simulated crowds of many shapes, beside majority.
 *
 * <p>Run from the repository's root after a build: {@code java -cp statistics/target/classes bench/statistics/consensus/CrowdShapes.java
 * [crowds a shape] [seed]}.
 */
public class CrowdShapes {
  private static final List<String> METHODS = List.of("auto", "majority", "dawid-skene", "ibcc", "hierarchical", "mace", "glad", "one-coin");
  private static final double BELOW = 0.3;

  private enum Kind {
    GOOD, MIXED, CLICKERS, LIARS, HABITS, ONE_HABIT, FOOLED
  }

  /** @param even whether all raters are as busy; else the first ones far busier */
  private record Shape(Kind kind, int items, int raters, int classes, int each, double top, boolean even) {
    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%-9s %4d items %4d raters %2d classes %d each, largest class %.2f", kind, items, raters, classes, each, top);
    }
  }

  private record Crowd(LabelTable table, Gold gold) {}

  public static void main(String[] args) {
    int crowds = args.length > 0 ? Integer.parseInt(args[0]) : 5;
    long seed = args.length > 1 ? Long.parseLong(args[1]) : 77;
    var all = new double[METHODS.size()];
    var below = new int[METHODS.size()];
    List<Shape> shapes = shapes();
    System.out.printf("%-70s %s%n", "accuracy in percent, seed " + seed, String.join(" ", METHODS));
    for (Shape shape : shapes) {
      var right = new double[METHODS.size()];
      for (int c = 0; c < crowds; c++) {
        Crowd crowd = crowd(shape, new Random(seed + 31L * c + shape.toString().hashCode()));
        for (int m = 0; m < right.length; m++) {
          var found = Methods.named(METHODS.get(m)).orElseThrow().estimate(crowd.table);
          right[m] += 100 * found.accuracy(crowd.gold).known().orElseThrow().value() / crowds;
        }
      }
      StringBuilder line = new StringBuilder(String.format("%-70s", shape));
      for (int m = 0; m < right.length; m++) {
        all[m] += right[m] / shapes.size();
        if (right[m] < right[1] - BELOW) below[m]++;
        line.append(String.format(Locale.ROOT, " %6.2f", right[m]));
      }
      System.out.println(line.append(right[0] < right[1] - BELOW ? "  auto below majority" : ""));
    }
    for (int m = 0; m < all.length; m++) {
      System.out.printf(Locale.ROOT, "%-14s mean %.2f, more than %.1f below majority on %d of %d shapes%n", METHODS.get(m), all[m], BELOW, below[m], shapes.size());
    }
  }

  private static List<Shape> shapes() {
    var shapes = new ArrayList<Shape>();
    int[][] sizes = {{300, 60, 2, 3}, {300, 60, 2, 5}, {300, 200, 4, 3}, {40, 10, 2, 3}, {30, 8, 4, 4}, {1000, 1000, 2, 3}, {300, 60, 10, 3}, {200, 5, 3, 5}, {500, 2000, 2, 5}};
    for (Kind kind : Kind.values()) {
      for (int[] s : sizes) shapes.add(new Shape(kind, s[0], s[1], s[2], s[3], 1.0 / s[2], s[1] >= 1000));
    }
    for (Kind kind : List.of(Kind.GOOD, Kind.MIXED, Kind.CLICKERS, Kind.HABITS, Kind.FOOLED)) {
      for (double top : new double[] {0.8, 0.95}) {
        for (int classes : new int[] {2, 4}) for (int each : new int[] {3, 7}) shapes.add(new Shape(kind, 400, 60, classes, each, top, false));
      }
    }
    return shapes;
  }

  private static Crowd crowd(Shape shape, Random random) {
    int classes = shape.classes;
    var says = new double[shape.raters][classes][];
    var busy = new double[shape.raters];
    for (int r = 0; r < shape.raters; r++) {
      busy[r] = shape.even ? 1 : 1 / (1 + r * 0.2);
      says[r] = rater(shape, random);
    }
    var table = LabelTable.builder();
    for (int k = 0; k < classes; k++) table.classNames().index("c" + k);
    var gold = new LinkedHashMap<String, String>();
    for (int i = 0; i < shape.items; i++) {
      int truth = random.nextDouble() < shape.top ? 0 : 1 + random.nextInt(classes - 1);
      gold.put("i" + i, "c" + truth);
      boolean fools = shape.kind == Kind.FOOLED && random.nextDouble() < 0.25;
      int lure = random.nextInt(classes);
      int each = shape.kind == Kind.MIXED ? 1 + random.nextInt(2 * shape.each - 1) : shape.each;
      double[] left = busy.clone();
      for (int n = 0; n < Math.min(each, shape.raters); n++) {
        int r = drawn(left, random);
        left[r] = 0;
        table.add("i" + i, "r" + r, "c" + (fools && random.nextDouble() < 0.6 ? lure : drawn(says[r][truth], random)));
      }
    }
    LabelTable built = table.build();
    return new Crowd(built, Gold.of(built, gold));
  }

  /** For each true class how often the rater says which. */
  private static double[][] rater(Shape shape, Random random) {
    int classes = shape.classes;
    int favourite = random.nextInt(classes);
    boolean clicks = shape.kind == Kind.CLICKERS && random.nextDouble() < 0.35;
    boolean oneKey = random.nextBoolean();
    double skill = switch (shape.kind) {
      case MIXED -> 0.5 + 0.45 * random.nextDouble();
      case LIARS -> random.nextDouble() < 0.15 ? 0.15 : 0.7 + 0.25 * random.nextDouble();
      case HABITS -> 0.7 + 0.2 * random.nextDouble();
      case ONE_HABIT -> 0.55 + 0.2 * random.nextDouble();
      default -> 0.7 + 0.25 * random.nextDouble();
    };
    var says = new double[classes][classes];
    for (int truth = 0; truth < classes; truth++) {
      for (int label = 0; label < classes; label++) {
        double usual = truth == label ? skill : (1 - skill) / (classes - 1);
        says[truth][label] = clicks ? (!oneKey ? 1.0 / classes : label == favourite ? 0.95 : 0.05 / (classes - 1))
            : shape.kind == Kind.HABITS ? 0.75 * usual + (label == favourite ? 0.25 : 0)
            : shape.kind == Kind.ONE_HABIT ? (truth == 0 ? (label == 0 ? 0.97 : 0.03 / (classes - 1)) : label == truth ? skill : label == 0 ? 1 - skill : 0)
            : usual;
      }
    }
    return says;
  }

  private static int drawn(double[] weights, Random random) {
    double x = random.nextDouble() * Arrays.stream(weights).sum();
    int last = 0;
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] == 0) continue;
      last = i;
      x -= weights[i];
      if (x < 0) return i;
    }
    return last;
  }
}
