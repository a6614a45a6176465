package org.touchstone.statistics.agreement;

import java.util.Locale;
import java.util.Map;
import org.touchstone.statistics.Provenance;

/**
 * Fleiss' kappa: agreement of many raters beyond what their pooled use of the categories would give. Raters may differ
 * from item to item and in number; with equal numbers it is the coefficient of J. L. Fleiss (1971), else Gwet's
 * extension of it. Undefined where nothing is shared or only one category occurs.
 */
public record FleissKappa(Weighting weighting) implements Coefficient {
  public static FleissKappa unweighted() {
    return new FleissKappa(Weighting.IDENTITY);
  }

  @Override
  public String name() {
    return "fleiss-kappa";
  }

  @Override
  public Agreement measure(Judgments judgments) {
    var family = new ChanceCorrection(judgments, weighting, ChanceCorrection.Chance.MARGINAL, 0);
    return new Agreement(family.estimate(0.95), family.items(), family.judgments(),
        Provenance.of(name(), Map.of("weights", weighting.name().toLowerCase(Locale.ROOT)), judgments.size()));
  }
}
