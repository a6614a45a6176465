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
import org.touchstone.statistics.consensus.Ibcc;
import org.touchstone.statistics.consensus.MultiLabel;

/** Several labels a judgment: {@code a;b}, {@code a|b} or a row for each; an empty field ticks nothing. */
final class TickedSets {
  private TickedSets() {}

  static Report aggregate(Asked asked) throws IOException {
    List<MultiLabel.Ticks> judgments = read(asked);
    Map<String, Map<String, Double>> probabilities;
    try (var bar = new ProgressBar("multi-label")) {
      probabilities = new MultiLabel(new Ibcc(), asked.threshold()).probabilities(judgments, bar);
    }
    var labels = new TreeSet<String>();
    judgments.forEach(ticks -> labels.addAll(ticks.labels()));
    var rows = new ArrayList<Object[]>();
    var answers = new LinkedHashMap<String, Set<String>>();
    probabilities.forEach((item, of) -> {
      Set<String> answer = new LinkedHashSet<>();
      double sure = 1;
      for (var label : of.entrySet()) {
        if (label.getValue() >= asked.threshold()) answer.add(label.getKey());
        sure = Math.min(sure, Math.max(label.getValue(), 1 - label.getValue()));
      }
      answers.put(item, answer);
      rows.add(new Object[] {item, String.join(";", answer), Report.rounded(sure)});
    });
    long raters = judgments.stream().map(MultiLabel.Ticks::rater).distinct().count();
    var facts = new LinkedHashMap<String, Object>();
    facts.put("method", "multi-label");
    facts.put("judgments", judgments.size());
    facts.put("items", rows.size());
    facts.put("raters", raters);
    facts.put("labels", List.copyOf(labels));
    facts.put("threshold", asked.threshold());
    var sentences = new ArrayList<String>();
    sentences.add(String.format("multi-label: %,d judgments of %,d items by %,d raters, %,d labels", judgments.size(), rows.size(), raters, labels.size()));
    for (String label : labels) {
      long items = answers.values().stream().filter(a -> a.contains(label)).count();
      sentences.add(String.format(Locale.ROOT, "  %-20s %,9d items  %5.1f %%", label, items, 100.0 * items / rows.size()));
    }
    if (asked.gold() != null) compare(asked, answers, facts, sentences);
    return new Report(sentences, facts, List.of("task", "labels", "least_sure"), rows);
  }

  private static List<MultiLabel.Ticks> read(Asked asked) throws IOException {
    var ticked = new LinkedHashMap<List<String>, Set<String>>();
    try (Rows rows = TableFile.open(asked.file())) {
      int item = Columns.find(rows, asked.columns().item, Columns.ITEM, "item", "--item");
      int rater = Columns.find(rows, asked.columns().rater, Columns.RATER, "rater", "--rater");
      int label = Columns.find(rows, asked.columns().label, Columns.LABELS, "labels", "--label");
      var empty = new EmptyFields(asked.columns().skipEmpty);
      while (rows.next()) {
        if (empty.leaveOut(rows, item, rater)) continue;
        ticked.computeIfAbsent(List.of(rows.text(item), rows.text(rater)), key -> new LinkedHashSet<>()).addAll(split(rows.text(label)));
      }
      empty.tell();
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
