package org.touchstone.statistics.agreement;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.touchstone.statistics.Bootstrap;
import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.Provenance;

/**
 * How far raters mark the same spans: F1 of each pair of raters, one taken as truth for the other, pooled over pairs
 * and documents.
 *
 * <pre>F1 = 2 Σ matched / Σ (spans of one + spans of the other)</pre>
 *
 * <p>It does not count the text that nobody marked, so no correction for chance is needed where spans are rare
 * (Hripcsak and Rothschild, 2005). Undefined where no document has two readers, and where none of them marked
 * anything.
 */
public record SpanF1(Match match) {
  /** When two spans of one category are the same. */
  public enum Match {
    /** Same begin and same end. */
    EXACT,
    /** At least one character in common; each span is matched once, from left to right. */
    OVERLAP,
    /** Not spans but their characters are matched. */
    CHARACTERS
  }

  private record Sums(double[] matched, double[] marked, int documents) {}

  public Agreement measure(Spans spans) {
    return measured(spans, null);
  }

  /** With a percentile interval from drawing whole documents again. */
  public Agreement measure(Spans spans, Bootstrap bootstrap) {
    return measured(spans, bootstrap);
  }

  private Agreement measured(Spans spans, Bootstrap bootstrap) {
    Sums sums = sums(spans);
    var provenance = Provenance.of("span-f1", Map.of("match", match.name().toLowerCase(Locale.ROOT)), spans.size());
    double matched = 0;
    double marked = 0;
    for (int d = 0; d < sums.documents; d++) {
      matched += sums.matched[d];
      marked += sums.marked[d];
    }
    Estimate value;
    if (sums.documents == 0) value = Estimate.undefined(
        "No document was read by two raters, so there is nothing to compare.");
    else if (marked == 0) value = Estimate.undefined("Nobody marked anything, so there are no spans to compare.");
    else value = Estimate.of(2 * matched / marked, sums.documents);
    var point = new Agreement(value, sums.documents, spans.size(), provenance);
    return bootstrap == null || !value.isKnown() ? point : point.with(drawn(sums, bootstrap), bootstrap.level());
  }

  /** The figure of each draw, as many as there was time for. */
  private static double[] drawn(Sums sums, Bootstrap bootstrap) {
    double[] replicates = new double[bootstrap.rounds()];
    int drawn = 0;
    while (drawn < replicates.length) {
      double matched = 0;
      double marked = 0;
      for (int d = 0; d < sums.documents; d++) {
        int chosen = bootstrap.random().nextInt(sums.documents);
        matched += sums.matched[chosen];
        marked += sums.marked[chosen];
      }
      replicates[drawn++] = marked == 0 ? Double.NaN : 2 * matched / marked;
      if (!bootstrap.progress().report(drawn, replicates.length)) break;
    }
    return Arrays.copyOf(replicates, drawn);
  }

  private Sums sums(Spans spans) {
    double[] matched = new double[spans.documents().size()];
    double[] marked = new double[matched.length];
    int documents = 0;
    for (var document : spans.documents()) {
      var pages = document.pages();
      if (pages.size() < 2) continue;
      for (int a = 0; a < pages.size(); a++) {
        for (int b = 0; b < a; b++) {
          matched[documents] += matched(pages.get(a).spans(), pages.get(b).spans());
          marked[documents] += marked(pages.get(a).spans()) + marked(pages.get(b).spans());
        }
      }
      documents++;
    }
    return new Sums(matched, marked, documents);
  }

  private double marked(List<Spans.Span> spans) {
    if (match != Match.CHARACTERS) return spans.size();
    return characters(spans, spans);
  }

  private double matched(List<Spans.Span> one, List<Spans.Span> other) {
    if (match == Match.CHARACTERS) return characters(one, other);
    boolean[] taken = new boolean[other.size()];
    int matched = 0;
    for (var span : one.stream().sorted(Comparator.comparingInt(Spans.Span::end)).toList()) {
      int best = -1;
      for (int o = 0; o < taken.length; o++) {
        if (!taken[o] && same(span, other.get(o)) && (best < 0 || other.get(o).end() < other.get(best).end())) best = o;
      }
      if (best < 0) continue;
      taken[best] = true;
      matched++;
    }
    return matched;
  }

  private boolean same(Spans.Span a, Spans.Span b) {
    if (a.category() != b.category()) return false;
    return match == Match.EXACT ? a.start() == b.start() && a.end() == b.end() : a.start() < b.end()
        && b.start() < a.end();
  }

  /** Characters that both mark with the same category, each counted once a category. */
  private static double characters(List<Spans.Span> one, List<Spans.Span> other) {
    double common = 0;
    int categories = 0;
    for (var span : one) categories = Math.max(categories, span.category() + 1);
    for (int c = 0; c < categories; c++) common += Stretch.common(Stretch.of(one, c), Stretch.of(other, c));
    return common;
  }
}
