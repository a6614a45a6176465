import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;
import org.touchstone.statistics.Bootstrap;
import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.LabelTable;
import org.touchstone.statistics.agreement.CohenKappa;
import org.touchstone.statistics.agreement.Distance;
import org.touchstone.statistics.agreement.FleissKappa;
import org.touchstone.statistics.agreement.GwetAC;
import org.touchstone.statistics.agreement.IntraclassCorrelation;
import org.touchstone.statistics.agreement.Judgments;
import org.touchstone.statistics.agreement.KrippendorffAlpha;
import org.touchstone.statistics.agreement.SpanF1;
import org.touchstone.statistics.agreement.Spans;
import org.touchstone.statistics.agreement.UnitisedAlpha;
import org.touchstone.statistics.agreement.Weighting;
import org.touchstone.statistics.comparison.Correction;
import org.touchstone.statistics.comparison.McNemar;
import org.touchstone.statistics.comparison.PairedScores;
import org.touchstone.statistics.comparison.RateDifference;
import org.touchstone.statistics.comparison.WilsonInterval;
import org.touchstone.statistics.consensus.ConsensusMethod;
import org.touchstone.statistics.consensus.DawidSkene;
import org.touchstone.statistics.consensus.Glad;
import org.touchstone.statistics.consensus.Ibcc;
import org.touchstone.statistics.consensus.Mace;
import org.touchstone.statistics.consensus.OneCoin;
import org.touchstone.statistics.drift.ChangePoint;
import org.touchstone.statistics.drift.Collusion;
import org.touchstone.statistics.preference.BradleyTerry;
import org.touchstone.statistics.preference.Comparisons;
import org.touchstone.statistics.preference.Outcome;
import org.touchstone.statistics.preference.PlackettLuce;
import org.touchstone.statistics.preference.Rankings;
import org.touchstone.statistics.preference.Strengths;
import org.touchstone.statistics.preference.Ties;

/** Draws small data at random and prints them with what the library answers, a JSON object a line, for {@code formulas.py} to work out anew. */
public class Formulas {
  private static final class Line {
    private final StringJoiner fields = new StringJoiner(",", "{", "}");

    Line(String kind) {
      fields.add("\"kind\":\"" + kind + "\"");
    }

    Line put(String name, Object json) {
      fields.add("\"" + name + "\":" + json);
      return this;
    }

    Line put(String name, double[] values) {
      return put(name, list(values));
    }

    Line put(String name, Estimate estimate) {
      return put(name, shown(estimate));
    }

    void print() {
      System.out.println(fields);
    }
  }

  private static String number(double x) {
    return Double.isFinite(x) ? Double.toString(x) : "null";
  }

  private static String list(double[] values) {
    return Arrays.stream(values).mapToObj(Formulas::number).toList().toString();
  }

  private static String list(double[][] rows) {
    return Arrays.stream(rows).map(Formulas::list).toList().toString();
  }

  /** [value, low, high], or null where it is undefined. */
  private static String shown(Estimate estimate) {
    if (!(estimate instanceof Estimate.Known known)) return "null";
    var ends = known.interval().map(i -> list(new double[] {known.value(), i.low(), i.high()}));
    return ends.orElse("[" + number(known.value()) + ",null,null]");
  }

  public static void main(String[] args) {
    int cases = args.length > 0 ? Integer.parseInt(args[0]) : 40;
    for (int seed = 1; seed <= cases; seed++) {
      agreement(new Random(seed), seed % 3 == 0 ? 0.3 : 0);
      spans(new Random(1000 + seed));
      comparisons(new Random(2000 + seed));
      rankings(new Random(3000 + seed));
      consensus(new Random(4000 + seed));
      collusion(new Random(5000 + seed));
      counts(new Random(6000 + seed));
    }
  }

