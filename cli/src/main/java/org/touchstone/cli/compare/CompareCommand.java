package org.touchstone.cli.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.touchstone.cli.ProgressBar;
import org.touchstone.cli.Report;
import org.touchstone.cli.table.BadInput;
import org.touchstone.cli.table.Outputs;
import org.touchstone.statistics.Bootstrap;
import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.Provenance;
import org.touchstone.statistics.comparison.Correction;
import org.touchstone.statistics.comparison.McNemar;
import org.touchstone.statistics.comparison.PairedResult;
import org.touchstone.statistics.comparison.PairedScores;
import org.touchstone.statistics.comparison.SampleSize;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells whether two candidates differ on the same items. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = {
      "Tells whether one of two candidates is better on the same items, how sure that is, and how many items it takes.",
      "",
      "Either one file with item, candidate and score, or two files with item and score. Where all scores are pass or fail"
          + " (1 and 0, true and false, pass and fail, yes and no) it is McNemar's test with its interval; else a permutation"
          + " test and a bootstrap of the mean difference. An item scored more than once counts with its mean.",
      "",
      "With --slice each group of items is compared too, its p-value corrected for their number (Benjamini and Hochberg)."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  touchstone compare results.csv --first new --second old",
      "  touchstone compare new.csv old.csv --score passed",
      "  touchstone compare results.jsonl --candidate model --score rating --slice language --out slices.csv",
      "  touchstone compare results.parquet --json"
    })
