package org.touchstone.statistics.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.touchstone.statistics.Bootstrap;
import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.Provenance;

/**
 * Krippendorff's alpha for marked text, where raters first choose what to mark and then how to call it: nominal alpha
 * with every character as an item and 'not marked' as a value, after Krippendorff, Mathet, Bouvry and Widlöcher
 * (2016), computed by lengths of stretches, never character by character. A character that one rater marks twice
 * carries the set of its categories.
 *
 * <p>Long documents weigh more. Undefined where no document has two readers and where all read text is marked alike, in
 * particular where nobody marked anything: an empty page is no proof of skill. Documents read once count for nothing.
 */
public record UnitisedAlpha() {
  public Agreement measure(Spans spans) {
    return measured(spans, null);
  }

  /** With a percentile interval from drawing whole documents again. */
  public Agreement measure(Spans spans, Bootstrap bootstrap) {
    return measured(spans, bootstrap);
  }

  /** The characters of each pattern in one document. */
  private record Lengths(int[] pattern, long[] characters) {}

  private Agreement measured(Spans spans, Bootstrap bootstrap) {
    var patterns = new Patterns();
    Map<List<Integer>, Integer> codes = new HashMap<>();
    List<Lengths> documents = new ArrayList<>();
    for (var document : spans.documents()) {
      if (document.pages().size() >= 2 && document.length() > 0) documents.add(cut(document, patterns, codes));
    }
    double[] scale = new double[codes.size()];
    var disagreement = new Disagreement(scale, patterns, Distance.Level.NOMINAL);
    double alpha = documents.isEmpty() ? Double.NaN : disagreement.alpha(patterns.items());
    Estimate value;
    if (documents.isEmpty()) value = Estimate.undefined(
        "No document was read by two raters, so there is nothing to compare.");
    else if (!Double.isFinite(alpha)) value = Estimate.undefined(
        "All text was marked alike, so agreement cannot be told from chance.");
    else value = Estimate.of(alpha, documents.size());
    var point = new Agreement(value, documents.size(), spans.size(), Provenance.of("unitised-alpha", Map.of(), spans.size()));
    return bootstrap == null || !value.isKnown() ? point
        : point.with(drawn(disagreement, documents, patterns.patterns(), bootstrap), bootstrap.level());
  }

  /** Alpha of each draw, as many as there was time for. */
  private static double[] drawn(Disagreement disagreement, List<Lengths> documents, int patterns,
      Bootstrap bootstrap) {
    double[] replicates = new double[bootstrap.rounds()];
    long[] weights = new long[patterns];
    int drawn = 0;
    while (drawn < replicates.length) {
      Arrays.fill(weights, 0);
      for (int d = 0; d < documents.size(); d++) {
        var chosen = documents.get(bootstrap.random().nextInt(documents.size()));
        for (int p = 0; p < chosen.pattern.length; p++) weights[chosen.pattern[p]] += chosen.characters[p];
      }
      replicates[drawn++] = disagreement.alpha(weights);
      if (!bootstrap.progress().report(drawn, replicates.length)) break;
    }
    return Arrays.copyOf(replicates, drawn);
  }

  /** Cuts a document wherever any rater's span begins or ends; between two cuts everybody says one thing. */
  private static Lengths cut(Spans.Document document, Patterns patterns, Map<List<Integer>, Integer> codes) {
    var cuts = new TreeSet<>(List.of(0, document.length()));
    for (var page : document.pages()) {
      for (var span : page.spans()) {
        cuts.add(span.start());
        cuts.add(span.end());
      }
    }
    int[] at = cuts.stream().mapToInt(Integer::intValue).toArray();
    int[] pattern = new int[at.length - 1];
    long[] characters = new long[at.length - 1];
    int[] said = new int[document.pages().size()];
    for (int piece = 0; piece + 1 < at.length; piece++) {
      for (int r = 0; r < said.length; r++) {
        var categories = new TreeSet<Integer>();
        for (var span : document.pages().get(r).spans()) {
          if (span.start() <= at[piece] && at[piece] < span.end()) categories.add(span.category());
        }
        said[r] = codes.computeIfAbsent(List.copyOf(categories), key -> codes.size());
      }
      characters[piece] = at[piece + 1] - at[piece];
      pattern[piece] = patterns.add(said, said.length, characters[piece]);
    }
    return new Lengths(pattern, characters);
  }
}
