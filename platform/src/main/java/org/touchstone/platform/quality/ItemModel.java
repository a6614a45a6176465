package org.touchstone.platform.quality;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.touchstone.platform.shared.ItemId;

/** All that was said about one item, and what follows from it. */
final class ItemModel {
  /** A unit with the question it answers. */
  record Asked(QuestionModel model, QuestionModel.Unit unit) {}

  private final ItemId id;
  private final List<Asked> asked = new ArrayList<>(2);
  private final Map<String, Map<Integer, Map<Integer, Integer>>> ranks = new HashMap<>(0);
  private final Map<Integer, Double> met = new HashMap<>(4);
  private Map<String, Double> stored = Map.of();
  private String method = "dawid-skene";

  ItemModel(ItemId id) {
    this.id = id;
  }

  Asked asked(QuestionModel model, int response) {
    for (var one : asked) if (one.model() == model && one.unit().response == response) return one;
    var one = new Asked(model, model.unit(id, response));
    asked.add(one);
    return one;
  }

  void rank(String criterion, int rater, int response, int position) {
    ranks.computeIfAbsent(criterion, any -> new TreeMap<>()).computeIfAbsent(rater, any -> new TreeMap<>()).put(response, position);
  }

  void withdraw(int rater) {
    asked.forEach(one -> one.unit().remove(rater));
    ranks.values().forEach(orders -> orders.remove(rater));
    ranks.values().removeIf(Map::isEmpty);
  }

  Map<String, Map<Integer, Map<Integer, Integer>>> ranks() {
    return ranks;
  }

  void known(String how) {
    method = how;
  }

  void forgetKnown() {
    method = "dawid-skene";
    asked.forEach(one -> one.unit().known = org.touchstone.statistics.consensus.Gold.UNKNOWN);
  }

  void refresh() {
    asked.forEach(one -> one.model().refresh(one.unit()));
  }

  /**
   * For each rater the share of answers that the others alone would have led to; only where two others answered at
   * least, and not where the answer is known, since that is counted as gold.
   */
  Map<Integer, Double> met() {
    var hits = new HashMap<Integer, double[]>();
    for (var one : asked) {
      var unit = one.unit();
      if (unit.n < 3 || unit.known >= 0) continue;
      for (int v = 0; v < unit.n; v++) {
        double[] sum = hits.computeIfAbsent(unit.raters[v], any -> new double[2]);
        sum[0] += one.model().metByOthers(unit, v);
        sum[1]++;
      }
    }
    var shares = new HashMap<Integer, Double>();
    hits.forEach((rater, sum) -> shares.put(rater, sum[0] / sum[1]));
    return shares;
  }

  /** The shares as they were last added to the raters' sums. */
  Map<Integer, Double> counted() {
    return met;
  }

  void counted(Map<Integer, Double> shares) {
    met.clear();
    met.putAll(shares);
  }

  /** Whether anything worth storing differs from what is stored. */
  boolean moved(List<ItemConsensus> now) {
    if (now.size() != stored.size()) return true;
    for (var consensus : now) {
      Double before = stored.get(signature(consensus));
      if (before == null || Math.abs(before - consensus.probability()) > 0.005) return true;
    }
    return false;
  }

  void stored(List<ItemConsensus> now) {
    stored = new HashMap<>();
    now.forEach(consensus -> stored.put(signature(consensus), consensus.probability()));
  }

  static String signature(ItemConsensus consensus) {
    return consensus.criterion() + "/" + consensus.response() + "/" + consensus.part() + "/" + consensus.n() + "/" + consensus.method() + "/" + consensus.answer();
  }

  List<ItemConsensus> consensus() {
    var single = new ArrayList<ItemConsensus>();
    var several = new LinkedHashMap<String, List<Asked>>();
    for (var one : asked) {
      if (one.unit().n == 0 && one.unit().known < 0) continue;
      var question = one.model().question();
      if (question.option() == null) single.add(oneAnswer(question, one.unit()));
      else several.computeIfAbsent(question.criterion() + "/" + one.unit().response, any -> new ArrayList<>()).add(one);
    }
    several.values().forEach(options -> single.add(severalAnswers(options)));
    ranks.forEach((criterion, orders) -> single.add(Borda.consensus(criterion, orders.values())));
    return single;
  }

  private ItemConsensus oneAnswer(Question question, QuestionModel.Unit unit) {
    double[] p = unit.posterior;
    int best = question.level() == Question.Level.ORDINAL ? median(p) : top(p);
    var distribution = new LinkedHashMap<String, Double>();
    for (int k = 0; k < p.length; k++) if (p[k] >= 0.0005) distribution.put(question.classes().get(k), rounded(p[k]));
    String majority = majority(question, unit);
    double certain = p[best];
    if (question.level() == Question.Level.ORDINAL) {
      certain = (best > 0 ? p[best - 1] : 0) + p[best] + (best + 1 < p.length ? p[best + 1] : 0);
    }
    boolean contested = unit.known < 0 && unit.n > 1
        && (certain < ItemConsensus.CLEAR || majority == null && question.level() != Question.Level.ORDINAL);
    return new ItemConsensus(question.criterion(), Vote.responseOf(unit.response), Vote.partOf(unit.response), question.classes().get(best), rounded(p[best]), unit.n, distribution,
        majority, method, contested);
  }

  private ItemConsensus severalAnswers(List<Asked> options) {
    var chosen = new ArrayList<String>();
    var agreed = new ArrayList<String>();
    var distribution = new LinkedHashMap<String, Double>();
    double least = 1;
    boolean contested = false;
    int n = 0;
    for (var one : options) {
      String option = one.model().question().option();
      double yes = one.unit().posterior[1];
      distribution.put(option, rounded(yes));
      if (yes >= 0.5) chosen.add(option);
      if (Question.YES.equals(majority(one.model().question(), one.unit()))) agreed.add(option);
      least = Math.min(least, Math.max(yes, 1 - yes));
      n = Math.max(n, one.unit().n);
      contested |= one.unit().known < 0 && one.unit().n > 1 && Math.max(yes, 1 - yes) < ItemConsensus.CLEAR;
    }
    var first = options.getFirst();
    return new ItemConsensus(first.model().question().criterion(), Vote.responseOf(first.unit().response), null, String.join("|", chosen), rounded(least), n,
        distribution, String.join("|", agreed), method, contested);
  }

  private static String majority(Question question, QuestionModel.Unit unit) {
    int[] votes = new int[question.classes().size()];
    for (int v = 0; v < unit.n; v++) votes[unit.labels[v]]++;
    for (int k = 0; k < votes.length; k++) if (votes[k] * 2 > unit.n) return question.classes().get(k);
    return null;
  }

  private static int top(double[] p) {
    int best = 0;
    for (int k = 1; k < p.length; k++) if (p[k] > p[best] + 1e-9) best = k;
    return best;
  }

  private static int median(double[] p) {
    double sum = 0;
    for (int k = 0; k < p.length; k++) if ((sum += p[k]) >= 0.5) return k;
    return p.length - 1;
  }

  private static double rounded(double p) {
    return Math.round(p * 10_000) / 10_000.0;
  }

  List<Asked> asked() {
    return asked;
  }
}
