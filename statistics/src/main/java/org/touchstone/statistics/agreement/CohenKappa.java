package org.touchstone.statistics.agreement;

import java.util.Locale;
import java.util.Map;
import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.Figure;
import org.touchstone.statistics.Interval;
import org.touchstone.statistics.Provenance;
import org.touchstone.statistics.chance.Normal;

/**
 * Cohen's kappa of two raters, plain or weighted: agreement beyond what their two habits of using the categories would
 * give. With more than two raters it is the mean over all pairs that share items (Light, 1971), without interval unless
 * one is drawn by a bootstrap.
 *
 * <pre>κ = (p_o − p_e)/(1 − p_e),   p_o = Σ w_kl p_kl,   p_e = Σ w_kl p_k· p_·l</pre>
 *
 * <p>The interval of two raters uses the large-sample error of Fleiss, Cohen and Everitt (1969). Undefined where two
 * raters share no item, or both only ever use one category.
 */
public record CohenKappa(Weighting weighting) implements Coefficient {
  private static final double LEVEL = 0.95;

  public static CohenKappa unweighted() {
    return new CohenKappa(Weighting.IDENTITY);
  }

  @Override
  public String name() {
    return weighting == Weighting.IDENTITY ? "cohen-kappa" : "weighted-kappa";
  }

  @Override
  public Agreement measure(Judgments judgments) {
    var pairs = RaterPairs.of(judgments);
    double[][] weight = weighting.matrix(judgments);
    Estimate value = pairs.average((joint, common) -> kappa(joint, common, weight));
    return new Agreement(value, pairs.items(), pairs.judgments(), provenance(judgments));
  }

  private Provenance provenance(Judgments judgments) {
    return Provenance.of(name(), Map.of("weights", weighting.name().toLowerCase(Locale.ROOT)), judgments.size());
  }

  /** Kappa between two of the raters on the items both judged. */
  public Figure between(Judgments judgments, int firstRater, int secondRater) {
    double[][] weight = weighting.matrix(judgments);
    return new Figure(RaterPairs.of(judgments).between(firstRater, secondRater, (joint, common) -> kappa(joint, common, weight)),
        provenance(judgments).with(Map.of("raters", firstRater + "," + secondRater)));
  }

  private static Estimate kappa(double[][] joint, long common, double[][] weight) {
    if (common == 0) return Estimate.undefined("The two raters judged no item in common.");
    double n = common;
    double[] p = new double[joint.length];
    double[] q = new double[joint.length];
    for (int a = 0; a < p.length; a++) {
      for (int b = 0; b < p.length; b++) {
        p[a] += joint[a][b] / n;
        q[b] += joint[a][b] / n;
      }
    }
    double[] rowCredit = new double[p.length];
    double[] columnCredit = new double[p.length];
    double observed = 0;
    double expected = 0;
    for (int a = 0; a < p.length; a++) {
      for (int b = 0; b < p.length; b++) {
        observed += weight[a][b] * joint[a][b] / n;
        expected += weight[a][b] * p[a] * q[b];
        rowCredit[a] += weight[a][b] * q[b];
        columnCredit[b] += weight[a][b] * p[a];
      }
    }
    if (!(1 - expected > 1e-12)) {
      return Estimate.undefined("Both raters gave one and the same value throughout, so agreement cannot be told from"
          + " chance.");
    }
    double kappa = (observed - expected) / (1 - expected);
    double square = 0;
    for (int a = 0; a < p.length; a++) {
      for (int b = 0; b < p.length; b++) {
        double pull = weight[a][b] - (rowCredit[a] + columnCredit[b]) * (1 - kappa);
        square += joint[a][b] / n * pull * pull;
      }
    }
    double centre = kappa - expected * (1 - kappa);
    double variance = Math.max(0, square - centre * centre) / (n * (1 - expected) * (1 - expected));
    double half = Normal.halfWidth(LEVEL) * Math.sqrt(variance);
    // Rounding can put kappa itself a hair beyond -1 or 1; its interval holds it all the same.
    double low = Math.min(kappa, Math.max(-1, kappa - half));
    double high = Math.max(kappa, Math.min(1, kappa + half));
    return Estimate.of(kappa, common, new Interval(low, high, LEVEL));
  }
}
