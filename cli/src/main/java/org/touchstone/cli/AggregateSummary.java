package org.touchstone.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.consensus.Consensus;
import tools.jackson.databind.json.JsonMapper;

/**
 * What came out of an aggregation, for the screen or as JSON.
 *
 * @param neverGiven known answers that no rater gave to any item
 */
record AggregateSummary(Consensus consensus, Estimate accuracy, List<String> neverGiven) {
  private static final int SHOWN_CLASSES = 20;
  private static final int SHOWN_ITEMS = 10;
  private static final int SHOWN_RATERS = 3;

  void print(PrintWriter out, boolean showAnswers) {
    var table = consensus.table();
    out.println(consensus.provenance().method() + ": " + Report.counted(table) + ", " + Report.counted(table.classes(), "class"));
    if (!consensus.remark().isEmpty()) out.println(consensus.remark());
    int[] perClass = new int[consensus.classes()];
    for (int i = 0; i < consensus.items(); i++) perClass[consensus.best(i)]++;
    int[] shown = IntStream.range(0, perClass.length).toArray();
    if (shown.length > SHOWN_CLASSES) shown = IntStream.of(shown).boxed().sorted(Comparator.comparingInt(k -> -perClass[k])).mapToInt(k -> k).limit(SHOWN_CLASSES).toArray();
    for (int k : shown) {
      out.printf("  %-20s %,9d %s  %5.1f %%%n", Report.shortened(consensus.classNames().name(k)), perClass[k], perClass[k] == 1 ? "item " : "items", 100.0 * perClass[k] / consensus.items());
    }
    if (perClass.length > SHOWN_CLASSES) out.printf("  ... %,d more classes%n", perClass.length - SHOWN_CLASSES);
    int repeats = table.repeats();
    if (repeats > 0) out.println(repeats == 1 ? "1 judgment repeats a rater's own on the same item and counts as one more judgment."
        : String.format("%,d judgments repeat a rater's own on the same item; each counts as one more judgment.", repeats));
    if (shared() == 0) out.println("No item was judged by two raters or more, so each answer is what its rater said, and how sure it is cannot be told.");
    else out.printf(Locale.ROOT, "Sure (95 %% or more): %.1f %% of items.  Ties: %,d.%n", 100 * sure(), ties());
    if (accuracy != null) printAccuracy(out);
    printRaters(out);
    if (showAnswers) printAnswers(out);
  }

  private void printAccuracy(PrintWriter out) {
    switch (accuracy) {
      case Estimate.Known known -> out.printf(Locale.ROOT, "Accuracy against gold: %.2f %% of %,d items.%n", 100 * known.value(), known.n());
      case Estimate.Undefined undefined -> out.println("Accuracy against gold: undefined, " + undefined.because() + ".");
    }
    if (!neverGiven.isEmpty()) {
      out.println("No rater ever gave the known answer " + neverGiven.stream().limit(SHOWN_RATERS).map(a -> '"' + Report.shortened(a) + '"').collect(Collectors.joining(", "))
          + (neverGiven.size() > SHOWN_RATERS ? ", ..." : "") + "; its items count as wrong. Are the labels written alike in both files?");
    }
  }

  private void printRaters(PrintWriter out) {
    Integer[] known = IntStream.range(0, consensus.raters()).filter(r -> consensus.skill(r).isKnown()).boxed().toArray(Integer[]::new);
    if (known.length == 0) return;
    Arrays.sort(known, Comparator.comparingDouble(r -> -skill(r).value()));
    out.println("Raters by share of right answers (95 % interval):");
    int shown = known.length <= 2 * SHOWN_RATERS ? known.length : SHOWN_RATERS;
    for (int x = 0; x < shown; x++) printRater(out, known[x]);
    if (shown == known.length) return;
    out.println("  ...");
    for (int x = known.length - SHOWN_RATERS; x < known.length; x++) printRater(out, known[x]);
  }

  private void printRater(PrintWriter out, int rater) {
    Estimate.Known skill = skill(rater);
    String interval = skill.interval().map(i -> String.format(Locale.ROOT, "[%.3f, %.3f]", i.low(), i.high())).orElse("");
    out.printf(Locale.ROOT, "  %-24s %.3f %s  %,d judgments%n", Report.shortened(consensus.raterNames().name(rater)), skill.value(), interval, skill.n());
  }

  private Estimate.Known skill(int rater) {
    return consensus.skill(rater).known().orElseThrow();
  }

  private void printAnswers(PrintWriter out) {
    out.println("task,label,probability");
    for (int i = 0; i < Math.min(SHOWN_ITEMS, consensus.items()); i++) {
      out.printf(Locale.ROOT, "%s,%s,%.4f%n", Report.shortened(consensus.itemNames().name(i)), Report.shortened(consensus.classNames().name(consensus.best(i))), consensus.probability(i));
    }
    if (consensus.items() > SHOWN_ITEMS) out.printf("... %,d more; write them all with --out FILE%n", consensus.items() - SHOWN_ITEMS);
  }

  /** How many items at least two raters judged. */
  private long shared() {
    var table = consensus.table();
    long shared = 0;
    for (int i = 0; i < table.items(); i++) {
      int j = table.from(i);
      while (j < table.to(i) && table.rater(j) == table.rater(table.from(i))) j++;
      if (j < table.to(i)) shared++;
    }
    return shared;
  }

  private double sure() {
    return (double) IntStream.range(0, consensus.items()).filter(i -> consensus.probability(i) >= 0.95).count() / consensus.items();
  }

  private long ties() {
    return IntStream.range(0, consensus.items()).filter(consensus::isTie).count();
  }

  String json() {
    var table = consensus.table();
    var summary = new LinkedHashMap<String, Object>();
    summary.put("method", consensus.provenance().method());
    summary.put("settings", consensus.provenance().settings());
    summary.put("version", consensus.provenance().version());
    summary.put("judgments", table.size());
    summary.put("items", table.items());
    summary.put("raters", table.raters());
    summary.put("classes", Arrays.asList(consensus.classNames().toArray()));
    summary.put("shared_items", shared());
    summary.put("repeats", table.repeats());
    summary.put("sure", sure());
    summary.put("ties", ties());
    if (!consensus.remark().isEmpty()) summary.put("remark", consensus.remark());
    if (accuracy != null) summary.put("accuracy", accuracy.known().map(Estimate.Known::value).orElse(null));
    if (accuracy instanceof Estimate.Undefined undefined) summary.put("accuracy_undefined", undefined.because());
    if (accuracy != null) summary.put("accuracy_items", accuracy.known().map(Estimate.Known::n).orElse(0L));
    if (!neverGiven.isEmpty()) summary.put("known_answers_never_given", neverGiven);
    double[] trace = consensus.trace();
    if (trace.length > 0) summary.put("objective", trace[trace.length - 1]);
    if (trace.length > 0) summary.put("sweeps", trace.length);
    return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(summary);
  }
}
