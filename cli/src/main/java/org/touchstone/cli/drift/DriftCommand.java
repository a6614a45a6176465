package org.touchstone.cli.drift;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.touchstone.cli.LabelColumns;
import org.touchstone.cli.ProgressBar;
import org.touchstone.cli.Report;
import org.touchstone.cli.table.BadInput;
import org.touchstone.cli.table.LabelFile;
import org.touchstone.cli.table.Outputs;
import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.Names;
import org.touchstone.statistics.drift.NearDuplicates;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks for raters who changed, hurry, copy or collude. */
@Command(
    name = "drift",
    mixinStandardHelpOptions = true,
    description = {
      "Looks for raters whose work changed, and for haste, copied rationales and pairs that agree too much.",
      "",
      "The file has one judgment a row: item, rater, label, and where known the time it was given and the seconds it took."
          + " Without a time the order of the rows counts. Right is what --gold says, else what most of the other raters say"
          + " (two at least, and no tie).",
      "",
      "A signal is a reason to look, never a verdict: hard items, a changed guideline or a new queue make honest raters look alike."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  touchstone drift labels.csv --gold gold.csv",
      "  touchstone drift labels.csv --time submitted_at --seconds duration --out signals.csv",
      "  touchstone drift labels.jsonl --rationale comment --json",
      "  touchstone drift labels.csv --false-alarm-every 5000   (quieter charts)"
    })
public final class DriftCommand implements Callable<Integer> {
  private static final int SHOWN = 10;

  @Parameters(paramLabel = "FILE", description = "The judgments; - reads standard input, as JSON lines where it begins with a brace, else as CSV.")
  String file;

  @Option(names = "--gold", paramLabel = "FILE", description = "Known answers (item, label) that judgments are held against.")
  String gold;

  @Option(names = "--time", paramLabel = "COLUMN", description = "Column of the time (found by itself: time, submitted_at, ...).")
  String time;

  @Option(names = "--seconds", paramLabel = "COLUMN", description = "Column of the seconds it took (seconds, duration, ...).")
  String seconds;

  @Option(names = "--rationale", paramLabel = "COLUMN", description = "Column of written reasons, to find near duplicates among.")
  String rationale;

  @Option(names = "--false-alarm-every", paramLabel = "N", defaultValue = "1000",
      description = "Judgments between false alarms of a rater in form. Default: ${DEFAULT-VALUE}.")
  double falseAlarmEvery;

  @Option(names = {"-o", "--out"}, paramLabel = "FILE", description = "Writes every rater's signals as CSV, .jsonl or .parquet.")
  String out;

  @Option(names = "--json", description = "Prints everything as JSON.")
  boolean json;

  @Mixin
  LabelColumns columns;

