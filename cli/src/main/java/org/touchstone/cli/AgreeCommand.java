package org.touchstone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.touchstone.cli.kinds.Kind;
import org.touchstone.cli.kinds.SpanColumns;
import org.touchstone.cli.table.BadInput;
import org.touchstone.cli.table.LabelFile;
import org.touchstone.statistics.Bootstrap;
import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.LabelTable;
import org.touchstone.statistics.agreement.Agreement;
import org.touchstone.statistics.agreement.Breakdown;
import org.touchstone.statistics.agreement.Coefficient;
import org.touchstone.statistics.agreement.Distance;
import org.touchstone.statistics.agreement.Judgments;
import org.touchstone.statistics.agreement.KrippendorffAlpha;
import org.touchstone.statistics.agreement.Weighting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Measures how far raters agree, from a file of judgments. */
@Command(
    name = "agree",
    mixinStandardHelpOptions = true,
    description = {
      "Measures how far raters agree beyond chance, from a file of judgments.",
      "",
      "The file is CSV (comma, tab or semicolon), JSON lines or Parquet, gzipped or not, with one judgment a row:"
          + " item, rater, label. Columns are found by their usual names. Where nothing is shared the answer is"
          + " 'undefined' with the reason, never 1.",
      "",
      "Metrics: krippendorff-alpha (any number of raters, missing judgments), percent, cohen-kappa and weighted-kappa (two"
          + " raters; the mean over pairs for more), scott-pi, fleiss-kappa, gwet-ac1, gwet-ac2, icc-1-1 to icc-3-k."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  touchstone agree labels.csv",
      "  touchstone agree labels.csv --metric krippendorff-alpha --level ordinal --bootstrap 1000",
      "  touchstone agree labels.csv --level ordinal --order never,sometimes,always",
      "  touchstone agree labels.csv --metric weighted-kappa --weights quadratic --json",
      "  touchstone agree ratings.parquet --item question --rater person --label score --metric icc-2-1",
      "  touchstone agree topics.csv --kind multi-label      (sets of labels: a;b)",
      "  touchstone agree errors.csv --kind spans --bootstrap 200",
      "  touchstone agree marks.csv --kind spans --item doc --rater reader --start begins --end ends --label error",
      "  touchstone agree labels.csv --breakdown 10   (which items and raters cost the most agreement)"
    })
final class AgreeCommand implements Callable<Integer> {
  /** What is done with a rater's second judgment of an item. */
  enum Repeats { first, last, all }

  @Parameters(paramLabel = "FILE", description = "The judgments; - reads standard input, as JSON lines where it begins with a brace, else as CSV.")
  String file;

  @Option(names = {"-k", "--kind"}, paramLabel = "KIND", defaultValue = "labels",
      description = "What a judgment is: labels, ordinal and numbers (alpha at the level ordinal and interval), multi-label, spans. Default: ${DEFAULT-VALUE}.")
  String kind;

  @Option(names = {"-m", "--metric"}, paramLabel = "METRIC",
      description = "The coefficient, for labels. Default: krippendorff-alpha.")
  String metric;

