package org.touchstone.platform.quality;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One order out of several: responses by their mean position (Borda's count); equal means share a rank. The probability
 * is the smallest share of raters, ties counting half, that put any two neighbours of this order the same way round. Where
 * no more than half put one response first there is no clear answer, however the means fall.
 */
final class Borda {
  private Borda() {}

  static ItemConsensus consensus(String criterion, Collection<Map<Integer, Integer>> orders) {
    var means = new TreeMap<Integer, Double>();
    for (var order : orders) order.forEach((response, position) -> means.merge(response, (double) position / orders.size(), Double::sum));
    var sorted = new ArrayList<>(means.keySet());
    sorted.sort(Comparator.<Integer>comparingDouble(means::get).thenComparing(Comparator.naturalOrder()));
    var answer = new StringBuilder();
    double least = 1;
    for (int i = 0; i < sorted.size(); i++) {
      boolean tied = i > 0 && means.get(sorted.get(i)) - means.get(sorted.get(i - 1)) < 1e-9;
      if (i > 0) answer.append(tied ? '=' : '>');
      answer.append(sorted.get(i));
      if (i > 0) least = Math.min(least, tied ? equal(orders, sorted.get(i - 1), sorted.get(i)) : support(orders, sorted.get(i - 1), sorted.get(i)));
    }
    var distribution = new LinkedHashMap<String, Double>();
    means.forEach((response, mean) -> distribution.put(response.toString(), Math.round((mean + 1) * 1000) / 1000.0));
    boolean contested = orders.size() > 1 && (least <= 0.5 || mostFirsts(orders, sorted) <= 0.5);
    return new ItemConsensus(criterion, null, null, answer.toString(), Math.round(least * 10_000) / 10_000.0, orders.size(), distribution,
        contested ? null : answer.toString(), "borda", contested);
  }

  /** The largest share of raters that hold one response for the best, alone or beside others. */
  private static double mostFirsts(Collection<Map<Integer, Integer>> orders, Collection<Integer> responses) {
    double most = 0;
    for (int response : responses) {
      long firsts = orders.stream().filter(order -> order.getOrDefault(response, -1).equals(Collections.min(order.values()))).count();
      most = Math.max(most, (double) firsts / orders.size());
    }
    return most;
  }

  /** The share of raters that hold two responses for equal, so that opposite orders do not pass for agreement. */
  private static double equal(Collection<Map<Integer, Integer>> orders, int one, int other) {
    return (double) orders.stream().filter(order -> order.getOrDefault(one, 0).equals(order.getOrDefault(other, 0))).count() / orders.size();
  }

  private static double support(Collection<Map<Integer, Integer>> orders, int better, int worse) {
    double support = 0;
    for (var order : orders) {
      int apart = Integer.compare(order.getOrDefault(worse, 0), order.getOrDefault(better, 0));
      support += apart > 0 ? 1 : apart == 0 ? 0.5 : 0;
    }
    return support / orders.size();
  }

  /** Positions as judgments of each response, for the agreement of ranks. */
  static List<double[]> positions(Map<Integer, Map<Integer, Integer>> byRater, int firstUnit) {
    var rows = new ArrayList<double[]>();
    byRater.forEach((rater, order) -> order.forEach((response, position) -> rows.add(new double[] {firstUnit + response, rater, position})));
    return rows;
  }
}
