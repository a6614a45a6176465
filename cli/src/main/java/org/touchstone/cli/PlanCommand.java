package org.touchstone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.touchstone.cli.plot.Plots;
import org.touchstone.cli.table.BadInput;
import org.touchstone.cli.table.LabelFile;
import org.touchstone.cli.table.Outputs;
import org.touchstone.statistics.LabelTable;
import org.touchstone.statistics.Progress;
import org.touchstone.statistics.allocation.Forecast;
import org.touchstone.statistics.allocation.Replay;
import org.touchstone.statistics.allocation.StoppingRule;
import org.touchstone.statistics.consensus.Consensus;
import org.touchstone.statistics.consensus.Gold;
import org.touchstone.statistics.consensus.Ibcc;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Answers how many judgments a project needs, from whom and at which price, from a pilot. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    description = {
      "Answers how many judgments to buy, from whom and at which price, from a pilot file of judgments.",
      "",
      "Two policies are compared: the same number for every item, and asking on only while an answer is not certain enough."
          + " The forecast simulates new items with the raters of the pilot; the replay plays the pilot itself again, and with"
          + " --gold also tells the true accuracy."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  touchstone plan pilot.csv",
      "  touchstone plan pilot.csv --items 10000 --price 0.12 --mistake 2.50",
      "  touchstone plan pilot.csv --gold gold.csv --target-error 0.03 --json"
    })
final class PlanCommand implements Callable<Integer> {
  private static final double[] TARGETS = {0.2, 0.1, 0.05, 0.03, 0.02, 0.01};
  private static final int[] FIXED = {1, 3, 5, 7, 9};
  private static final int SHUFFLES = 5;
  private static final int SHOWN = 5;

  @Parameters(paramLabel = "FILE", description = "The pilot: judgments with item, rater, label.")
  String file;

  @Option(names = "--gold", paramLabel = "FILE", description = "Known answers of pilot items, for the true accuracy.")
  String gold;

  @Option(names = "--items", paramLabel = "N", defaultValue = "1000", description = "Items of the real project. Default: ${DEFAULT-VALUE}.")
  long items;

  @Option(names = "--price", paramLabel = "AMOUNT", defaultValue = "1", description = "Price of one judgment. Default: ${DEFAULT-VALUE}.")
  double price;

  @Option(names = "--mistake", paramLabel = "AMOUNT", description = "What one wrong answer costs you; picks the cheapest plan.")
  Double mistake;

  @Option(names = "--target-error", paramLabel = "SHARE", description = "Share of wrong answers you accept; picks the cheapest plan that keeps it.")
  Double targetError;

  @Option(names = "--most", paramLabel = "N", defaultValue = "15", description = "Never more judgments on one item. Default: ${DEFAULT-VALUE}.")
  int most;

  @Option(names = "--json", description = "Prints the plan as JSON.")
  boolean json;

  @Option(names = "--plot", paramLabel = "FILE.svg", description = "Draws the learning curve: accuracy against judgments per item.")
  String plot;

  @Mixin
  LabelColumns columns;

  @Spec
  CommandSpec spec;

  private record Line(String policy, double perItem, double accuracy, double cost, double errors) {}

  @Override
  public Integer call() throws IOException {
    check();
    Outputs.beside(file, gold).plot(plot);
    LabelTable table;
    try (var bar = new ProgressBar("reading")) {
      table = LabelFile.read(file, columns.wanted(), bar);
    }
    if (table.classes() < 2) throw new BadInput(file + ": all judgments say the same, so nothing can be planned from it");
    if (table.size() == table.items()) throw new BadInput(file + ": every item has one judgment only; a pilot needs two or more on some items");
    Consensus pilot = new Ibcc().estimate(table);
    var forecast = new Forecast(pilot, 1);
    var lines = new ArrayList<Line>();
    for (int k : FIXED) if (k <= most) lines.add(line("fixed " + k, forecast.fixed(k)));
    for (double target : TARGETS) {
      lines.add(line(String.format(Locale.ROOT, "until %.0f %% error", 100 * target), forecast.adaptive(new StoppingRule(target, 1, most))));
    }
    Line choice = choice(lines);
    var replays = replays(table);
    if (plot != null) draw(lines);
    PrintWriter screen = spec.commandLine().getOut();
    if (json) screen.println(json(pilot, forecast, lines, choice, replays));
    else print(screen, pilot, forecast, lines, choice, replays);
    screen.flush();
    return 0;
  }

