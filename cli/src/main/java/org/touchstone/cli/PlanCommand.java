package org.touchstone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.touchstone.cli.plot.Plots;
import org.touchstone.cli.table.BadInput;
import org.touchstone.cli.table.Columns;
import org.touchstone.cli.table.LabelFile;
import org.touchstone.cli.table.Outputs;
import org.touchstone.cli.table.Rows;
import org.touchstone.cli.table.TableFile;
import org.touchstone.statistics.LabelTable;
import org.touchstone.statistics.consensus.Gold;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Answers how many judgments a project needs, from whom and at which price, from a pilot. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    description = {
      "Answers how many judgments to buy, from whom and at which price, from a pilot file of judgments.",
      "",
      "Two policies are compared: the same number for every item, and asking on only while an answer is not certain enough."
          + " The forecast simulates new items with the raters of the pilot, for all of them and for the best of them; the"
          + " replay plays the pilot itself again.",
      "",
      "Known answers (--gold) make the forecast honest: without them an item that fools most raters passes for an easy one."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  touchstone plan pilot.csv",
      "  touchstone plan pilot.csv --items 10000 --price 0.12 --mistake 2.50",
      "  touchstone plan pilot.csv --gold gold.csv --target-error 0.03 --json",
      "  touchstone plan pilot.csv --prices prices.csv --mistake 2.50   (rater,price: experts cost more)"
    })
final class PlanCommand implements Callable<Integer> {
  private static final double USUAL_TARGET = 0.05;

  @Parameters(paramLabel = "FILE", description = "The pilot: judgments with item, rater, label.")
  String file;

  @Option(names = "--gold", paramLabel = "FILE", description = "Known answers of pilot items, for an honest forecast and the true accuracy.")
  String gold;

  @Option(names = "--items", paramLabel = "N", defaultValue = "1000", description = "Items of the real project. Default: ${DEFAULT-VALUE}.")
  long items;

  @Option(names = "--price", paramLabel = "AMOUNT", defaultValue = "1", description = "Price of one judgment. Default: ${DEFAULT-VALUE}.")
  double price;

  @Option(names = "--prices", paramLabel = "FILE", description = "Price of one judgment of each rater (rater, price); --price for those it does not name.")
  String prices;

  @Option(names = "--mistake", paramLabel = "AMOUNT", description = "What one wrong answer costs you; picks the cheapest plan.")
  Double mistake;

  @Option(names = "--target-error", paramLabel = "SHARE", description = "Share of wrong answers you accept; picks the cheapest plan that keeps it. Default: 0.05, where no --mistake is given.")
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

  @Override
  public Integer call() throws IOException {
    check();
    Outputs.beside(file, gold, prices).plot(plot);
    LabelTable table;
    try (var bar = new ProgressBar("reading")) {
      table = LabelFile.read(file, columns.wanted(), LabelTable.builder(), bar, LabelFile.Many.UNUSUAL);
    }
    if (table.classes() < 2) throw new BadInput(file + ": all judgments say the same, so nothing can be planned from it");
    if (table.size() == table.items()) throw new BadInput(file + ": every item has one judgment only; a pilot needs two or more on some items");
    Gold known = gold == null ? Gold.none() : Gold.of(table, LabelFile.gold(gold, null, null));
    if (gold != null && known.size() == 0) throw new BadInput(gold + ": none of its items is in " + file + "; are the items named alike in both?");
    double[] paid = prices(table);
    Double target = targetError == null && mistake == null ? Double.valueOf(USUAL_TARGET) : targetError;
    Plan plan;
    try (var bar = new ProgressBar("planning")) {
      plan = Plan.of(table, known, new Plan.Wanted(items, paid, mistake, target, most), bar);
    }
    if (plot != null) draw(plan);
    PrintWriter screen = spec.commandLine().getOut();
    if (json) screen.println(PlanReport.json(plan));
    else PlanReport.print(plan, screen);
    screen.flush();
    return 0;
  }

  /** What each rater of the pilot costs. */
  private double[] prices(LabelTable table) throws IOException {
    var paid = new double[table.raters()];
    Arrays.fill(paid, price);
    if (prices == null) return paid;
    boolean any = false;
    try (Rows rows = TableFile.open(prices)) {
      int who = Columns.find(rows, null, Columns.RATER, "rater", "a header");
      int cost = Columns.find(rows, null, Columns.PRICE, "price", "a header");
      while (rows.next()) {
        double amount = rows.number(cost);
        if (amount < 0) throw rows.bad(cost, "a price is 0 or more, got " + rows.text(cost));
        int rater = table.raterNames().find(rows.text(who));
        if (rater < 0) continue;
        paid[rater] = amount;
        any = true;
      }
    }
    if (!any) throw new BadInput(prices + ": none of its raters is in " + file + "; are the raters named alike in both?");
    return paid;
  }

  private void draw(Plan plan) throws IOException {
    var curves = new ArrayList<Plots.Curve>();
    for (String way : List.of("fixed", "until")) {
      curves.add(new Plots.Curve(way.equals("fixed") ? "the same for each item" : "stop when sure enough", plan.lines().stream().filter(l -> l.policy().startsWith(way))
          .sorted(Comparator.comparingDouble(Plan.Line::perItem)).map(l -> new Plots.Point(l.perItem(), 100 * l.accuracy(), l.policy())).toList()));
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
}
