package org.touchstone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.touchstone.cli.kinds.Kind;
import org.touchstone.cli.kinds.SpanColumns;
import org.touchstone.cli.plot.Plots;
import org.touchstone.cli.table.BadInput;
import org.touchstone.cli.table.LabelFile;
import org.touchstone.cli.table.Outputs;
import org.touchstone.cli.table.TableWriter;
import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.LabelTable;
import org.touchstone.statistics.consensus.Consensus;
import org.touchstone.statistics.consensus.ConsensusMethod;
import org.touchstone.statistics.consensus.Gold;
import org.touchstone.statistics.consensus.Methods;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Finds the answer of every item from a file of judgments. */
@Command(
    name = "aggregate",
    mixinStandardHelpOptions = true,
    description = {
      "Finds the answer of every item from a file of judgments, with its probability.",
      "",
      "The file is CSV (comma, tab or semicolon), JSON lines or Parquet, gzipped or not, with one judgment a row:"
          + " item, rater, label. Columns are found by their usual names.",
      "",
      "A judgment may also be a number, a step on a scale, several labels (a;b), a text, marked spans (start, end) or a"
          + " ranking (a > b = c): say so with --kind."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  touchstone aggregate labels.csv",
      "  touchstone aggregate labels.csv --method dawid-skene --gold gold.csv",
      "  touchstone aggregate labels.parquet --out answers.csv --workers skills.csv",
      "  touchstone aggregate labels.jsonl.gz --item question --rater person --label choice --json",
      "  touchstone aggregate labels.csv --known calibration.csv   (known answers as evidence)",
      "  touchstone aggregate scores.csv --kind numbers             (means weighted by each rater's bias and spread)",
      "  touchstone aggregate grades.csv --kind ordinal --order poor,fair,good",
      "  touchstone aggregate topics.csv --kind multi-label --gold gold.csv",
      "  touchstone aggregate topics.csv --kind multi-label --method dawid-skene --known some.csv --workers skills.csv",
      "  touchstone aggregate errors.csv --kind spans --threshold 0.5 --out spans.jsonl",
      "  touchstone aggregate marks.csv --kind spans --item doc --rater reader --start begins --end ends --label error",
      "  touchstone aggregate captions.jsonl --kind text --out best.csv",
      "  touchstone aggregate orders.csv --kind rankings"
    })
