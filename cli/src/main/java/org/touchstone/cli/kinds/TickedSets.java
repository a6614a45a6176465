package org.touchstone.cli.kinds;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.touchstone.cli.ProgressBar;
import org.touchstone.cli.Report;
import org.touchstone.cli.kinds.Kind.Asked;
import org.touchstone.cli.table.BadInput;
import org.touchstone.cli.table.Columns;
import org.touchstone.cli.table.EmptyFields;
import org.touchstone.cli.table.Rows;
import org.touchstone.cli.table.TableFile;
import org.touchstone.statistics.Bootstrap;
import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.LabelTable;
import org.touchstone.statistics.agreement.Agreement;
import org.touchstone.statistics.agreement.Distance;
import org.touchstone.statistics.agreement.Judgments;
import org.touchstone.statistics.agreement.KrippendorffAlpha;
import org.touchstone.statistics.consensus.Ibcc;
import org.touchstone.statistics.consensus.MultiLabel;

/** Several labels a judgment: {@code a;b}, {@code a|b} or a row for each; an empty field ticks nothing. */
final class TickedSets {
  private TickedSets() {}

  static Report aggregate(Asked asked) throws IOException {
    List<MultiLabel.Ticks> judgments = read(asked);
    MultiLabel.Result result;
    try (var bar = new ProgressBar("multi-label")) {
      result = new MultiLabel(new Ibcc(), asked.threshold()).estimate(judgments, bar);
    }
    var labels = new TreeSet<String>();
    judgments.forEach(ticks -> labels.addAll(ticks.labels()));
    var rows = new ArrayList<Object[]>();
    Map<String, Set<String>> answers = result.answers();
    result.probabilities().forEach((item, of) -> {
      double sure = of.values().stream().mapToDouble(p -> Math.max(p, 1 - p)).min().orElse(1);
      rows.add(new Object[] {item, String.join(";", answers.get(item)), Report.rounded(sure)});
    });
    long raters = judgments.stream().map(MultiLabel.Ticks::rater).distinct().count();
    var facts = new LinkedHashMap<String, Object>();
    facts.put("method", "multi-label");
    facts.put("judgments", judgments.size());
    facts.put("items", rows.size());
    facts.put("raters", raters);
    facts.put("labels", List.copyOf(labels));
    facts.put("threshold", asked.threshold());
    facts.put("settings", result.provenance().settings());
    facts.put("version", result.provenance().version());
    var sentences = new ArrayList<String>();
    sentences.add(String.format("multi-label: %,d judgments of %,d items by %,d raters, %,d labels", judgments.size(), rows.size(), raters, labels.size()));
    for (String label : labels) {
      long items = answers.values().stream().filter(a -> a.contains(label)).count();
      sentences.add(String.format(Locale.ROOT, "  %-20s %,9d items  %5.1f %%", label, items, 100.0 * items / rows.size()));
    }
    if (asked.gold() != null) compare(asked, answers, facts, sentences);
    return new Report(sentences, facts, List.of("task", "labels", "least_sure"), rows);
  }

  /**
   * How far raters tick alike: alpha over whole sets by the distance MASI (Passonneau 2006), which knows partial agreement, and
   * nominal alpha of each label by itself.
   */
  static Report agree(Asked asked, Bootstrap bootstrap) throws IOException {
    List<MultiLabel.Ticks> judgments = read(asked);
    var sets = new ArrayList<Set<String>>();
    var places = new LinkedHashMap<Set<String>, Integer>();
    var table = LabelTable.builder();
    var labels = new TreeSet<String>();
    for (var ticks : judgments) {
      int place = places.computeIfAbsent(ticks.labels(), set -> {
        sets.add(set);
        return sets.size() - 1;
      });
      table.add(ticks.item(), ticks.rater(), Integer.toString(place));
      labels.addAll(ticks.labels());
    }
    var masi = new KrippendorffAlpha(new Distance.Own("masi", (a, b) -> masi(sets.get((int) a), sets.get((int) b))));
    var codes = new double[sets.size()];
    Arrays.setAll(codes, c -> c);
    Agreement whole = measured(masi, Judgments.of(table.build(), codes), bootstrap);
    var rows = new ArrayList<Object[]>();
    rows.add(Report.coefficient("all labels", whole.value()));
    var sentences = new ArrayList<String>();
    sentences.add("krippendorff-alpha (masi): " + Report.shown(whole.value()));
    sentences.add(String.format("%,d judgments of %,d items were given to items judged twice or more, %,d labels; by label (nominal alpha, ticked or not):", whole.judgments(), whole.items(), labels.size()));
    for (String label : labels) {
      var one = LabelTable.builder();
      judgments.forEach(ticks -> one.add(ticks.item(), ticks.rater(), ticks.labels().contains(label) ? "ticked" : "not"));
      Estimate alpha = measured(KrippendorffAlpha.nominal(), Judgments.of(one.build()), bootstrap).value();
      long ticked = judgments.stream().filter(ticks -> ticks.labels().contains(label)).count();
      sentences.add(String.format(Locale.ROOT, "  %-20s ticked in %5.1f %%  %s", Report.shortened(label), 100.0 * ticked / judgments.size(), Report.shown(alpha)));
      rows.add(Report.coefficient(label, alpha));
    }
    var facts = new LinkedHashMap<String, Object>();
    facts.put("metric", "krippendorff-alpha (masi)");
    facts.put("judgments", judgments.size());
    facts.put("shared_items", whole.items());
    facts.put("settings", whole.provenance().settings());
    facts.put("version", whole.provenance().version());
    return new Report(sentences, facts, Report.COEFFICIENT, rows);
  }