  private static void agreement(Random random, double missing) {
    int items = 5 + random.nextInt(12);
    int raters = 2 + random.nextInt(4);
    int values = 2 + random.nextInt(4);
    var rows = new double[raters][items];
    var numbers = new double[raters][items];
    for (int i = 0; i < items; i++) {
      int truth = random.nextInt(values);
      double size = 2 * random.nextGaussian();
      for (int r = 0; r < raters; r++) {
        rows[r][i] = random.nextDouble() < missing ? Double.NaN : random.nextDouble() < 0.6 ? truth : random.nextInt(values);
        numbers[r][i] = size + 0.5 * r + random.nextGaussian();
      }
    }
    Judgments judgments = Judgments.ofRows(rows);
    var line = new Line("agreement").put("rows", list(rows)).put("numbers", list(numbers));
    for (Weighting weighting : Weighting.values()) {
      line.put("gwet " + weighting, GwetAC.ac2(weighting).measure(judgments).value());
      line.put("fleiss " + weighting, new FleissKappa(weighting).measure(judgments).value());
      if (raters == 2) line.put("cohen " + weighting, new CohenKappa(weighting).measure(judgments).value());
    }
    for (Distance.Level level : Distance.Level.values()) line.put("alpha " + level, new KrippendorffAlpha(level).measure(judgments).value());
    for (var design : IntraclassCorrelation.Design.values()) {
      for (boolean averaged : new boolean[] {false, true}) {
        line.put("icc " + design + (averaged ? " k" : " 1"), new IntraclassCorrelation(design, averaged).measure(Judgments.ofRows(numbers)).value());
      }
    }
    line.print();
  }

  private static void spans(Random random) {
    var spans = Spans.builder();
    var documents = new ArrayList<String>();
    for (int d = 0; d < 4; d++) {
      int length = 20 + random.nextInt(20);
      spans.document("d" + d, length);
      var pages = new ArrayList<String>();
      for (int r = 0; r < 3; r++) {
        if (random.nextInt(5) == 0) continue;
        spans.read("d" + d, "r" + r);
        var marks = new ArrayList<String>();
        for (int m = random.nextInt(4); m > 0; m--) {
          int from = random.nextInt(length - 2);
          int to = from + 1 + random.nextInt(Math.min(6, length - from - 1));
          String category = random.nextBoolean() ? "x" : "y";
          spans.mark("d" + d, "r" + r, from, to, category);
          marks.add("[" + from + "," + to + ",\"" + category + "\"]");
        }
        pages.add(marks.toString());
      }
      documents.add("[" + length + "," + pages + "]");
    }
    Spans built = spans.build();
    var line = new Line("spans").put("documents", documents).put("unitised alpha", new UnitisedAlpha().measure(built).value());
    for (var match : SpanF1.Match.values()) line.put("f1 " + match, new SpanF1(match).measure(built).value());
    line.print();
  }

  private static void comparisons(Random random) {
    int contestants = 3 + random.nextInt(4);
    int n = 80 + random.nextInt(200);
    var builder = Comparisons.builder();
    for (int c = 0; c < contestants; c++) builder.contestantNames().index("c" + c);
    double[] strength = random.doubles(contestants, -1, 1).toArray();
    var rows = new ArrayList<String>();
    for (int j = 0; j < n; j++) {
      int left = random.nextInt(contestants);
      int right = (left + 1 + random.nextInt(contestants - 1)) % contestants;
      double p = 1 / (1 + Math.exp(strength[right] - strength[left]));
      Outcome outcome = random.nextInt(5) == 0 ? Outcome.TIE : random.nextDouble() < p ? Outcome.LEFT : Outcome.RIGHT;
      builder.add("r", "c" + left, "c" + right, outcome);
      rows.add("[" + left + "," + right + "," + outcome.ordinal() + "]");
    }
    Comparisons comparisons = builder.build();
    var line = new Line("comparisons").put("contestants", contestants).put("rows", rows);
    for (Ties ties : Ties.values()) {
      Strengths found = BradleyTerry.standard().with(ties).strengths(comparisons);
      if (!found.remark().isEmpty()) continue;
      var differences = new ArrayList<String>();
      for (int c = 1; c < contestants; c++) differences.add(shown(found.difference(0, c)));
      line.put("differences " + ties, differences).put("tie parameter " + ties, number(found.tieParameter().orElse(0)));
    }
    line.print();
  }

  private static void rankings(Random random) {
    var rankings = Rankings.builder();
    var rows = new ArrayList<String>();
    for (int j = 0; j < 25; j++) {
      var order = new ArrayList<>(List.of(0, 1, 2, 3));
      Collections.shuffle(order, random);
      if (random.nextBoolean()) Collections.sort(order);
      var ranked = order.subList(0, 2 + random.nextInt(3));
      rankings.add(ranked.stream().map(c -> "c" + c).toList());
      rows.add(ranked.toString());
    }
    Rankings built = rankings.build();
    Strengths found = PlackettLuce.standard().strengths(built);
    if (!found.remark().isEmpty()) return;
    int first = built.contestantNames().find("c0");
    var line = new Line("rankings").put("rows", rows);
    for (int c = 1; c < 4; c++) line.put("difference " + c, found.difference(first, built.contestantNames().find("c" + c)));
    line.print();
  }