  private void draw(List<Line> lines) throws IOException {
    var curves = new ArrayList<Plots.Curve>();
    for (String way : List.of("fixed", "until")) {
      curves.add(new Plots.Curve(way.equals("fixed") ? "the same for each item" : "stop when sure enough", lines.stream().filter(l -> l.policy.startsWith(way))
          .sorted(Comparator.comparingDouble(l -> l.perItem)).map(l -> new Plots.Point(l.perItem, 100 * l.accuracy, l.policy)).toList()));
    }
    Plots.curves(plot, "Forecast of a pilot's raters on new items", List.of("judgments per item", "right answers, %"), curves);
  }

  private void check() {
    if (items < 1) throw new BadInput("--items is 1 or more, got " + items);
    if (!(price >= 0)) throw new BadInput("--price is 0 or more, got " + price);
    if (mistake != null && !(mistake >= 0)) throw new BadInput("--mistake is 0 or more, got " + mistake);
    if (targetError != null && !(targetError > 0 && targetError < 1)) throw new BadInput("--target-error lies between 0 and 1, got " + targetError);
    if (most < 1) throw new BadInput("--most is 1 or more, got " + most);
  }

  private Line line(String policy, Forecast.Outlook outlook) {
    return new Line(policy, outlook.perItem(), outlook.accuracy(), outlook.perItem() * items * price, (1 - outlook.accuracy()) * items);
  }

  private Line choice(List<Line> lines) {
    Line best = null;
    for (Line line : lines) {
      if (targetError != null && 1 - line.accuracy > targetError) continue;
      if (targetError == null && mistake == null) continue;
      if (best == null || total(line) < total(best)) best = line;
    }
    return best;
  }

  private double total(Line line) {
    return line.cost + (mistake == null ? 0 : mistake * line.errors);
  }

  private Map<String, Replay.Outcome> replays(LabelTable table) throws IOException {
    Gold known = gold == null ? Gold.none() : Gold.of(table, LabelFile.gold(gold, null, null));
    if (gold != null && known.size() == 0) throw new BadInput(gold + ": none of its items is in " + file + "; are the items named alike in both?");
    var replay = new Replay(table, known);
    var outcomes = new LinkedHashMap<String, Replay.Outcome>();
    try (var bar = new ProgressBar("replaying")) {
      int done = 0;
      for (double target : new double[] {0.2, 0.1, 0.05, 0.02}) {
        outcomes.put(String.format(Locale.ROOT, "until %.0f %% error", 100 * target),
            replay.adaptive(new StoppingRule(target, Math.min(2, most), Math.max(2, most)), SHUFFLES, 1, Progress.SILENT));
        bar.report(++done, 5);
      }
      outcomes.put("all judgments", replay.fixed(Math.max(1, table.size()), 1, 1, Progress.SILENT));
      bar.report(5, 5);
    }
    return outcomes;
  }

