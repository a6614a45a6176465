package org.touchstone.statistics.consensus;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.touchstone.statistics.LabelTable;
import org.touchstone.statistics.Patience;
import org.touchstone.statistics.Progress;
import org.touchstone.statistics.Provenance;

/**
 * For judgments that tick any number of labels: each label is a question of its own, answered yes or no.
 *
 * <p>A rater who sees the item and does not tick the label says no. Labels are taken as independent.
 *
 * @param method answers each question
 * @param threshold a label belongs to the answer from this probability on, in (0, 1]
 */
public record MultiLabel(ConsensusMethod method, double threshold) {

  public MultiLabel {
    if (!(threshold > 0 && threshold <= 1)) throw new IllegalArgumentException("a threshold lies in (0, 1], got " + threshold);
  }

  public MultiLabel() {
    this(new Ibcc(), 0.5);
  }

  /** What one rater ticked, possibly nothing. */
  public record Ticks(String item, String rater, Set<String> labels) {
    public Ticks {
      labels = Set.copyOf(labels);
    }
  }

  /**
   * @param questions the question of each label that anybody ticked anywhere: "no" or "yes" of each item as class 0 or 1, and the raters' skills at it
   * @param probabilities for each item, in order of appearance, the probability of each of these labels
   * @param answers for each item the labels at or above the threshold
   */
  public record Result(Map<String, Consensus> questions, Map<String, Map<String, Double>> probabilities, Map<String, Set<String>> answers, Provenance provenance) {}

  /** @param progress told after each label and asked within one; stopped early, the labels not finished are left out */
  public Result estimate(Collection<Ticks> judgments, Progress progress) {
    return estimate(judgments, Map.of(), progress);
  }

  /** @param known the right labels of some items, taken as evidence; what is not among them is known to be wrong */
  public Result estimate(Collection<Ticks> judgments, Map<String, Set<String>> known, Progress progress) {
    var questions = questions(judgments, known, progress);
    var probabilities = new LinkedHashMap<String, Map<String, Double>>();
    for (Ticks ticks : judgments) probabilities.putIfAbsent(ticks.item, new LinkedHashMap<>());
    questions.forEach((label, consensus) -> {
      for (int i = 0; i < consensus.items(); i++) probabilities.get(consensus.itemNames().name(i)).put(label, consensus.posterior(i, 1));
    });
    var settings = new HashMap<>(Map.of("method", method.name(), "threshold", "" + threshold, "known", "" + known.size()));
    questions.values().stream().findFirst().ifPresent(any -> any.provenance().settings().forEach((name, value) -> settings.put("method." + name, value)));
    return new Result(questions, probabilities, answers(probabilities), Provenance.of("multi-label", settings, judgments.size()));
  }

  private Map<String, Consensus> questions(Collection<Ticks> judgments, Map<String, Set<String>> known, Progress progress) {
    var labels = new TreeSet<String>();
    for (Ticks ticks : judgments) labels.addAll(ticks.labels);
    var questions = new LinkedHashMap<String, Consensus>();
    var patience = new Patience(progress);
    for (String label : labels) {
      var builder = LabelTable.builder(List.of("no", "yes"));
      for (Ticks ticks : judgments) builder.add(ticks.item, ticks.rater, ticks.labels.contains(label) ? "yes" : "no");
      LabelTable table = builder.build();
      var evidence = new HashMap<String, String>();
      known.forEach((item, right) -> evidence.put(item, right.contains(label) ? "yes" : "no"));
      Consensus answered = method.estimate(table, Gold.of(table, evidence), patience.inside(questions.size(), labels.size()));
      if (patience.isOver()) break;
      questions.put(label, answered);
      if (!patience.report(questions.size(), labels.size())) break;
    }
    return questions;
  }

  private Map<String, Set<String>> answers(Map<String, Map<String, Double>> probabilities) {
    var answers = new LinkedHashMap<String, Set<String>>();
    probabilities.forEach((item, labels) -> {
      var chosen = new LinkedHashSet<String>();
      labels.forEach((label, p) -> {
        if (p >= threshold) chosen.add(label);
      });
      answers.put(item, chosen);
    });
    return answers;
  }
}