public final class CompareCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", arity = "1..2", description = "One file of both candidates, or a file of each.")
  List<String> files;

  @Option(names = "--first", paramLabel = "NAME", description = "The candidate that a positive difference speaks for.")
  String first;

  @Option(names = "--second", paramLabel = "NAME", description = "The other candidate.")
  String second;

  @Option(names = "--item", paramLabel = "COLUMN", description = "Column of the item (found by itself: task, item, ...), or several that make it together: doc,system.")
  String item;

  @Option(names = "--candidate", paramLabel = "COLUMN", description = "Column of the candidate (candidate, model, system, ...).")
  String candidate;

  @Option(names = "--score", paramLabel = "COLUMN", description = "Column of the score (score, result, passed, ...).")
  String score;

  @Option(names = "--slice", paramLabel = "COLUMN", description = "Column that groups the items.")
  String slice;

  @Option(names = "--minimum", paramLabel = "N", defaultValue = "20", description = "Items a slice must have to be shown. Default: ${DEFAULT-VALUE}.")
  int minimum;

  @Option(names = {"-b", "--bootstrap"}, paramLabel = "ROUNDS", defaultValue = "10000", description = "Resamples and swaps. Default: ${DEFAULT-VALUE}.")
  int rounds;

  @Option(names = "--seed", paramLabel = "NUMBER", defaultValue = "1", description = "Seed of chance. Default: ${DEFAULT-VALUE}.")
  long seed;

  @Option(names = {"-o", "--out"}, paramLabel = "FILE", description = "Writes the comparison, a row for each slice, as CSV, .jsonl or .parquet.")
  String out;

  @Option(names = "--json", description = "Prints everything as JSON.")
  boolean json;

  @Spec
  CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (rounds < Bootstrap.FEWEST_ROUNDS) throw new BadInput("--bootstrap needs at least " + Bootstrap.FEWEST_ROUNDS + " rounds, and " + rounds + " were asked for");
    if (minimum < 1) throw new BadInput("--minimum is " + minimum + "; give at least 1");
    Outputs.beside(files.toArray(String[]::new)).table(out);
    var wanted = new Results.Wanted(item, candidate, score, slice);
    Results results;
    if (files.size() == 2) {
      if (first != null || second != null || candidate != null) throw new BadInput("--first, --second and --candidate are for one file; two files are named by themselves");
      results = Results.ofTwo(files.get(0), files.get(1), wanted);
    } else {
      results = Results.ofOne(files.get(0), first, second, wanted);
    }
    report(results).show(spec.commandLine().getOut(), json, out);
    return 0;
  }

  private Report report(Results results) {
    boolean passes = results.isPassOrFail();
    PairedResult all = test(results, passes);
    var sentences = new ArrayList<String>();
    sentences.add(String.format("%s against %s on %s%s%s", results.first(), results.second(), Report.counted(results.items().size(), "item"), passes ? ", passed or failed" : "",
        results.left() == 0 ? "" : String.format("; %s a result of one only and %s left out", results.left() == 1 ? "1 item has" : String.format("%,d items have", results.left()), results.left() == 1 ? "is" : "are")));
    sentences.add(String.format(Locale.ROOT, "  %-24s %.4f%n  %-24s %.4f", results.first(), mean(results.firstScore()), results.second(), mean(results.secondScore())));
    sentences.add("Difference " + shown(all.difference()) + String.format(Locale.ROOT, ", p %.4g; they differ on %s.", all.pValue(), Report.counted(all.differing(), "item")));
    sentences.add(verdict(results, all));
    sentences.add(need(results, all, passes));
    var facts = new LinkedHashMap<String, Object>();
    facts.put("method", all.provenance().method());
    facts.put("first", results.first());
    facts.put("second", results.second());
    facts.put("items", results.items().size());
    facts.put("items_of_one_only", results.left());
    facts.put("first_mean", mean(results.firstScore()));
    facts.put("second_mean", mean(results.secondScore()));
    facts.put("settings", all.provenance().settings());
    facts.put("version", all.provenance().version());
    var rows = new ArrayList<Object[]>();
    rows.add(row("all", results, all, all.pValue()));
    if (slice != null) facts.put("correction", Report.provenance(slices(results, passes, rows, sentences)));
    return new Report(sentences, facts, List.of("slice", "items", "first", "second", "difference", "low", "high", "p"), rows);
  }

  private PairedResult test(Results results, boolean passes) {
    if (passes) return McNemar.midP().test(passed(results.firstScore()), passed(results.secondScore()));
    try (var bar = new ProgressBar("comparing")) {
      return PairedScores.compare(results.firstScore(), results.secondScore(), new Bootstrap(rounds, 0.95, new SplittableRandom(seed), bar));
    }
  }

  /** Adds a row for each slice that is large enough; answers how their p-values were corrected. */
  private Provenance slices(Results results, boolean passes, List<Object[]> rows, List<String> sentences) {
    var large = new ArrayList<Results>();
    var names = new ArrayList<String>();
    int small = 0;
    for (String name : new TreeSet<>(results.slice())) {
      Results of = results.only(name);
      if (of.items().size() < minimum) {
        small++;
        continue;
      }
      large.add(of);
      names.add(name);
    }
    List<PairedResult> found = large.stream().map(of -> test(of, passes)).toList();
    var corrected = Correction.BENJAMINI_HOCHBERG.adjust(found.stream().mapToDouble(PairedResult::pValue).toArray());
    double[] p = corrected.pValues();
    for (int s = 0; s < p.length; s++) rows.add(row(names.get(s), large.get(s), found.get(s), p[s]));
    long called = corrected.called(0.05);
    sentences.add(String.format("%,d slices compared, %,d differ (corrected p below 0.05)%s.", p.length, called,
        small == 0 ? "" : String.format("; %,d with fewer than %d items are not shown", small, minimum)));
    return corrected.provenance();
  }

  private static Object[] row(String name, Results results, PairedResult result, double p) {
    var interval = result.difference().known().flatMap(Estimate.Known::interval).orElse(null);
    return new Object[] {name, results.items().size(), Report.rounded(mean(results.firstScore())), Report.rounded(mean(results.secondScore())),
        result.difference().known().map(k -> Report.rounded(k.value())).orElse(null), interval == null ? null : Report.rounded(interval.low()),
        interval == null ? null : Report.rounded(interval.high()), p};
  }

  private static String verdict(Results results, PairedResult all) {
    if (!all.isSignificant(0.05)) return "That is no proof of a difference (at 5 % false alarms), nor proof that there is none: look at the interval.";
    boolean forFirst = all.difference().known().orElseThrow().value() > 0;
    return (forFirst ? results.first() : results.second()) + " scores higher, more surely than chance explains (at 5 % false alarms).";
  }

  /** How many items a difference of the size seen would need: the plan for the next experiment, not a judgment of this one. */
  private static String need(Results results, PairedResult all, boolean passes) {
    double difference = all.difference().known().orElseThrow().value();
    var plan = SampleSize.usual();
    double share = (double) all.differing() / results.items().size();
    var items = passes ? plan.paired((share + difference) / 2, (share - difference) / 2) : plan.pairedScores(difference, deviation(results));
    return items.known().map(n -> String.format(Locale.ROOT, "To see a difference of this size in 4 of 5 experiments takes %,.0f items.", n.value()))
        .orElse("The difference is zero, so no number of items would show one of its size.");
  }

  private static double deviation(Results results) {
    double[] apart = new double[results.items().size()];
    for (int i = 0; i < apart.length; i++) apart[i] = results.firstScore()[i] - results.secondScore()[i];
    double mean = mean(apart);
    return Math.sqrt(Arrays.stream(apart).map(d -> (d - mean) * (d - mean)).sum() / Math.max(1, apart.length - 1));
  }

  private static String shown(Estimate difference) {
    var known = difference.known().orElseThrow();
    return String.format(Locale.ROOT, "%+.4f", known.value())
        + known.interval().map(i -> String.format(Locale.ROOT, " [%+.4f, %+.4f] at %.0f %%", i.low(), i.high(), 100 * i.level())).orElse("");
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static boolean[] passed(double[] scores) {
    boolean[] passed = new boolean[scores.length];
    for (int i = 0; i < passed.length; i++) passed[i] = scores[i] == 1;
    return passed;
  }
}
