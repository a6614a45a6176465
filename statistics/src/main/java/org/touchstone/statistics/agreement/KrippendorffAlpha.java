package org.touchstone.statistics.agreement;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.touchstone.statistics.Bootstrap;
import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.Progress;
import org.touchstone.statistics.Provenance;
import org.touchstone.statistics.chance.Multinomial;

/**
 * Krippendorff's alpha: one minus the disagreement seen over the disagreement expected if values were dealt out at
 * random among all judgments. 1 is perfect, 0 is chance, below 0 is systematic disagreement. Any number of raters, any
 * missing judgments; items with a single judgment carry no evidence and are left out.
 *
 * <pre>α = 1 − D_o / D_e,   D_o = 1/n Σ_items Σ_pairs δ² / (m − 1),   D_e = 1/(n(n − 1)) Σ_all pairs δ²</pre>
 *
 * <p>Undefined where no item has two judgments, and where all shared judgments have one value, since nothing then tells
 * agreement from a habit. The work grows with the judgments: nominal, interval and ordinal distances (an interval on
 * mid-ranks) need sums only; ratio and own distances need the square of the number of distinct values once.
 *
 * <p>Source and worked example: K. Krippendorff (2011), 'Computing Krippendorff's alpha-reliability'. The interval is
 * by drawing items again, so it says how alpha would differ on other items of the kind, by the same raters.
 */
public record KrippendorffAlpha(Distance distance) implements Coefficient {
  public static KrippendorffAlpha nominal() {
    return new KrippendorffAlpha(Distance.Level.NOMINAL);
  }

  public static KrippendorffAlpha ordinal() {
    return new KrippendorffAlpha(Distance.Level.ORDINAL);
  }

  public static KrippendorffAlpha interval() {
    return new KrippendorffAlpha(Distance.Level.INTERVAL);
  }

  public static KrippendorffAlpha ratio() {
    return new KrippendorffAlpha(Distance.Level.RATIO);
  }

  @Override
  public String name() {
    return "krippendorff-alpha";
  }

  @Override
  public Agreement measure(Judgments judgments) {
    return measured(judgments, null);
  }

  @Override
  public Agreement measure(Judgments judgments, Bootstrap bootstrap) {
    return measured(judgments, bootstrap);
  }

  /** Which items and which raters cost the most agreement. */
  public Breakdown breakdown(Judgments judgments) {
    return breakdown(judgments, Progress.SILENT);
  }

  /** @param progress told after each item; refusing leaves the costs of the items read until then */
  public Breakdown breakdown(Judgments judgments, Progress progress) {
    return Breakdown.of(judgments, this, progress);
  }

  private Agreement measured(Judgments judgments, Bootstrap bootstrap) {
    var patterns = Patterns.of(judgments);
    long[] seen = patterns.items();
    long items = 0;
    long pairable = 0;
    for (int p = 0; p < seen.length; p++) {
      items += seen[p];
      pairable += seen[p] * patterns.size(p);
    }
    var disagreement = new Disagreement(judgments.scale(), patterns, distance);
    var provenance = provenance(judgments.size());
    if (pairable == 0) return new Agreement(nothingShared(), items, pairable, provenance);
    double alpha = disagreement.alpha(seen);
    if (!Double.isFinite(alpha)) return new Agreement(oneValueOnly(), items, pairable, provenance);
    var point = new Agreement(Estimate.of(alpha, pairable), items, pairable, provenance);
    return bootstrap == null ? point : point.with(drawn(disagreement, seen, bootstrap), bootstrap.level());
  }

  Provenance provenance(long judgments) {
    return Provenance.of(name(), Map.of("level", distance.name().toLowerCase(Locale.ROOT)), judgments);
  }

  static Estimate nothingShared() {
    return Estimate.undefined("No item was judged twice or more, so there is nothing to compare.");
  }

  static Estimate oneValueOnly() {
    return Estimate.undefined("All shared judgments have the same value, so agreement cannot be told from chance.");
  }

  /** Alpha of each draw, as many as there was time for. */
  private static double[] drawn(Disagreement disagreement, long[] seen, Bootstrap bootstrap) {
    var items = new Multinomial(seen);
    long[] weights = new long[seen.length];
    double[] replicates = new double[bootstrap.rounds()];
    int drawn = 0;
    while (drawn < replicates.length) {
      items.draw(bootstrap.random(), weights);
      replicates[drawn++] = disagreement.alpha(weights);
      if (!bootstrap.progress().report(drawn, replicates.length)) break;
    }
    return Arrays.copyOf(replicates, drawn);
  }
}
