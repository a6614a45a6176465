package org.touchstone.statistics.agreement;

import java.util.Map;
import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.Provenance;

/**
 * Scott's pi of two raters: as Cohen's kappa, with both raters thought to share one habit, their pooled use of the
 * categories. Undefined for more than two raters; its extension to them is {@link FleissKappa}.
 *
 * <p>Source: W. A. Scott (1955), 'Reliability of content analysis'.
 */
public record ScottPi() implements Coefficient {
  @Override
  public String name() {
    return "scott-pi";
  }

  @Override
  public Agreement measure(Judgments judgments) {
    var shared = RaterPairs.of(judgments);
    var family = new ChanceCorrection(judgments.onlyShared(), Weighting.IDENTITY, ChanceCorrection.Chance.MARGINAL, 0);
    Estimate value = shared.pairs() > 1
        ? Estimate.undefined("Scott's pi is made for two raters and " + judgments.raters()
            + " judged; use Fleiss' kappa.")
        : family.estimate(0.95);
    return new Agreement(value, shared.items(), shared.judgments(), Provenance.of(name(), Map.of(), judgments.size()));
  }
}
