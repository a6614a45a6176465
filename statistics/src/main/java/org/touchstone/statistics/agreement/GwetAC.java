package org.touchstone.statistics.agreement;

import java.util.Locale;
import java.util.Map;
import org.touchstone.statistics.Provenance;

/**
 * Gwet's AC1 (all or nothing) and AC2 (with weights): chance is counted only for the judgments that are hard, so a
 * category that nearly everybody uses does not drive the coefficient to zero as it drives kappa.
 *
 * <pre>p_e = Σ_kl w_kl / (q(q − 1)) · Σ_k π_k(1 − π_k)</pre>
 *
 * <p>Source: K. L. Gwet (2008), 'Computing inter-rater reliability and its variance in the presence of high agreement'.
 *
 * @param categories q, how many categories raters could choose; those that occur where it is smaller
 */
public record GwetAC(Weighting weighting, int categories) implements Coefficient {
  public GwetAC {
    if (categories > 0 && weighting != Weighting.IDENTITY) {
      throw new IllegalArgumentException(
          "the number of categories can be given for AC1 only, since weights need values");
    }
  }

  public static GwetAC ac1() {
    return new GwetAC(Weighting.IDENTITY, 0);
  }

  /** AC1 where raters had this many categories to choose from, used or not. */
  public static GwetAC ac1(int categories) {
    return new GwetAC(Weighting.IDENTITY, categories);
  }

  public static GwetAC ac2(Weighting weighting) {
    return new GwetAC(weighting, 0);
  }

  @Override
  public String name() {
    return weighting == Weighting.IDENTITY ? "gwet-ac1" : "gwet-ac2";
  }

  @Override
  public Agreement measure(Judgments judgments) {
    var family = new ChanceCorrection(judgments, weighting, ChanceCorrection.Chance.GWET, categories);
    return new Agreement(family.estimate(0.95), family.items(), family.judgments(), Provenance.of(name(), Map.of(
        "weights", weighting.name().toLowerCase(Locale.ROOT), "categories", Integer.toString(categories)),
            judgments.size()));
  }
}