final class AggregateCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "The judgments; - reads standard input, as JSON lines where it begins with a brace, else as CSV.")
  String file;

  @Option(names = {"-k", "--kind"}, paramLabel = "KIND", defaultValue = "labels",
      description = "What a judgment is: labels, numbers, ordinal, multi-label, text, spans, rankings. Default: ${DEFAULT-VALUE}.")
  String kind;

  @Option(names = "--order", paramLabel = "LABEL", split = ",", description = "The labels from lowest to highest, for --kind ordinal.")
  List<String> order;

  @Option(names = "--threshold", paramLabel = "SHARE",
      description = "From which probability or share of raters a label (multi-label) or span belongs to the answer. Default: 0.5.")
  Double threshold;

  @Option(names = {"-m", "--method"}, paramLabel = "METHOD",
      completionCandidates = MethodNames.class, description = "For labels one of: ${COMPLETION-CANDIDATES}. Default: auto. For multi-label the method that decides each label, as yes or no. Default: ibcc.")
  String method;

  @Option(names = "--gold", paramLabel = "FILE", description = "Known answers to compare with (item, label); they do not change the result.")
  String gold;

  @Option(names = "--known", paramLabel = "FILE", description = "Known answers taken as evidence (item, label; for multi-label all of the item's labels); left out of the accuracy.")
  String known;

  @Option(names = {"-o", "--out"}, paramLabel = "FILE", description = "Writes task,label,probability as CSV, .jsonl or .parquet (.gz too).")
  String out;

  @Option(names = "--workers", paramLabel = "FILE", description = "Writes the skill of each rater: worker,skill,low,high,judgments; for multi-label a row for each label: worker,label,skill,...")
  String workers;

  @Option(names = "--plot", paramLabel = "FILE.svg", description = "Draws what raters said of each answer (labels only).")
  String plot;

  @Option(names = "--json", description = "Prints the summary as JSON.")
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
    Outputs.beside(file, gold, known).table(out).table(workers).plot(plot);
    if (!judged.isLabels()) return other(judged);
    spans.refuseFor(judged);
    if (threshold != null) throw new BadInput("--threshold is for multi-label and spans; leave it out for --kind " + judged.shown());
    String wanted = wanted(judged);
    if (judged == Kind.NUMBERS || NumericAggregate.METHODS.contains(wanted)) return new NumericAggregate(this, wanted).run(spec.commandLine().getOut());
    ConsensusMethod chosen = Methods.named(wanted)
        .orElseThrow(() -> new BadInput("there is no method \"" + wanted + "\"; there are " + String.join(", ", MethodNames.all())));
    LabelTable table;
    try (var bar = new ProgressBar("reading")) {
      var room = order == null ? LabelTable.builder() : LabelTable.builder(order);
      table = LabelFile.read(file, columns.wanted(), room, bar, judged == Kind.LABELS ? LabelFile.Many.PERHAPS_OF_ANOTHER_KIND : LabelFile.Many.EXPECTED);
    }
    if (order != null && table.classes() > order.size()) {
      throw new BadInput(file + ": the label \"" + table.classNames().name(order.size()) + "\" is missing from --order " + String.join(",", order));
    }
    if (judged == Kind.ORDINAL && order == null) requireNumbers(table);
    Map<String, String> evidence = known == null ? Map.of() : LabelFile.gold(known, null, null);
    Map<String, String> measured = gold == null ? Map.of() : new LinkedHashMap<>(LabelFile.gold(gold, null, null));
    if (gold != null) {
      if (measured.keySet().stream().noneMatch(item -> table.itemNames().find(item) >= 0)) {
        throw new BadInput(gold + ": none of its items is in " + file + "; are the items named alike in both?");
      }
      measured.keySet().removeAll(evidence.keySet());
      if (measured.keySet().stream().noneMatch(item -> table.itemNames().find(item) >= 0)) {
        throw new BadInput(gold + ": all of its items are known already by --known, so none is left to compare with");
      }
    }
    requireSharedAnswers(table, known, evidence);
    requireSharedAnswers(table, gold, measured);
    Consensus consensus;
    try (var bar = new ProgressBar(chosen.name())) {
      consensus = chosen.estimate(table, Gold.of(table, evidence), bar);
    } catch (ArithmeticException | OutOfMemoryError | NegativeArraySizeException tooManyCells) {
      throw new BadInput(String.format("%s: %,d different labels of %,d raters are too many for %s, which learns what each rater takes for what; --method majority needs no such tables,"
          + " and --kind numbers or text takes labels for more than names", file, table.classes(), table.raters(), chosen.name()));
    }
    if (out != null) writeAnswers(consensus);
    if (workers != null) writeSkills(consensus);
    if (plot != null) draw(consensus);
    var summary = new AggregateSummary(consensus, gold == null ? null : consensus.accuracy(Gold.of(table, measured)), neverGiven(table, measured));
    PrintWriter screen = spec.commandLine().getOut();
    if (json) screen.println(summary.json());
    else summary.print(screen, out == null);
    screen.flush();
    return 0;
  }

  /** The known answers of judged items that no rater gave to any item. */
  private static List<String> neverGiven(LabelTable table, Map<String, String> answers) {
    return answers.entrySet().stream().filter(e -> table.itemNames().find(e.getKey()) >= 0).map(Map.Entry::getValue).distinct()
        .filter(answer -> table.classNames().find(answer) < 0).toList();
  }

  /** Answers of which no rater gave a single one are written otherwise than the labels: 1 and 0 beside yes and no. */
  private void requireSharedAnswers(LabelTable table, String from, Map<String, String> answers) {
    List<String> judged = answers.entrySet().stream().filter(e -> table.itemNames().find(e.getKey()) >= 0).map(Map.Entry::getValue).distinct().toList();
    if (judged.isEmpty() || judged.stream().anyMatch(answer -> table.classNames().find(answer) >= 0)) return;
    throw new BadInput(from + ": none of its answers (\"" + Report.shortened(judged.getFirst()) + "\") was ever given in " + file + " (\""
        + Report.shortened(table.classNames().name(0)) + "\"); are the labels written alike in both?");
  }

  private String wanted(Kind judged) {
    String usual = switch (judged) {
      case ORDINAL -> "ordinal";
      default -> "auto";
    };
    String wanted = method == null ? usual : method.toLowerCase(Locale.ROOT);
    if (judged == Kind.NUMBERS && !wanted.equals("auto") && !NumericAggregate.METHODS.contains(wanted)) {
      throw new BadInput("--kind numbers takes the methods auto, " + String.join(" and ", NumericAggregate.METHODS) + ", not \"" + method + "\"");
    }
    if (order != null && judged != Kind.ORDINAL) throw new BadInput("--order belongs to --kind ordinal");
    return wanted;
  }

  private void requireNumbers(LabelTable table) {
    for (String label : table.classNames().toArray()) {
      if (!label.strip().matches("[-+]?\\d+(\\.\\d+)?")) {
        throw new BadInput(file + ": the label \"" + label + "\" is not a number, so its place is not known;"
            + " give the labels from lowest to highest with --order");
      }
    }
  }

  private int other(Kind judged) throws IOException {
    if (order != null) throw new BadInput("--order belongs to --kind ordinal; leave it out for --kind " + judged.shown());
    if (plot != null) throw new BadInput("--plot draws what raters said of each label; leave it out for --kind " + judged.shown());
    judged.aggregate(new Kind.Asked(file, columns, spans, gold, threshold == null ? 0.5 : threshold, method, known, workers))
        .show(spec.commandLine().getOut(), json, out);
    return 0;
  }

  private void writeAnswers(Consensus consensus) throws IOException {
    try (var writer = new TableWriter(out, List.of("task", "label", "probability"))) {
      for (int i = 0; i < consensus.items(); i++) {
        writer.row(consensus.itemNames().name(i), consensus.classNames().name(consensus.best(i)), rounded(consensus.probability(i)));
      }
      writer.finish();
    }
  }

  private void draw(Consensus consensus) throws IOException {
    int classes = consensus.classes();
    double[][] share = new double[classes][classes];
    LabelTable table = consensus.table();
    for (int i = 0; i < table.items(); i++) {
      for (int j = table.from(i); j < table.to(i); j++) {
        for (int k = 0; k < classes; k++) share[k][table.label(j)] += consensus.posterior(i, k);
      }
    }
    for (double[] row : share) {
      double sum = Arrays.stream(row).sum();
      for (int l = 0; l < classes && sum > 0; l++) row[l] /= sum;
    }
    Plots.confusion(plot, "What raters said of each answer (" + consensus.provenance().method() + ")", List.of(consensus.classNames().toArray()), share);
  }

  private void writeSkills(Consensus consensus) throws IOException {
    try (var writer = new TableWriter(workers, List.of("worker", "skill", "low", "high", "judgments"))) {
      int[] n = consensus.table().judgmentsPerRater();
      for (int r = 0; r < consensus.raters(); r++) {
        String name = consensus.raterNames().name(r);
        Estimate.Known skill = consensus.skill(r).known().orElse(null);
        var interval = skill == null ? null : skill.interval().orElse(null);
        writer.row(name, skill == null ? null : rounded(skill.value()), interval == null ? null : rounded(interval.low()),
            interval == null ? null : rounded(interval.high()), n[r]);
      }
      writer.finish();
    }
  }

  static double rounded(double value) {
    return Math.round(value * 1e6) / 1e6;
  }

  static final class MethodNames implements Iterable<String> {
    static List<String> all() {
      var names = new ArrayList<String>();
      Methods.names().forEach(names::add);
      names.addAll(NumericAggregate.METHODS);
      return names;
    }

    @Override
    public Iterator<String> iterator() {
      return all().iterator();
    }
  }
}
