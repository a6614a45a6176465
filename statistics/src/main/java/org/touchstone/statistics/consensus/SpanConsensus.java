package org.touchstone.statistics.consensus;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.touchstone.statistics.Provenance;

/**
 * Which stretches of a text enough raters marked, character by character, category by category.
 *
 * <p>A character belongs to the answer where the weights of the raters who marked it reach {@code threshold} of the weights
 * of all who looked at the text; neighbouring characters form one span, whose support is the mean of theirs.
 *
 * @param threshold share of the raters needed, in (0, 1]
 */
public record SpanConsensus(double threshold) {
  private static final double TIE = 1e-9;

  public SpanConsensus {
    if (!(threshold > 0 && threshold <= 1)) throw new IllegalArgumentException("a threshold lies in (0, 1], got " + threshold);
  }

  /** With half of the raters. */
  public SpanConsensus() {
    this(0.5);
  }

  /**
   * A marked stretch.
   *
   * @param from first character
   * @param to one past the last character, above {@code from}
   */
  public record Span(String rater, int from, int to, String category) {
    public Span {
      if (from < 0 || to <= from) throw new IllegalArgumentException("a span needs 0 <= from < to, got " + from + " and " + to);
    }
  }

  /** @param support share of the raters' weight behind it */
  public record Agreed(int from, int to, String category, double support) {}

  /** @param spans by category and place */
  public record Result(List<Agreed> spans, Provenance provenance) {}

  /** With raters of equal weight. */
  public Result estimate(Set<String> raters, Collection<Span> spans) {
    return estimate(raters, spans, Map.of());
  }

  /**
   * @param raters all who looked at the text, those too who marked nothing
   * @param spans what they marked; spans of others are left out
   * @param weight of a rater, 1 where it is not given
   */
  public Result estimate(Set<String> raters, Collection<Span> spans, Map<String, Double> weight) {
    return new Result(agree(raters, spans, weight), Provenance.of("character-majority", Map.of("threshold", "" + threshold), spans.size()));
  }

  private List<Agreed> agree(Set<String> raters, Collection<Span> spans, Map<String, Double> weight) {
    double all = raters.stream().mapToDouble(r -> weight.getOrDefault(r, 1.0)).sum();
    var agreed = new ArrayList<Agreed>();
    if (!(all > 0)) return agreed;
    var categories = new TreeSet<String>();
    for (Span span : spans) if (raters.contains(span.rater)) categories.add(span.category);
    for (String category : categories) agreed.addAll(ofCategory(category, raters, spans, weight, all));
    return agreed;
  }

  private List<Agreed> ofCategory(
      String category, Set<String> raters, Collection<Span> spans, Map<String, Double> weight, double all) {
    var edges = new TreeMap<Integer, Set<String>>();
    for (Span span : spans) {
      if (!span.category.equals(category) || !raters.contains(span.rater)) continue;
      edges.put(span.from, new HashSet<>());
      edges.put(span.to, new HashSet<>());
    }
    for (Span span : spans) {
      if (!span.category.equals(category) || !raters.contains(span.rater)) continue;
      edges.subMap(span.from, span.to).values().forEach(marked -> marked.add(span.rater));
    }
    var agreed = new ArrayList<Agreed>();
    int begin = -1;
    double support = 0;
    for (var edge : edges.entrySet()) {
      double share = edge.getValue().stream().mapToDouble(r -> weight.getOrDefault(r, 1.0)).sum() / all;
      boolean inside = share > 0 && share >= threshold - TIE;
      if (begin >= 0 && !inside) {
        agreed.add(new Agreed(begin, edge.getKey(), category, support / (edge.getKey() - begin)));
        begin = -1;
      }
      if (!inside) continue;
      if (begin < 0) {
        begin = edge.getKey();
        support = 0;
      }
      support += share * (edges.higherKey(edge.getKey()) - edge.getKey());
    }
    return agreed;
  }
}