  @Spec
  CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (!(falseAlarmEvery >= 10 && falseAlarmEvery <= 1e6)) {
      throw new BadInput("--false-alarm-every is " + falseAlarmEvery + "; give from 10 to 1000000 judgments");
    }
    Outputs.beside(file, gold).table(out);
    Sequence sequence;
    try (var bar = new ProgressBar("reading")) {
      sequence = Sequence.read(file, columns, new Sequence.Extra(time, seconds, rationale), bar);
    }
    Signals signals;
    try (var bar = new ProgressBar("drift")) {
      signals = Signals.of(sequence, answers(sequence), falseAlarmEvery, bar);
    }
    NearDuplicates.Result copies = null;
    if (rationale != null) {
      try (var bar = new ProgressBar("rationales")) {
        copies = NearDuplicates.standard().find(sequence.judgments().stream().map(Sequence.Said::why).toList(), bar);
      }
    }
    report(sequence, signals, copies).show(spec.commandLine().getOut(), json, out);
    return 0;
  }

  private int[] answers(Sequence sequence) throws IOException {
    int[] answers = new int[sequence.table().items()];
    Arrays.fill(answers, Signals.UNKNOWN);
    if (gold == null) return answers;
    boolean any = false;
    for (var known : LabelFile.gold(gold, null, null).entrySet()) {
      int item = sequence.table().itemNames().find(known.getKey());
      if (item < 0) continue;
      int klass = sequence.table().classNames().find(known.getValue());
      answers[item] = klass < 0 ? Signals.NOBODY_SAID_IT : klass;
      any = true;
    }
    if (!any) throw new BadInput(gold + ": none of its items is in " + file + "; are the items named alike in both?");
    return answers;
  }

  private Report report(Sequence sequence, Signals signals, NearDuplicates.Result copies) {
    Names names = sequence.table().raterNames();
    var sentences = new ArrayList<String>();
    sentences.add(String.format("drift: %s, in the order of %s; right is what %s",
        Report.counted(sequence.judgments().size(), sequence.table().items(), sequence.table().raters()), sequence.timed() ? "their times" : "the rows",
        gold == null ? "most of the others say" : "gold says, elsewhere what most of the others say"));
    boolean judged = signals.raters().stream().anyMatch(r -> r.judged() > 0);
    sentences.add(judged ? String.format(Locale.ROOT, "Error rate of the crowd %.3f; charts look for %.3f, with a false alarm every %,.0f judgments.",
        signals.usualErrors(), signals.badErrors(), falseAlarmEvery) : "No judgment could be held against another rater's or a known answer, so nothing is known of errors.");
    listed(sentences, "errors surely rose", signals.raters().stream().filter(Signals.OfRater::roseSurely).map(r -> rose(names, r)).toList());
    listed(sentences, "errors far above the crowd's, by the running chart", signals.raters().stream().filter(r -> r.alarm().isPresent() && !r.roseSurely())
        .map(r -> String.format(Locale.ROOT, "%s at judgment %,d, %d of %,d wrong", names.name(r.rater()), r.alarm().orElseThrow().at() + 1, r.errors(), r.judged())).toList());
    listed(sentences, "hasty", signals.raters().stream().filter(Signals.OfRater::isHasty).map(r -> String.format(Locale.ROOT,
        "%s: %.0f %% under a quarter of the item's usual time", names.name(r.rater()), 100 * r.pace().orElseThrow().hasty().known().orElseThrow().value())).toList());
    listed(sentences, "pairs that agree beyond what the answers explain", signals.pairs().stream().map(p -> String.format(Locale.ROOT,
        "%s and %s: alike on %d of %d, %.0f expected (p %.2g)", names.name(p.first()), names.name(p.second()), p.agreed(), p.shared(), p.expected(), p.pValue())).toList());
    if (signals.pairs().size() > Math.max(10, sequence.table().raters() / 2)) {
      sentences.add("  So many pairs speak for items or a guideline that mislead, rather than for collusion.");
    }
    if (copies != null) listed(sentences, "nearly the same rationale", copies.pairs().stream().map(c -> copy(sequence, c)).toList());
    var facts = new LinkedHashMap<String, Object>();
    facts.put("judgments", sequence.judgments().size());
    facts.put("items", sequence.table().items());
    facts.put("raters", sequence.table().raters());
    facts.put("crowd_errors", judged ? signals.usualErrors() : null);
    facts.put("pairs", signals.pairs().stream().map(p -> Map.of("first", names.name(p.first()), "second", names.name(p.second()),
        "shared", p.shared(), "agreed", p.agreed(), "expected", p.expected(), "p", p.pValue())).toList());
    if (copies != null) facts.put("copies", copies.pairs().stream().map(c -> copy(sequence, c)).toList());
    facts.put("methods", Stream.concat(signals.provenances().stream(), Stream.ofNullable(copies).map(NearDuplicates.Result::provenance))
        .map(Report::provenance).toList());
    return new Report(sentences, facts, List.of("worker", "judgments", "judged", "errors", "change_probability", "change_at", "before", "after",
        "alarm_at", "self_agreement", "pace", "hasty"), signals.raters().stream().map(r -> row(names, r)).toList());
  }

  private static void listed(List<String> sentences, String what, List<String> found) {
    sentences.add(found.isEmpty() ? "None found: " + what + "." : found.size() + ": " + what);
    found.stream().limit(SHOWN).forEach(line -> sentences.add("  " + line));
    if (found.size() > SHOWN) sentences.add("  ... " + (found.size() - SHOWN) + " more");
  }

  private static String rose(Names names, Signals.OfRater rater) {
    var change = rater.change().orElseThrow();
    return String.format(Locale.ROOT, "%s: from %s to %s at judgment %,d of %,d (probability %.3f)", names.name(rater.rater()), rate(change.before()),
        rate(change.after()), change.place() + 1, rater.judged(), change.probability());
  }

  private static String rate(Estimate estimate) {
    return estimate.known().map(k -> String.format(Locale.ROOT, "%.2f", k.value())).orElse("unknown");
  }

  private static String copy(Sequence sequence, NearDuplicates.Pair pair) {
    var first = sequence.judgments().get(pair.first());
    var second = sequence.judgments().get(pair.second());
    Names raters = sequence.table().raterNames();
    Names items = sequence.table().itemNames();
    return String.format(Locale.ROOT, "%s on %s and %s on %s: %.0f %% alike", raters.name(first.rater()), items.name(first.item()),
        raters.name(second.rater()), items.name(second.item()), 100 * pair.likeness());
  }

  private static Object[] row(Names names, Signals.OfRater rater) {
    var change = rater.change().orElse(null);
    return new Object[] {names.name(rater.rater()), rater.judgments(), rater.judged(), rater.errors(), change == null ? null : Report.rounded(change.probability()),
        change == null || change.place() < 0 ? null : change.place() + 1, change == null ? null : value(change.before()), change == null ? null : value(change.after()),
        rater.alarm().map(a -> a.at() + 1).orElse(null), value(rater.self()), rater.pace().map(p -> value(p.ratio())).orElse(null),
        rater.pace().map(p -> value(p.hasty())).orElse(null)};
  }

  private static Double value(Estimate estimate) {
    return estimate.known().map(k -> Report.rounded(k.value())).orElse(null);
  }
}
