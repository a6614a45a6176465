package org.touchstone.statistics.consensus;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;
import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.Progress;
import org.touchstone.statistics.Provenance;

/**
 * Chooses, among several written answers to an item, the one most like all the others.
 *
 * <p>An answer's support is its mean similarity to the other answers, weighted by the reliability of their raters; a rater
 * is as reliable as its answers are like the others', shrunk to the crowd's mean, and the two are found in turn. Nothing new is
 * written: the result is always somebody's answer.
 *
 * @param similarity of two texts, from 0 (nothing alike) to 1 (the same)
 */
public record TextConsensus(ToDoubleBiFunction<String, String> similarity) {
  private static final int ROUNDS = 5;
  private static final double SHRINK = 3;
  private static final ToDoubleBiFunction<String, String> TRIGRAMS = TextConsensus::trigramSimilarity;

  private static final Estimate ALONE = Estimate.undefined("There is no other answer that it could be like.");

  /** With {@link #trigramSimilarity}. */
  public TextConsensus() {
    this(TRIGRAMS);
  }

  public record Answer(String item, String rater, String text) {}

  /**
   * @param support weighted mean similarity to the other answers, of how many; undefined where there is no other
   * @param answers how many there were
   */
  public record Choice(Answer answer, Estimate support, int answers) {}

  /** @param choices the best answer of each item, in order of appearance; the first of equals */
  public record Result(Map<String, Choice> choices, Provenance provenance) {}

  /** Without telling how far it is. */
  public Result estimate(Collection<Answer> answers) {
    return estimate(answers, Progress.SILENT);
  }

  /** @param progress told after each item whose answers were compared; of those left out when it is stopped the first answer stands */
  public Result estimate(Collection<Answer> answers, Progress progress) {
    var byItem = new LinkedHashMap<String, List<Answer>>();
    for (Answer answer : answers) byItem.computeIfAbsent(answer.item, i -> new ArrayList<>()).add(answer);
    var alike = new HashMap<String, double[][]>();
    boolean goesOn = true;
    for (var entry : byItem.entrySet()) {
      alike.put(entry.getKey(), goesOn ? similarities(entry.getValue()) : new double[entry.getValue().size()][entry.getValue().size()]);
      goesOn = goesOn && progress.report(alike.size(), byItem.size());
    }
    var reliability = new HashMap<String, Double>();
    for (int round = 0; round < ROUNDS; round++) reliability.putAll(reliabilities(byItem, alike, reliability));
    var chosen = new LinkedHashMap<String, Choice>();
    byItem.forEach((item, list) -> {
      int best = 0;
      double[] support = supports(list, alike.get(item), reliability);
      for (int a = 1; a < support.length; a++) if (support[a] > support[best] + 1e-12) best = a;
      chosen.put(item, new Choice(list.get(best), list.size() < 2 ? ALONE : Estimate.of(support[best], list.size() - 1), list.size()));
    });
    return new Result(chosen, Provenance.of("most-alike-text", Map.of("similarity", similarity == TRIGRAMS ? "trigrams" : "own", "rounds", "" + ROUNDS, "shrink", "" + SHRINK), answers.size()));
  }

  private double[][] similarities(List<Answer> list) {
    var alike = new double[list.size()][list.size()];
    for (int a = 0; a < alike.length; a++) {
      for (int b = a + 1; b < alike.length; b++) {
        alike[a][b] = alike[b][a] = Math.clamp(similarity.applyAsDouble(list.get(a).text, list.get(b).text), 0, 1);
      }
    }
    return alike;
  }

  private static double[] supports(List<Answer> list, double[][] alike, Map<String, Double> reliability) {
    var support = new double[list.size()];
    for (int a = 0; a < support.length; a++) {
      double sum = 0;
      double weight = 0;
      for (int b = 0; b < support.length; b++) {
        if (a == b) continue;
        double w = reliability.getOrDefault(list.get(b).rater, 1.0);
        sum += w * alike[a][b];
        weight += w;
      }
      support[a] = weight > 0 ? sum / weight : 1;
    }
    return support;
  }

  private static Map<String, Double> reliabilities(
      Map<String, List<Answer>> byItem, Map<String, double[][]> alike, Map<String, Double> before) {
    var sum = new HashMap<String, double[]>();
    double all = 0;
    double n = 0;
    for (var entry : byItem.entrySet()) {
      List<Answer> list = entry.getValue();
      if (list.size() < 2) continue;
      double[] support = supports(list, alike.get(entry.getKey()), before);
      for (int a = 0; a < support.length; a++) {
        double[] of = sum.computeIfAbsent(list.get(a).rater, r -> new double[2]);
        of[0] += support[a];
        of[1]++;
        all += support[a];
        n++;
      }
    }
    double mean = n > 0 ? all / n : 1;
    var reliability = new HashMap<String, Double>();
    sum.forEach((rater, of) -> reliability.put(rater, Math.max(1e-3, (of[0] + SHRINK * mean) / (of[1] + SHRINK))));
    return reliability;
  }

  /** Dice's coefficient of the two texts' character trigrams, blind to case and runs of space; 1 for equal texts. */
  public static double trigramSimilarity(String a, String b) {
    String one = plain(a);
    String two = plain(b);
    if (one.equals(two)) return 1;
    Map<String, Integer> left = trigrams(one);
    Map<String, Integer> right = trigrams(two);
    int shared = 0;
    for (var entry : left.entrySet()) shared += Math.min(entry.getValue(), right.getOrDefault(entry.getKey(), 0));
    int size = left.values().stream().mapToInt(Integer::intValue).sum() + right.values().stream().mapToInt(Integer::intValue).sum();
    return size == 0 ? 0 : 2.0 * shared / size;
  }

  private static String plain(String text) {
    return " " + text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ") + " ";
  }

  private static Map<String, Integer> trigrams(String text) {
    var grams = new HashMap<String, Integer>();
    for (int i = 0; i + 3 <= text.length(); i++) grams.merge(text.substring(i, i + 3), 1, Integer::sum);
    return grams;
  }
}