  private static Agreement measured(KrippendorffAlpha alpha, Judgments judgments, Bootstrap bootstrap) {
    return bootstrap == null ? alpha.measure(judgments) : alpha.measure(judgments, bootstrap);
  }

  /** 1 - J M: J is the share of labels in common, M is 1 for equal sets, 2/3 for a part of the other, 1/3 for an overlap, else 0. */
  static double masi(Set<String> one, Set<String> other) {
    if (one.equals(other)) return 0;
    long common = one.stream().filter(other::contains).count();
    if (common == 0) return 1;
    double monotone = common == Math.min(one.size(), other.size()) ? 2.0 / 3 : 1.0 / 3;
    return 1 - monotone * common / (one.size() + other.size() - common);
  }

  private static List<MultiLabel.Ticks> read(Asked asked) throws IOException {
    var ticked = new LinkedHashMap<List<String>, Set<String>>();
    try (Rows rows = TableFile.open(asked.file())) {
      int item = Columns.find(rows, asked.columns().item, Columns.ITEM, "item", "--item");
      int rater = Columns.find(rows, asked.columns().rater, Columns.RATER, "rater", "--rater");
      int label = Columns.find(rows, asked.columns().label, Columns.LABELS, "labels", "--label");
      var empty = new EmptyFields(asked.columns().skipEmpty);
      long read = 0;
      while (rows.next()) {
        if (empty.leaveOut(rows, item, rater)) continue;
        read++;
        ticked.computeIfAbsent(List.of(rows.text(item), rows.text(rater)), key -> new LinkedHashSet<>()).addAll(split(rows.text(label)));
      }
      empty.tell();
      if (read > ticked.size()) {
        System.err.printf("%,d rows are joined with another of the same rater and item: their ticks count together.%n", read - ticked.size());
      }
    }
    if (ticked.isEmpty()) throw new BadInput(asked.file() + " has a header but no judgments");
    return ticked.entrySet().stream().map(e -> new MultiLabel.Ticks(e.getKey().get(0), e.getKey().get(1), e.getValue())).toList();
  }

  static Set<String> split(String text) {
    String bare = text.strip();
    boolean list = bare.startsWith("[") && bare.endsWith("]");
    if (list) bare = bare.substring(1, bare.length() - 1);
    return Arrays.stream(bare.split(list ? "," : "[;|]")).map(label -> label.strip().replaceAll("^[\"']|[\"']$", ""))
        .filter(label -> !label.isEmpty()).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static void compare(Asked asked, Map<String, Set<String>> answers, Map<String, Object> facts, List<String> sentences)
      throws IOException {
    var known = new LinkedHashMap<String, Set<String>>();
    try (Rows rows = TableFile.open(asked.gold())) {
      int item = Columns.find(rows, null, Columns.ITEM, "item", "--item");
      int label = Columns.find(rows, null, Columns.LABELS, "known labels", "--label");
      while (rows.next()) known.computeIfAbsent(rows.text(item), key -> new LinkedHashSet<>()).addAll(split(rows.text(label)));
    }
    known.keySet().retainAll(answers.keySet());
    if (known.isEmpty()) throw new BadInput(asked.gold() + ": none of its items is in " + asked.file() + "; are the items named alike in both?");
    long same = 0;
    long shared = 0;
    long said = 0;
    long wanted = 0;
    for (var entry : known.entrySet()) {
      Set<String> answer = answers.get(entry.getKey());
      if (answer.equals(entry.getValue())) same++;
      shared += answer.stream().filter(entry.getValue()::contains).count();
      said += answer.size();
      wanted += entry.getValue().size();
    }
    double f1 = said + wanted == 0 ? 1 : 2.0 * shared / (said + wanted);
    facts.put("exact", (double) same / known.size());
    facts.put("f1", f1);
    facts.put("gold_items", known.size());
    sentences.add(String.format(Locale.ROOT, "Against gold (%,d items): %.2f %% exactly alike, F1 over labels %.4f.", known.size(),
        100.0 * same / known.size(), f1));
  }
}