  @Option(names = {"-l", "--level"}, paramLabel = "LEVEL", defaultValue = "nominal",
      description = "Level of measurement for alpha: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  Distance.Level level;

  @Option(names = "--weights", paramLabel = "WEIGHTS", defaultValue = "quadratic",
      description = "Weights of weighted-kappa and gwet-ac2: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  Weighting weights;

  @Option(names = "--order", paramLabel = "LABEL", split = ",",
      description = "The labels from lowest to highest, where they are words with an order.")
  List<String> order;

  @Option(names = {"-b", "--bootstrap"}, paramLabel = "ROUNDS",
      description = "Draws the 95 %% interval from this many resamples of the items, at least 20.")
  Integer rounds;

  @Option(names = "--seed", paramLabel = "NUMBER", defaultValue = "1",
      description = "Seed of the bootstrap. Default: ${DEFAULT-VALUE}.")
  long seed;

  @Option(names = "--breakdown", paramLabel = "N", arity = "0..1", fallbackValue = "5",
      description = "Shows the N items and raters that cost the most agreement (alpha only). Default: 5.")
  Integer breakdown;

  @Option(names = "--repeats", paramLabel = "WHICH", defaultValue = "first",
      description = "Where a rater judged an item more than once: ${COMPLETION-CANDIDATES}; 'all' counts each as if by"
          + " another rater. Default: ${DEFAULT-VALUE}.")
  Repeats repeats;

  @Option(names = "--json", description = "Prints the result as JSON.")
  boolean json;

  @Mixin
  LabelColumns columns;

  @Mixin
  SpanColumns spans;

  @Spec
  CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Kind judged = Kind.named(kind);
    Metric chosen = Metric.named(metric == null ? "krippendorff-alpha" : metric);
    if (rounds != null && rounds < Bootstrap.FEWEST_ROUNDS) {
      throw new BadInput("--bootstrap needs at least " + Bootstrap.FEWEST_ROUNDS + " rounds, and " + rounds
          + " were asked for");
    }
    if (breakdown != null && chosen != Metric.KRIPPENDORFF_ALPHA) {
      throw new BadInput("--breakdown is made for krippendorff-alpha; leave it out or change --metric");
    }
    if (!judged.isLabels()) return other(judged);
    spans.refuseFor(judged);
    if (!spec.commandLine().getParseResult().hasMatchedOption("--level")) level = usualLevel(judged);
    LabelTable table;
    try (var bar = new ProgressBar("reading")) {
      table = LabelFile.read(file, columns.wanted(), LabelTable.builder(), bar,
          judged == Kind.LABELS && level == Distance.Level.NOMINAL && order == null && !chosen.needsNumbers(level) ? LabelFile.Many.PERHAPS_OF_ANOTHER_KIND : LabelFile.Many.EXPECTED);
    }
    int before = table.size();
    if (repeats != Repeats.all) {
      table = table.withoutRepeats(repeats == Repeats.first ? LabelTable.Repeats.FIRST : LabelTable.Repeats.LAST);
    }
    int left = before - table.size();
    boolean numbers = chosen.needsNumbers(level) || order != null;
    var judgments = numbers ? Judgments.of(table, valuesOf(table)) : Judgments.of(table);
    Coefficient coefficient = chosen.coefficient(level, weights);
    Agreement agreement;
    try (var bar = new ProgressBar(chosen.shown())) {
      agreement = rounds == null ? coefficient.measure(judgments)
          : coefficient.measure(judgments, new Bootstrap(rounds, 0.95, new SplittableRandom(seed), bar));
    }
    Breakdown costs = null;
    if (breakdown != null) {
      try (var bar = new ProgressBar("breakdown")) {
        costs = new KrippendorffAlpha(level).breakdown(judgments, bar);
      }
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) out.println(json(chosen, agreement, table, costs, left));
    else print(out, chosen, agreement, table, costs, left);
    out.flush();
    return 0;
  }

  /** Who says that labels are numbers or have an order means the distance between them. */
  private static Distance.Level usualLevel(Kind judged) {
    return switch (judged) {
      case NUMBERS -> Distance.Level.INTERVAL;
      case ORDINAL -> Distance.Level.ORDINAL;
      default -> Distance.Level.NOMINAL;
    };
  }

  private int other(Kind judged) throws IOException {
    if (metric != null || order != null || breakdown != null || level != Distance.Level.NOMINAL) {
      throw new BadInput("--metric, --level, --order and --breakdown are for labels; leave them out for --kind " + judged.shown());
    }
    try (var bar = new ProgressBar(judged.shown())) {
      var bootstrap = rounds == null ? null : new Bootstrap(rounds, 0.95, new SplittableRandom(seed), bar);
      judged.agreement(Kind.Asked.toMeasure(file, columns, spans), bootstrap).sayOnly(spec.commandLine().getOut(), json);
    }
    return 0;
  }

  private double[] valuesOf(LabelTable table) {
    double[] values = new double[table.classes()];
    for (int c = 0; c < values.length; c++) {
      String label = table.classNames().name(c);
      if (order != null) {
        values[c] = order.indexOf(label);
        if (values[c] < 0) throw new BadInput(file + ": the label \"" + label + "\" is missing from --order "
            + String.join(",", order));
      } else {
        values[c] = number(label);
      }
    }
    return values;
  }

  private double number(String label) {
    try {
      double value = Double.parseDouble(label.strip());
      if (Double.isFinite(value)) return value;
    } catch (NumberFormatException notANumber) {
      // the sentence below says it
    }
    throw new BadInput(file + ": the label \"" + label + "\" is not a number, which this level or metric needs;"
        + " use --level nominal or give the labels from lowest to highest with --order");
  }

  private String title(Metric chosen) {
    return switch (chosen) {
      case KRIPPENDORFF_ALPHA -> chosen.shown() + " (" + level.name().toLowerCase(Locale.ROOT) + ")";
      case WEIGHTED_KAPPA, GWET_AC2 -> chosen.shown() + " (" + weights.name().toLowerCase(Locale.ROOT) + ")";
      default -> chosen.shown();
    };
  }

  private void print(PrintWriter out, Metric chosen, Agreement agreement, LabelTable table, Breakdown costs, int left) {
    switch (agreement.value()) {
      case Estimate.Known known -> out.printf(Locale.ROOT, "%s: %.6f%s%n", title(chosen), known.value(),
          known.interval()
          .map(i -> String.format(Locale.ROOT, "  [%.4f, %.4f] at %.0f %%", i.low(), i.high(), 100 * i.level()))
              .orElse(""));
      case Estimate.Undefined undefined -> out.printf("%s: undefined. %s%n", title(chosen), undefined.because());
    }
    String rests = switch (chosen) {
      case ICC_2_1, ICC_2_K, ICC_3_1, ICC_3_K -> "judged by all of them";
      default -> "judged twice or more";
    };
    out.printf("%s; %s %s %s, with %s.%n", Report.counted(table), Report.counted(agreement.items(), "item"), agreement.items() == 1 ? "was" : "were", rests,
        Report.counted(agreement.judgments(), "judgment"));
    if (left > 0) out.printf("%s of a rater's own judgment %s left out; see --repeats.%n", Report.counted(left, "repeat"), left == 1 ? "is" : "are");
    if (costs == null || !agreement.value().isKnown()) return;
    out.println("Items that cost the most agreement (share of all disagreement):");
    double all = 1 - agreement.value().known().orElseThrow().value();
    for (int i : costs.costliestItems(breakdown)) {
      out.printf(Locale.ROOT, "  %-24s %5.2f %%%n", Report.shortened(table.itemNames().name(i)), 100 * costs.itemCost(i) / all);
    }
    out.println("Raters that cost the most agreement (share, alpha of the rater with the others):");
    for (int r : costs.costliestRaters(breakdown)) {
      out.printf(Locale.ROOT, "  %-24s %5.2f %%  %.4f%n", Report.shortened(table.raterNames().name(r)), 100 * costs.raterCost(r) / all,
          costs.raterAlpha(r).known().orElseThrow().value());
    }
  }

  private String json(Metric chosen, Agreement agreement, LabelTable table, Breakdown costs, int left) {
    var result = new LinkedHashMap<String, Object>();
    result.put("metric", chosen.shown());
    if (chosen == Metric.KRIPPENDORFF_ALPHA) result.put("level", level.name().toLowerCase(Locale.ROOT));
    Estimate.Known known = agreement.value().known().orElse(null);
    var interval = known == null ? null : known.interval().orElse(null);
    result.put("value", known == null ? null : known.value());
    result.put("low", interval == null ? null : interval.low());
    result.put("high", interval == null ? null : interval.high());
    if (interval != null) result.put("coverage", interval.level());
    if (agreement.value() instanceof Estimate.Undefined undefined) result.put("undefined", undefined.because());
    result.put("judgments", table.size());
    result.put("items", table.items());
    result.put("raters", table.raters());
    result.put("shared_items", agreement.items());
    result.put("shared_judgments", agreement.judgments());
    result.put("repeats_left_out", left);
    result.put("settings", agreement.provenance().settings());
    result.put("version", agreement.provenance().version());
    if (costs != null && known != null) {
      result.put("costs_of", Report.provenance(costs.provenance()));
      result.put("costliest_items", costs.costliestItems(breakdown).stream()
          .map(i -> Map.of("item", table.itemNames().name(i), "cost", costs.itemCost(i))).toList());
      result.put("costliest_raters", costs.costliestRaters(breakdown).stream()
          .map(r -> Map.of("rater", table.raterNames().name(r), "cost", costs.raterCost(r), "alpha",
              costs.raterAlpha(r).known().orElseThrow().value())).toList());
    }
    return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(result);
  }
}