  private static void consensus(Random random) {
    int classes = 2 + random.nextInt(3);
    var names = new ArrayList<String>();
    for (int k = 0; k < classes; k++) names.add("" + k);
    var builder = LabelTable.builder(names);
    double[] skill = random.doubles(6, 0.4, 0.95).toArray();
    var rows = new ArrayList<String>();
    for (int i = 0; i < 30; i++) {
      int truth = random.nextInt(classes);
      for (int r = 0; r < 6; r++) {
        if (random.nextInt(5) == 0) continue;
        int label = random.nextDouble() < skill[r] ? truth : random.nextInt(classes);
        rows.add("[" + builder.itemNames().index("i" + i) + "," + builder.raterNames().index("r" + r) + "," + label + "]");
        builder.add("i" + i, "r" + r, "" + label);
      }
    }
    LabelTable table = builder.build();
    var line = new Line("consensus").put("classes", classes).put("rows", rows);
    for (ConsensusMethod method : List.of(new Glad(3000, 1e-14), new DawidSkene(0.5, 1, 3000, 1e-15), new Ibcc(2, 1, 1, 5000, 1e-15), new Mace(0.5, 1, 5000, 1e-15), new OneCoin(2, 1, 5000, 1e-15))) {
      var found = method.estimate(table);
      line.put(method.name(), found.posteriors()).put(method.name() + " objective", number(found.trace()[found.trace().length - 1]));
    }
    line.print();
  }

  private static void collusion(Random random) {
    var builder = LabelTable.builder(List.of("0", "1", "2"));
    var rows = new ArrayList<String>();
    int[] answers = random.ints(60, 0, 3).toArray();
    for (int i = 0; i < answers.length; i++) {
      int wrong = random.nextInt(3);
      builder.itemNames().index("i" + i);
      for (int r = 0; r < 5; r++) {
        builder.raterNames().index("r" + r);
        if (random.nextInt(8) == 0) continue;
        int label = random.nextDouble() < 0.7 ? answers[i] : r < 2 ? wrong : random.nextInt(3);
        builder.add("i" + i, "r" + r, "" + label);
        rows.add("[" + i + "," + r + "," + label + "]");
      }
    }
    var pairs = new Collusion(2, 0.999999).find(builder.build(), answers).pairs().stream()
        .map(p -> list(new double[] {p.first(), p.second(), p.shared(), p.agreed(), p.expected(), p.pValue()})).toList();
    new Line("collusion").put("answers", Arrays.toString(answers)).put("rows", rows).put("pairs", pairs).print();
  }

  private static void counts(Random random) {
    int n = 6 + random.nextInt(60);
    int only = random.nextInt(n / 2);
    int other = random.nextInt(n / 2);
    boolean[] wrong = new boolean[20 + random.nextInt(20)];
    for (int t = 0; t < wrong.length; t++) wrong[t] = random.nextDouble() < (t > 12 ? 0.6 : 0.1);
    double[] first = random.ints(10, 0, 5).asDoubleStream().toArray();
    double[] second = random.ints(10, 0, 5).asDoubleStream().toArray();
    double[] p = random.doubles(6).map(x -> x * x * x).toArray();
    var change = ChangePoint.standard().of(wrong);
    var line = new Line("counts").put("n", n).put("only", only).put("other", other).put("wrong", Arrays.toString(wrong)).put("first", first).put("second", second).put("p", p)
        .put("mid-p", number(McNemar.midP().test(new McNemar.Counts(only, other, n)).pValue())).put("exact", number(McNemar.exact().test(new McNemar.Counts(only, other, n)).pValue()))
        .put("wilson", WilsonInterval.at95().of(only, n).value()).put("newcombe", RateDifference.at95().of(only, n, other, n + 3).value())
        .put("change", list(new double[] {change.probability(), change.place()}))
        .put("permutation", number(PairedScores.compare(first, second, Bootstrap.of(20, random)).pValue()));
    for (Correction correction : List.of(Correction.HOLM, Correction.BENJAMINI_HOCHBERG)) line.put(correction.name(), correction.adjust(p).pValues());
    line.print();
  }
}
