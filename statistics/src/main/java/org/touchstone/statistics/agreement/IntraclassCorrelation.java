package org.touchstone.statistics.agreement;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.Interval;
import org.touchstone.statistics.Provenance;
import org.touchstone.statistics.chance.Beta;

/**
 * The intraclass correlation of numeric judgments: the share of their variance that belongs to the items.
 *
 * <p>Three designs of Shrout and Fleiss (1979): each item judged by other raters (1), all items by the same raters
 * drawn from many (2), all items by the very raters of interest (3, consistency); each for one judgment ({@code
 * averaged} false) or for the mean of the k raters. Design 1 takes all items judged twice or more, with their mean
 * number of judgments k (weighted, as in the analysis of variance of unequal groups); designs 2 and 3 take the items
 * judged by all raters. Intervals by the F distribution (McGraw and Wong, 1996). Undefined with fewer than two such
 * items or raters, and where items do not differ and raters do not err.
 */
public record IntraclassCorrelation(Design design, boolean averaged) implements Coefficient {
  private static final double LEVEL = 0.95;

  /** Who judged what. */
  public enum Design {
    /** ICC(1): the raters of one item have nothing to do with those of another. */
    ONE_WAY,
    /** ICC(2): the same raters throughout, a sample of those who might judge; their leniency counts as error. */
    RANDOM_RATERS,
    /** ICC(3): the same raters throughout, the only ones of interest; their leniency is forgiven. */
    FIXED_RATERS
  }

  @Override
  public String name() {
    return "icc-" + (design.ordinal() + 1) + (averaged ? "-k" : "-1");
  }

  @Override
  public Agreement measure(Judgments judgments) {
    var provenance = Provenance.of(name(), Map.of("design", design.name().toLowerCase(Locale.ROOT), "averaged",
        Boolean.toString(averaged)), judgments.size());
    if (design == Design.ONE_WAY) {
      var groups = ItemGroups.of(judgments);
      return new Agreement(oneWay(groups), groups.items(), groups.judgments(), provenance);
    }
    var table = CompleteTable.of(judgments);
    return new Agreement(estimate(table), table.rows(), (long) table.rows() * table.columns(), provenance);
  }

  private Estimate oneWay(ItemGroups groups) {
    if (groups.items() == 0) return Estimate.undefined(
        "No item was judged twice or more, so there is nothing to compare.");
    if (groups.items() < 2) return Estimate.undefined(
        "Only one item was judged twice or more, so items cannot be told apart.");
    if (!(groups.between() + groups.within() > 0)) {
      return Estimate.undefined("All judgments have the same value, so no share of their variance can be named.");
    }
    return ratio(groups.between(), groups.within(), groups.items() - 1, groups.judgments() - groups.items(),
        groups.size(),
        groups.judgments());
  }

  private Estimate estimate(CompleteTable table) {
    int n = table.rows();
    int k = table.columns();
    if (k < 2) return Estimate.undefined("No item was judged twice or more, so there is nothing to compare.");
    if (n < 2) {
      return Estimate.undefined("Fewer than two items were judged by all " + k
          + " raters; use Krippendorff's alpha, which"
          + " allows for missing judgments.");
    }
    var squares = table.meanSquares();
    if (!(squares.items() + squares.residual() + squares.raters() > 0)) {
      return Estimate.undefined("All judgments have the same value, so no share of their variance can be named.");
    }
    return switch (design) {
      case RANDOM_RATERS -> randomRaters(squares, n, k);
      case ONE_WAY, FIXED_RATERS -> ratio(squares.items(), squares.residual(), n - 1, (n - 1.0) * (k - 1), k,
          (long) n * k);
    };
  }

  private Estimate ratio(double items, double error, double above, double below, double k, long judgments) {
    double single = (items - error) / (items + (k - 1) * error);
    if (error == 0) return Estimate.of(1, judgments);
    double tail = (1 - LEVEL) / 2;
    double f = items / error;
    double low = f / Beta.fisherQuantile(1 - tail, above, below);
    double high = f * Beta.fisherQuantile(1 - tail, below, above);
    double value = averaged ? averageOf(single, k) : single;
    if (!Double.isFinite(value)) {
      return Estimate.undefined("The items do not differ at all, so the reliability of a mean has no meaning.");
    }
    double lowest = (low - 1) / (low + k - 1);
    double highest = (high - 1) / (high + k - 1);
    return Estimate.of(value, judgments, averaged
        ? new Interval(1 - 1 / low, 1 - 1 / high, LEVEL) : new Interval(lowest, highest, LEVEL));
  }

  private Estimate randomRaters(CompleteTable.MeanSquares s, int n, int k) {
    double single = (s.items() - s.residual())
        / (s.items() + (k - 1) * s.residual() + k * (s.raters() - s.residual()) / n);
    double divisor = s.items() + (s.raters() - s.residual()) / n;
    double value = averaged ? (s.items() - s.residual()) / divisor : single;
    if (averaged && !(divisor > 0) || !Double.isFinite(value)) {
      return Estimate.undefined(
          "The items do not differ beyond the raters' noise, so no share of variance can be named.");
    }
    return new Estimate.Known(value, (long) n * k, interval(s, single, value, n, k));
  }

  /** McGraw and Wong's approximation; it has no answer at the edges, where the figure then stands without interval. */
  private Optional<Interval> interval(CompleteTable.MeanSquares s, double single, double value, int n, int k) {
    double a = k * single / (n * (1 - single));
    double b = 1 + k * single * (n - 1) / (n * (1 - single));
    double part = a * s.raters();
    double rest = b * s.residual();
    double degrees = (part + rest) * (part + rest) / (part * part / (k - 1) + rest * rest / ((n - 1.0) * (k - 1)));
    if (!(degrees > 0.01 && Double.isFinite(degrees))) return Optional.empty();
    double tail = (1 - LEVEL) / 2;
    double upper = Beta.fisherQuantile(1 - tail, n - 1, degrees);
    double lower = Beta.fisherQuantile(1 - tail, degrees, n - 1);
    double spread = k * s.raters() + ((double) k * n - k - n) * s.residual();
    double low = n * (s.items() - upper * s.residual()) / (upper * spread + n * s.items());
    double high = n * (lower * s.items() - s.residual()) / (spread + n * lower * s.items());
    if (averaged) {
      low = low > -1.0 / (k - 1) ? averageOf(low, k) : Double.NaN;
      high = averageOf(high, k);
    }
    return low <= value && value <= high ? Optional.of(new Interval(low, high, LEVEL)) : Optional.empty();
  }

  /** Spearman and Brown: the reliability of the mean of k judgments from that of one. */
  private static double averageOf(double single, double k) {
    return k * single / (1 + (k - 1) * single);
  }
}
