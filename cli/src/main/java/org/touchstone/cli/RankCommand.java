package org.touchstone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.touchstone.cli.kinds.RankedLists;
import org.touchstone.cli.plot.Plots;
import org.touchstone.cli.table.BadInput;
import org.touchstone.cli.table.ComparisonFile;
import org.touchstone.cli.table.Outputs;
import org.touchstone.cli.table.TableWriter;
import org.touchstone.statistics.Bootstrap;
import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.preference.BradleyTerry;
import org.touchstone.statistics.preference.Comparisons;
import org.touchstone.statistics.preference.ControlledBradleyTerry;
import org.touchstone.statistics.preference.Elo;
import org.touchstone.statistics.preference.PageRank;
import org.touchstone.statistics.preference.PlackettLuce;
import org.touchstone.statistics.preference.Rankings;
import org.touchstone.statistics.preference.RatingMethod;
import org.touchstone.statistics.preference.Ratings;
import org.touchstone.statistics.preference.Scale;
import org.touchstone.statistics.preference.Ties;
import org.touchstone.statistics.preference.WinCount;
import org.touchstone.statistics.preference.WinRate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Rates contestants from a file of comparisons. */
@Command(
    name = "rank",
    mixinStandardHelpOptions = true,
    description = {
      "Rates contestants, such as models, from a file of comparisons, each with an interval.",
      "",
      "The file is CSV (comma, tab or semicolon), JSON lines or Parquet, gzipped or not, with one comparison a row: worker,"
          + " left, right, label. The label is the winner's name or 'tie'; 'left' and 'right' (or model_a and model_b) do as"
          + " well. Printed is a table for people on a terminal and CSV elsewhere: item,rating,low,high.",
      "",
      "Methods: bradley-terry (ties count half), davidson and rao-kupper (ties modelled), elo, win-rate, counting, pagerank. For whole"
          + " rankings, a row each (a > b > c): plackett-luce."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  touchstone rank comparisons.csv",
      "  touchstone rank comparisons.csv --bootstrap 100 --out ratings.csv",
      "  touchstone rank battles.jsonl.gz --method davidson --scale elo",
      "  touchstone rank votes.csv --left answer_1 --right answer_2 --label better --rater judge --json",
      "  touchstone rank comparisons.csv --control position,length_difference",
      "  touchstone rank rankings.csv --method plackett-luce --scale log",
      "  touchstone rank comparisons.csv --raters reliability.csv --bootstrap 100"
    })
final class RankCommand implements Callable<Integer> {
  /** From so many raters on errors allow for the likeness of one rater's comparisons. */
  private static final int ENOUGH_RATERS = 10;

  @Parameters(paramLabel = "FILE", description = "The comparisons; - reads standard input, as JSON lines where it begins with a brace, else as CSV.")
  String file;

  @Option(names = {"-m", "--method"}, paramLabel = "METHOD", defaultValue = "bradley-terry",
      description = "How to rate. Default: ${DEFAULT-VALUE}.")
  String method;

  @Option(names = {"-b", "--bootstrap"}, paramLabel = "ROUNDS",
      description = "Draws the 95 %% intervals from this many resamples, at least 20; without it they are sandwich intervals.")
  Integer rounds;

  @Option(names = "--seed", paramLabel = "NUMBER", defaultValue = "1",
      description = "Seed of the bootstrap. Default: ${DEFAULT-VALUE}.")
  long seed;

  @Option(names = "--scale", paramLabel = "SCALE", defaultValue = "share",
      description = "Of the Bradley-Terry family: share (sums to 1), log (mean 0), elo (mean 1000). Default: ${DEFAULT-VALUE}.")
  Scale scale;

  @Option(names = {"-o", "--out"}, paramLabel = "FILE",
      description = "Writes item,rating,low,high as CSV, .jsonl or .parquet (.gz too).")
  String out;

  @Option(names = "--json", description = "Prints the result as JSON.")
  boolean json;

  @Option(names = "--left", paramLabel = "COLUMN",
      description = "Column of the contestant on the left (left, model_a, ...).")
  String left;

  @Option(names = "--right", paramLabel = "COLUMN",
      description = "Column of the contestant on the right (right, model_b, ...).")
  String right;

  @Option(names = "--label", paramLabel = "COLUMN", description = "Column of the result (label, winner, ...).")
  String label;

  @Option(names = "--rater", paramLabel = "COLUMN",
      description = "Column of the rater (worker, rater, ...); may be absent.")
  String rater;

  @Option(names = "--raters", paramLabel = "FILE",
      description = "Writes how reliable each rater is (noisy Bradley-Terry) and whether they lean to the left or right:"
          + " worker,comparisons,reliability,low,high,left_share,left_expected,lean_p; low and high need --bootstrap.")
  String raters;

