package org.touchstone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.touchstone.cli.table.BadInput;
import org.touchstone.cli.table.LabelFile;
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
          + " item, rater, label. Columns are found by their usual names."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  touchstone aggregate labels.csv",
      "  touchstone aggregate labels.csv --method dawid-skene --gold gold.csv",
      "  touchstone aggregate labels.parquet --out answers.csv --workers skills.csv",
      "  touchstone aggregate labels.jsonl.gz --item question --rater person --label choice --json",
      "  touchstone aggregate labels.csv --known calibration.csv   (known answers as evidence)",
      "  touchstone aggregate scores.csv --method weighted-mean     (labels are numbers on a scale)"
    })
final class AggregateCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "The judgments; - reads standard input as CSV.")
  String file;

  @Option(names = {"-m", "--method"}, paramLabel = "METHOD", defaultValue = "auto",
      completionCandidates = MethodNames.class, description = "One of: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  String method;

  @Option(names = "--gold", paramLabel = "FILE", description = "Known answers to compare with (item, label); they do not change the result.")
  String gold;

  @Option(names = "--known", paramLabel = "FILE", description = "Known answers taken as evidence (item, label); left out of the accuracy.")
  String known;

  @Option(names = {"-o", "--out"}, paramLabel = "FILE", description = "Writes task,label,probability as CSV, .jsonl or .parquet (.gz too).")
  String out;

  @Option(names = "--workers", paramLabel = "FILE", description = "Writes the skill of each rater: worker,skill,low,high,judgments.")
  String workers;

  @Option(names = "--json", description = "Prints the summary as JSON.")
  boolean json;

  @Mixin
  LabelColumns columns;

  @Spec
  CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    String wanted = method.toLowerCase(Locale.ROOT);
    if (NumericAggregate.METHODS.contains(wanted)) return new NumericAggregate(this, wanted).run(spec.commandLine().getOut());
    ConsensusMethod chosen = Methods.named(wanted)
        .orElseThrow(() -> new BadInput("there is no method \"" + method + "\"; there are " + String.join(", ", MethodNames.all())));
    LabelTable table;
    try (var bar = new ProgressBar("reading")) {
      table = LabelFile.read(file, columns.item, columns.rater, columns.label, bar);
    }
    Map<String, String> evidence = known == null ? Map.of() : LabelFile.gold(known, null, null);
    Map<String, String> measured = gold == null ? Map.of() : new LinkedHashMap<>(LabelFile.gold(gold, null, null));
    if (gold != null) {
      measured.keySet().removeAll(evidence.keySet());
      if (measured.keySet().stream().noneMatch(item -> table.itemNames().find(item) >= 0)) {
        throw new BadInput(gold + ": none of its items is in " + file + "; are the items named alike in both?");
      }
    }
    Consensus consensus;
    try (var bar = new ProgressBar(chosen.name())) {
      consensus = chosen.estimate(table, Gold.of(table, evidence), bar);
    }
    if (out != null) writeAnswers(consensus);
    if (workers != null) writeSkills(consensus);
    var summary = new AggregateSummary(consensus, gold == null ? null : consensus.accuracy(Gold.of(table, measured)));
    PrintWriter screen = spec.commandLine().getOut();
    if (json) screen.println(summary.json());
    else summary.print(screen, out == null);
    screen.flush();
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
