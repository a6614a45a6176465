package org.touchstone.statistics.agreement;

import java.util.Map;
import org.touchstone.statistics.Provenance;

/**
 * The share of pairs of judgments on the same item that say the same, averaged over items. Easy to read and easy to
 * fool: two raters who always say 'good' agree fully. Look at a chance-corrected coefficient beside it.
 */
public record PercentAgreement() implements Coefficient {
  @Override
  public String name() {
    return "percent";
  }

  @Override
  public Agreement measure(Judgments judgments) {
    var family = new ChanceCorrection(judgments, Weighting.IDENTITY, ChanceCorrection.Chance.NONE, 0);
    return new Agreement(family.estimate(0.95), family.items(), family.judgments(),
        Provenance.of(name(), Map.of(), judgments.size()));
  }
}