  @Option(names = "--control", paramLabel = "COLUMN", split = ",",
      description = "Rates as if these were equal (bradley-terry only): columns with what the left has more than the right, such as a difference of lengths, best"
          + " on a scale near one; 'position' is standing left. Says what each is worth in log odds.")
  List<String> controls;

  @Option(names = "--plot", paramLabel = "FILE.svg", description = "Draws the ratings with their intervals.")
  String plot;

  private Map<String, Estimate> effects = Map.of();

  @Spec
  CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    boolean rankings = List.of("plackett-luce", "pl").contains(method.toLowerCase(Locale.ROOT).replace('_', '-'));
    RatingMethod chosen = rankings ? null : chosen();
    Outputs.beside(file).table(out).table(raters).plot(plot);
    if (rounds != null && rounds < Bootstrap.FEWEST_ROUNDS) {
      throw new BadInput("--bootstrap needs at least " + Bootstrap.FEWEST_ROUNDS + " rounds, and " + rounds
          + " were asked for");
    }
    if (controls != null && (rankings || rounds != null || !chosen.name().equals("bradley-terry"))) {
      throw new BadInput("--control goes with the method bradley-terry and without --bootstrap");
    }
    if (rankings) return ofRankings();
    if (controls != null) return controlled();
    Comparisons comparisons;
    try (var bar = new ProgressBar("reading")) {
      comparisons = ComparisonFile.read(file, new ComparisonFile.Wanted(rater, left, right, label), bar);
    }
    Ratings ratings;
    try (var bar = new ProgressBar(chosen.name())) {
      ratings = rounds == null ? chosen.rate(comparisons, bar)
          : chosen.rate(comparisons, new Bootstrap(rounds, 0.95, new SplittableRandom(seed), bar));
    }
    if (raters != null) writeRaters(comparisons);
    show(ratings, new Counted(comparisons.size(), "comparisons", comparisons.contestants(), comparisons.raters()));
    return 0;
  }

  private int controlled() throws IOException {
    var beside = new ArrayList<double[]>();
    Comparisons comparisons;
    try (var bar = new ProgressBar("reading")) {
      comparisons = ComparisonFile.read(file, new ComparisonFile.Wanted(rater, left, right, label), controls, beside, bar);
    }
    boolean clustered = comparisons.raters() >= ENOUGH_RATERS;
    ControlledBradleyTerry.Controlled found;
    try (var bar = new ProgressBar("rating")) {
      found = new ControlledBradleyTerry(controls, clustered, 0.95).fit(comparisons, beside.toArray(double[][]::new), bar);
    }
    effects = new LinkedHashMap<>();
    for (int c = 0; c < controls.size(); c++) effects.put(controls.get(c), found.effects().get(c));
    if (raters != null) writeRaters(comparisons);
    show(found.strengths().on(scale), new Counted(comparisons.size(), "comparisons", comparisons.contestants(), comparisons.raters()));
    if (!json) {
      PrintWriter err = spec.commandLine().getErr();
      err.println("Worth in log odds" + (clustered ? ", errors over raters:" : ":"));
      effects.forEach((name, effect) -> err.println("  " + name + ": " + Report.shown(effect)));
    }
    return 0;
  }

  /** What the ratings rest on. */
  private record Counted(int size, String of, int contestants, int raters) {}

  private int ofRankings() throws IOException {
    if (left != null || right != null || rater != null || raters != null) {
      throw new BadInput("--left, --right, --rater and --raters are for comparisons of two; leave them out for plackett-luce");
    }
    Rankings rankings = RankedLists.withoutTies(file, label);
    Ratings ratings;
    try (var bar = new ProgressBar("plackett-luce")) {
      var model = PlackettLuce.standard();
      ratings = (rounds == null ? model.strengths(rankings, bar) : model.strengths(rankings, new Bootstrap(rounds, 0.95, new SplittableRandom(seed), bar))).on(scale);
    }
    show(ratings, new Counted(rankings.size(), "rankings", rankings.contestantNames().size(), 0));
    return 0;
  }

  private void show(Ratings ratings, Counted counted) throws IOException {
    if (out != null) write(ratings);
    if (plot != null) draw(ratings);
    PrintWriter screen = spec.commandLine().getOut();
    if (json) screen.println(json(ratings, counted));
    else if (out != null || System.console() != null && System.console().isTerminal()) table(screen, ratings, counted);
    else csv(screen, ratings);
    screen.flush();
    if (!json && !ratings.remark().isEmpty()) spec.commandLine().getErr().println("Note: " + ratings.remark());
  }

  private RatingMethod chosen() {
    var bradleyTerry = BradleyTerry.standard().on(scale);
    return switch (method.toLowerCase(Locale.ROOT).replace('_', '-')) {
      case "bradley-terry", "bt" -> bradleyTerry;
      case "davidson" -> bradleyTerry.with(Ties.DAVIDSON);
      case "rao-kupper" -> bradleyTerry.with(Ties.RAO_KUPPER);
      case "elo" -> Elo.standard();
      case "win-rate", "average-win-rate" -> new WinRate();
      case "counting" -> new WinCount();
      case "pagerank" -> new PageRank();
      default -> throw new BadInput("there is no method \"" + method
          + "\"; there are bradley-terry, davidson, rao-kupper, elo, win-rate, counting, pagerank, and plackett-luce for rankings");
    };
  }

  private void draw(Ratings ratings) throws IOException {
    var bars = ratings.inOrder().stream().flatMap(c -> ratings.of(c).known().stream().map(known -> new Plots.Bar(ratings.contestants().name(c),
        known.value(), known.interval().map(i -> i.low()).orElse(known.value()), known.interval().map(i -> i.high()).orElse(known.value())))).toList();
    Plots.intervals(plot, "Ratings by " + ratings.provenance().method(), "rating", bars);
  }

  private void write(Ratings ratings) throws IOException {
    try (var writer = new TableWriter(out, List.of("item", "rating", "low", "high"))) {
      for (int c : ratings.inOrder()) writer.row(row(ratings, c));
      writer.finish();
    }
  }

  private void writeRaters(Comparisons comparisons) throws IOException {
    if (comparisons.raters() == 1 && comparisons.raterNames().name(0).isEmpty()) {
      throw new BadInput(file + " has no column of raters, which --raters needs; name it with --rater COLUMN");
    }
    try (var bar = new ProgressBar("raters")) {
      var bootstrap = rounds == null ? null : new Bootstrap(rounds, 0.95, new SplittableRandom(seed), bar);
      new RaterTable(comparisons, bootstrap).write(raters, bar);
    }
  }

  private static Object[] row(Ratings ratings, int contestant) {
    Estimate.Known known = ratings.of(contestant).known().orElse(null);
    var interval = known == null ? null : known.interval().orElse(null);
    return new Object[] {ratings.contestants().name(contestant), known == null ? null : known.value(),
      interval == null ? null : interval.low(), interval == null ? null : interval.high()};
  }

  private static void csv(PrintWriter out, Ratings ratings) {
    out.println("item,rating,low,high");
    for (int c : ratings.inOrder()) out.println(TableWriter.csvLine(row(ratings, c)));
  }

  private static void table(PrintWriter out, Ratings ratings, Counted counted) {
    out.printf(Locale.ROOT, "%s: %,d %s of %,d contestants%s%n", ratings.provenance().method(), counted.size, counted.of, counted.contestants,
        counted.raters == 0 ? "" : String.format(" by %,d raters", counted.raters));
    out.printf("%5s  %-36s %12s %12s %12s %9s%n", "place", "item", "rating", "low", "high", "compared");
    for (int c : ratings.inOrder()) {
      Object[] row = row(ratings, c);
      out.printf(Locale.ROOT, "%5d  %-36s %12s %12s %12s %,9d%n", ratings.place(c), Report.shortened((String) row[0]), shown(row[1]),
          shown(row[2]), shown(row[3]),
          ratings.of(c).known().map(Estimate.Known::n).orElse(0L));
    }
  }

  private static String shown(Object value) {
    if (!(value instanceof Double number)) return "";
    return String.format(Locale.ROOT, Math.abs(number) >= 100 ? "%.1f" : "%.5f", number);
  }

  private String json(Ratings ratings, Counted counted) {
    var result = new LinkedHashMap<String, Object>();
    result.put("method", ratings.provenance().method());
    result.put("settings", ratings.provenance().settings());
    result.put("version", ratings.provenance().version());
    result.put(counted.of, counted.size);
    if (counted.raters > 0) result.put("raters", counted.raters);
    if (!ratings.remark().isEmpty()) result.put("remark", ratings.remark());
    if (!effects.isEmpty()) {
      result.put("effects", effects.entrySet().stream().map(e -> {
        Object[] row = Report.coefficient(e.getKey(), e.getValue());
        var effect = new LinkedHashMap<String, Object>();
        effect.put("column", row[0]);
        effect.put("log_odds", row[1]);
        effect.put("low", row[2]);
        effect.put("high", row[3]);
        return effect;
      }).toList());
    }
    result.put("ratings", ratings.inOrder().stream().map(c -> {
      Object[] row = row(ratings, c);
      var line = new LinkedHashMap<String, Object>();
      line.put("place", ratings.place(c));
      line.put("item", row[0]);
      line.put("rating", row[1]);
      line.put("low", row[2]);
      line.put("high", row[3]);
      line.put("compared", ratings.of(c).known().map(Estimate.Known::n).orElse(0L));
      return line;
    }).toList());
    return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(result);
  }
}