  private void print(
      PrintWriter out, Consensus pilot, Forecast forecast, List<Line> lines, Line choice, Map<String, Replay.Outcome> replays) {
    LabelTable table = pilot.table();
    out.printf("Pilot: %,d judgments of %,d items by %,d raters, %d classes%n%n", table.size(), table.items(), table.raters(), table.classes());
    out.printf("Forecast for %,d new items at %s a judgment:%n", items, money(price));
    out.printf("  %-18s %9s %9s %12s %9s%n", "policy", "per item", "accuracy", "cost", "errors");
    for (Line line : lines) {
      out.printf(Locale.ROOT, "%s %-18s %9.2f %8.1f%% %12s %9.0f%n", line == choice ? "*" : " ", line.policy, line.perItem, 100 * line.accuracy,
          money(line.cost), line.errors);
    }
    if (choice != null) out.printf("* the cheapest%s%n", targetError == null ? " once mistakes are paid for" : " that keeps the target");
    else if (targetError != null) out.printf("No policy of at most %d judgments keeps %.1f %% errors with these raters.%n", most, 100 * targetError);
    out.printf("%nThe pilot played again (mean of %d shuffles):%n", SHUFFLES);
    out.printf("  %-18s %9s %9s %9s%n", "policy", "per item", "share", "accuracy");
    replays.forEach((policy, outcome) -> out.printf(Locale.ROOT, "  %-18s %9.2f %8.1f%% %9s%n", policy, outcome.perItem(), 100 * outcome.share(),
        outcome.accuracy().known().map(a -> String.format(Locale.ROOT, "%.1f%%", 100 * a.value())).orElse("unknown")));
    out.println("The forecast takes raters as independent; where items fool many of them it is rosy, and the replay is the better guide.");
    out.printf("%nFrom whom (bits about the answer per judgment, skill with 95 %% interval):%n");
    int[] order = byInformation(pilot, forecast);
    for (int x = 0; x < order.length; x++) {
      if (x >= SHOWN && x < order.length - SHOWN) {
        if (x == SHOWN) out.println("  ...");
        continue;
      }
      var skill = pilot.skill(order[x]).known();
      out.printf(Locale.ROOT, "  %-24s %.3f bits  %s%n", pilot.raterNames().name(order[x]), forecast.information(order[x]),
          skill.map(s -> String.format(Locale.ROOT, "%.3f [%.3f, %.3f]  %,d judgments", s.value(), s.interval().orElseThrow().low(),
              s.interval().orElseThrow().high(), s.n())).orElse("unknown"));
    }
  }

  private static int[] byInformation(Consensus pilot, Forecast forecast) {
    return IntStream.range(0, pilot.raters()).boxed()
        .sorted((a, b) -> Double.compare(forecast.information(b), forecast.information(a))).mapToInt(Integer::intValue).toArray();
  }

  private static String money(double amount) {
    return String.format(Locale.ROOT, "%,.2f", amount);
  }

  private String json(
      Consensus pilot, Forecast forecast, List<Line> lines, Line choice, Map<String, Replay.Outcome> replays) {
    var plan = new LinkedHashMap<String, Object>();
    plan.put("judgments", pilot.table().size());
    plan.put("items", pilot.items());
    plan.put("raters", pilot.raters());
    plan.put("forecast_items", items);
    plan.put("forecast", lines.stream().map(PlanCommand::fields).toList());
    if (choice != null) plan.put("choice", fields(choice));
    var played = new ArrayList<Map<String, Object>>();
    replays.forEach((policy, outcome) -> {
      var fields = new LinkedHashMap<String, Object>();
      fields.put("policy", policy);
      fields.put("per_item", outcome.perItem());
      fields.put("share", outcome.share());
      fields.put("accuracy", outcome.accuracy().known().map(a -> a.value()).orElse(null));
      played.add(fields);
    });
    plan.put("replay", played);
    var people = new ArrayList<Map<String, Object>>();
    for (int r : byInformation(pilot, forecast)) {
      var fields = new LinkedHashMap<String, Object>();
      fields.put("rater", pilot.raterNames().name(r));
      fields.put("bits", forecast.information(r));
      fields.put("skill", pilot.skill(r).known().map(s -> s.value()).orElse(null));
      people.add(fields);
    }
    plan.put("raters_by_information", people);
    return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(plan);
  }

  private static Map<String, Object> fields(Line line) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("policy", line.policy);
    fields.put("per_item", line.perItem);
    fields.put("accuracy", line.accuracy);
    fields.put("cost", line.cost);
    fields.put("errors", line.errors);
    return fields;
  }
}
