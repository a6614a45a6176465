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
import org.touchstone.cli.table.JsonList;
import org.touchstone.cli.table.Rows;
import org.touchstone.cli.table.TableFile;
import org.touchstone.cli.table.TableWriter;
import org.touchstone.statistics.Bootstrap;
import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.LabelTable;
import org.touchstone.statistics.agreement.Agreement;
import org.touchstone.statistics.agreement.Distance;
import org.touchstone.statistics.agreement.Judgments;
import org.touchstone.statistics.agreement.KrippendorffAlpha;
import org.touchstone.statistics.consensus.Consensus;
import org.touchstone.statistics.consensus.ConsensusMethod;
import org.touchstone.statistics.consensus.Ibcc;
import org.touchstone.statistics.consensus.Methods;
import org.touchstone.statistics.consensus.MultiLabel;

/** Several labels a judgment: {@code a;b}, {@code a|b} or a row for each; an empty field ticks nothing. */
final class TickedSets {
  private TickedSets() {}

  static Report aggregate(Asked asked) throws IOException {
    ConsensusMethod method = decider(asked.method());
    List<MultiLabel.Ticks> judgments = read(asked);
    var labels = new TreeSet<String>();
    judgments.forEach(ticks -> labels.addAll(ticks.labels()));
    Map<String, Set<String>> known = asked.known() == null ? Map.of() : evidence(asked, judgments, labels);
    MultiLabel.Result result;
    try (var bar = new ProgressBar("multi-label")) {
      result = new MultiLabel(method, asked.threshold()).estimate(judgments, known, bar);
    }
    if (asked.workers() != null) writeSkills(asked.workers(), result.questions());
    var rows = new ArrayList<Object[]>();
    Map<String, Set<String>> answers = result.answers();
    result.probabilities().forEach((item, of) -> {
      double sure = of.values().stream().mapToDouble(p -> Math.max(p, 1 - p)).min().orElse(1);
      rows.add(new Object[] {item, String.join(";", answers.get(item)), Report.rounded(sure)});
    });
    long raters = judgments.stream().map(MultiLabel.Ticks::rater).distinct().count();
    var facts = new LinkedHashMap<String, Object>();
    facts.put("method", "multi-label");
    facts.put("decided_by", method.name());
    if (asked.known() != null) facts.put("known_items", known.size());
    facts.put("judgments", judgments.size());
    facts.put("items", rows.size());
    facts.put("raters", raters);
    facts.put("labels", List.copyOf(labels));
    facts.put("threshold", asked.threshold());
    facts.put("settings", result.provenance().settings());
    facts.put("version", result.provenance().version());
    var sentences = new ArrayList<String>();
    sentences.add(String.format("multi-label: %s, %s, each decided by %s", Report.counted(judgments.size(), rows.size(), raters), Report.counted(labels.size(), "label"), method.name()));
    if (asked.known() != null) sentences.add(String.format("%,d items have known labels, taken as evidence.", known.size()));
    for (String label : labels) {
      long items = answers.values().stream().filter(a -> a.contains(label)).count();
      sentences.add(String.format(Locale.ROOT, "  %-20s %,9d items  %5.1f %%", label, items, 100.0 * items / rows.size()));
    }
    if (asked.gold() != null) compare(asked, known.keySet(), answers, facts, sentences);
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
      Columns.requireApart(rows, item, rater, label);
      var empty = new EmptyFields(asked.columns().skipEmpty);
      long read = 0;
      while (rows.next()) {
        if (empty.leaveOut(rows, item, rater)) continue;
        read++;
        ticked.computeIfAbsent(List.of(rows.text(item), rows.text(rater)), key -> new LinkedHashSet<>()).addAll(ticks(rows, label));
      }
      empty.tell();
      if (read > ticked.size()) {
        System.err.printf("%,d rows are joined with another of the same rater and item: their ticks count together.%n", read - ticked.size());
      }
    }
    if (ticked.isEmpty()) throw new BadInput(asked.file() + " has a header but no judgments");
    return ticked.entrySet().stream().map(e -> new MultiLabel.Ticks(e.getKey().get(0), e.getKey().get(1), e.getValue())).toList();
  }

  /** What a field ticks: a list is taken as it is, a text is cut up. */
  private static List<String> ticks(Rows rows, int column) {
    return rows.list(column).map(TickedSets::cleaned).orElseGet(() -> split(rows.text(column)));
  }

  private static List<String> cleaned(List<String> labels) {
    return labels.stream().map(String::strip).filter(label -> !label.isEmpty()).toList();
  }

  /** {@code a;b}, {@code a|b}, or a list as JSON or Python write it. */
  static List<String> split(String text) {
    String bare = text.strip();
    boolean list = bare.startsWith("[") && bare.endsWith("]");
    if (list && JsonList.parsed(bare).isPresent()) return cleaned(JsonList.parsed(bare).orElseThrow());
    if (list) bare = bare.substring(1, bare.length() - 1);
    return Arrays.stream(bare.split(list ? "," : "[;|]")).map(label -> label.strip().replaceAll("^[\"']|[\"']$", ""))
        .filter(label -> !label.isEmpty()).toList();
  }

  private static ConsensusMethod decider(String name) {
    if (name == null) return new Ibcc();
    return Methods.named(name.toLowerCase(Locale.ROOT)).orElseThrow(() -> new BadInput("there is no method \"" + name
        + "\" for multi-label, where each label is a yes or no; there are " + String.join(", ", Methods.names())));
  }

  /** The known labels of items that were judged; labels that nobody ticked say nothing, and none at all is a mistake. */
  private static Map<String, Set<String>> evidence(Asked asked, List<MultiLabel.Ticks> judgments, Set<String> ticked) throws IOException {
    Map<String, Set<String>> known = known(asked.known());
    known.keySet().retainAll(judgments.stream().map(MultiLabel.Ticks::item).collect(Collectors.toSet()));
    requireItems(asked.known(), asked.file(), known);
    var labels = known.values().stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
    if (!labels.isEmpty() && labels.stream().noneMatch(ticked::contains)) {
      throw new BadInput(asked.known() + ": none of its labels (\"" + Report.shortened(labels.first()) + "\") was ever ticked in " + asked.file()
          + (ticked.isEmpty() ? "" : " (\"" + Report.shortened(ticked.iterator().next()) + "\")") + "; are the labels written alike in both?");
    }
    return known;
  }

  private static Map<String, Set<String>> known(String file) throws IOException {
    var known = new LinkedHashMap<String, Set<String>>();
    try (Rows rows = TableFile.open(file)) {
      int item = Columns.find(rows, null, Columns.ITEM, "item", "a header");
      int label = Columns.find(rows, null, Columns.LABELS, "known labels", "a header");
      while (rows.next()) {
        if (rows.isEmpty(item)) throw rows.bad(item, "it is empty");
        known.computeIfAbsent(rows.text(item), key -> new LinkedHashSet<>()).addAll(ticks(rows, label));
      }
    }
    return known;
  }

  private static void requireItems(String file, String judged, Map<String, Set<String>> known) {
    if (known.isEmpty()) throw new BadInput(file + ": none of its items is in " + judged + "; are the items named alike in both?");
  }

  /** A rater's skill at each label: how often their yes or no is right. */
  private static void writeSkills(String file, Map<String, Consensus> questions) throws IOException {
    try (var writer = new TableWriter(file, List.of("worker", "label", "skill", "low", "high", "judgments"))) {
      for (var question : questions.entrySet()) {
        Consensus consensus = question.getValue();
        int[] n = consensus.table().judgmentsPerRater();
        for (int r = 0; r < consensus.raters(); r++) {
          Estimate.Known skill = consensus.skill(r).known().orElse(null);
          var interval = skill == null ? null : skill.interval().orElse(null);
          writer.row(consensus.raterNames().name(r), question.getKey(), skill == null ? null : Report.rounded(skill.value()),
              interval == null ? null : Report.rounded(interval.low()), interval == null ? null : Report.rounded(interval.high()), n[r]);
        }
      }
      writer.finish();
    }
  }

  private static void compare(Asked asked, Set<String> evidence, Map<String, Set<String>> answers, Map<String, Object> facts, List<String> sentences)
      throws IOException {
    Map<String, Set<String>> known = known(asked.gold());
    known.keySet().retainAll(answers.keySet());
    requireItems(asked.gold(), asked.file(), known);
    known.keySet().removeAll(evidence);
    if (known.isEmpty()) throw new BadInput(asked.gold() + ": all of its items are known already by --known, so none is left to compare with");
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
