package org.touchstone.statistics.allocation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.LabelTable;
import org.touchstone.statistics.Progress;
import org.touchstone.statistics.Provenance;
import org.touchstone.statistics.chance.Gamma;
import org.touchstone.statistics.consensus.Consensus;

/**
 * What new items will cost if the raters of a pilot judge them: simulated from the class shares and rater tables found there.
 *
 * <p>Each simulated item draws its answer, then raters as often as each judged in the pilot. Its judgments hang together:
 * an item of class k draws its own label shares q from a Dirichlet distribution with mean m_k, the class's mean row, and weight α, and
 * a rater says l with a probability in proportion to θ_r(l | k) q(l) / m_k(l). So an item may fool many raters, as real
 * ones do; α is what makes the pilot's label counts likeliest. The posterior that decides when to stop knows nothing of this,
 * as in practice.
 *
 * <p>Without known answers an item that fooled most raters passes for an easy item of another class, so the forecast stays
 * rosy; a pilot estimated with gold as evidence sees it. A {@link Replay} of the pilot is the check.
 *
 * <p>A pilot of fewer than two different labels says nothing of how raters err, so all that is forecast from it is undefined.
 */
public final class Forecast {
  private static final int ITEMS = 4_000;
  private static final double[] WEIGHTS = weights();
  private static final double INDEPENDENT = Double.POSITIVE_INFINITY;

  private final int classes;
  private final double[] share;
  private final double[] raterShare;
  private final double[] price;
  private final double[][] table;
  private final double[][] mean;
  private final double weight;
  private final boolean tellsNothing;
  private final long seed;
  private final Provenance provenance;

  public Forecast(Consensus pilot, long seed) {
    this(pilot, seed, Progress.SILENT);
  }

  /** @param progress told after each weight tried; refusing keeps the likeliest of those tried until then */
  public Forecast(Consensus pilot, long seed, Progress progress) {
    this.seed = seed;
    classes = pilot.classes();
    tellsNothing = classes < 2 || pilot.table().size() == 0;
    share = new double[classes];
    for (int i = 0; i < pilot.items(); i++) for (int k = 0; k < classes; k++) share[k] += pilot.posterior(i, k) / pilot.items();
    int[] n = pilot.table().judgmentsPerRater();
    raterShare = new double[n.length];
    price = new double[n.length];
    Arrays.fill(price, 1);
    table = new double[n.length][classes * classes];
    for (int r = 0; r < n.length; r++) {
      raterShare[r] = (double) n[r] / pilot.table().size();
      double skill = pilot.skill(r).known().map(s -> s.value()).orElse(1.0 / classes);
      for (int k = 0; k < classes; k++) {
        for (int l = 0; l < classes; l++) {
          double oneCoin = k == l ? skill : (1 - skill) / Math.max(1, classes - 1);
          table[r][k * classes + l] = pilot.confusion(r, k, l).orElse(oneCoin);
        }
      }
    }
    mean = meanRows();
    weight = tellsNothing ? INDEPENDENT : likeliestWeight(pilot, progress);
    provenance = Provenance.of("forecast", Map.of("pilot", pilot.provenance().method(), "items", Integer.toString(ITEMS),
        "itemWeight", Double.toString(weight), "seed", Long.toString(seed)), pilot.table().size());
  }

  private Forecast(Forecast of, double[] raterShare, double[] price, String setting, String value) {
    seed = of.seed;
    classes = of.classes;
    share = of.share;
    table = of.table;
    mean = of.mean;
    weight = of.weight;
    tellsNothing = of.tellsNothing;
    provenance = of.provenance.with(Map.of(setting, value));
    this.raterShare = raterShare;
    this.price = price;
  }

  /** The same forecast where a judgment of rater r costs {@code prices[r]}. */
  public Forecast priced(double[] prices) {
    if (prices.length != price.length) throw new IllegalArgumentException(price.length + " raters need as many prices, got " + prices.length);
    boolean same = Arrays.stream(prices).distinct().count() == 1;
    return new Forecast(this, raterShare, prices.clone(), "prices", same ? Double.toString(prices[0]) : listed(DoubleStream.of(prices).mapToObj(Double::toString)));
  }

  /** The same forecast where only these raters are asked, in the proportions of the pilot. */
  public Forecast askingOnly(int... raters) {
    double[] asked = new double[raterShare.length];
    double all = 0;
    for (int r : raters) all += asked[r] = raterShare[r];
    if (all == 0) throw new IllegalArgumentException("none of these raters judged anything in the pilot");
    for (int r = 0; r < asked.length; r++) asked[r] /= all;
    return new Forecast(this, asked, price, "asked", listed(IntStream.of(raters).mapToObj(Integer::toString)));
  }

  private static String listed(Stream<String> values) {
    return values.collect(Collectors.joining(","));
  }

  /**
   * Weight α of an item's own label shares: judgments of one item hang together as if each came after α independent ones,
   * so 5 is much and {@link Double#POSITIVE_INFINITY} none.
   */
  public double itemWeight() {
    return weight;
  }

  private double[][] meanRows() {
    double[][] rows = new double[classes][classes];
    for (int r = 0; r < table.length; r++) {
      for (int k = 0; k < classes; k++) for (int l = 0; l < classes; l++) rows[k][l] += raterShare[r] * table[r][k * classes + l];
    }
    return rows;
  }

  /** Method, settings, version and the number of the pilot's judgments. */
  public Provenance provenance() {
    return provenance;
  }

  /** The weight under which the label counts of the pilot's items are likeliest, from a grid. */
  private double likeliestWeight(Consensus pilot, Progress progress) {
    double best = INDEPENDENT;
    double top = logLikelihood(pilot, INDEPENDENT);
    for (int tried = 0; tried < WEIGHTS.length; tried++) {
      double now = logLikelihood(pilot, WEIGHTS[tried]);
      if (now > top) {
        top = now;
        best = WEIGHTS[tried];
      }
      if (!progress.report(tried + 1, WEIGHTS.length)) break;
    }
    return best;
  }

  /** Σ over items and classes of the posterior times the log probability of the item's label counts. */
  private double logLikelihood(Consensus pilot, double alpha) {
    double sum = 0;
    LabelTable judgments = pilot.table();
    int[] count = new int[classes];
    for (int i = 0; i < judgments.items(); i++) {
      Arrays.fill(count, 0);
      for (int j = judgments.from(i); j < judgments.to(i); j++) count[judgments.label(j)]++;
      for (int k = 0; k < classes; k++) {
        double p = pilot.posterior(i, k);
        if (p > 1e-6) sum += p * logProbability(count, mean[k], alpha);
      }
    }
    return sum;
  }

  private static double logProbability(int[] count, double[] row, double alpha) {
    double sum = 0;
    int drawn = 0;
    for (int l = 0; l < count.length; l++) {
      for (int x = 0; x < count[l]; x++) {
        double m = Math.max(1e-9, row[l]);
        sum += Math.log(alpha == INDEPENDENT ? m : (alpha * m + x) / (alpha + drawn));
        drawn++;
      }
    }
    return sum;
  }

  private static double[] weights() {
    double[] grid = new double[40];
    for (int x = 0; x < grid.length; x++) grid[x] = 0.5 * Math.pow(1000, x / (grid.length - 1.0));
    return grid;
  }

  /**
   * @param perItem judgments per item
   * @param accuracy share of right answers
   * @param costPerItem price of these judgments; as many as there are where no prices were given
   * @param provenance that of the forecast with the policy among its settings
   */
  public record Outlook(Estimate perItem, Estimate accuracy, Estimate costPerItem, Provenance provenance) {}

  /** What the rule will come to. */
  public Outlook adaptive(StoppingRule rule) {
    return adaptive(rule, Progress.SILENT);
  }

  /** @param progress told after each simulated item; refusing leaves the means of the items simulated until then */
  public Outlook adaptive(StoppingRule rule, Progress progress) {
    return simulate(rule, progress);
  }

  /** What a fixed number of judgments per item will come to. */
  public Outlook fixed(int perItem) {
    return fixed(perItem, Progress.SILENT);
  }

  /** @param progress told after each simulated item; refusing leaves the means of the items simulated until then */
  public Outlook fixed(int perItem, Progress progress) {
    return simulate(new StoppingRule(0, perItem, perItem), progress);
  }

  /** Expected bits that one judgment of the rater tells about a fresh item; 0 where the pilot has fewer than two labels. */
  public double information(int rater) {
    return NextJudgment.information(share, (truth, label) -> table[rater][truth * classes + label]);
  }

  private Outlook simulate(StoppingRule rule, Progress progress) {
    if (tellsNothing) {
      var undefined = Estimate.undefined("A forecast needs a pilot with at least two different labels.");
      return new Outlook(undefined, undefined, undefined, provenance(rule, 0));
    }
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    long bought = 0;
    double paid = 0;
    double right = 0;
    double[] says = new double[classes];
    int items = 0;
    while (items < ITEMS) {
      int truth = draw(share, 0, classes, random);
      double[] tilt = tilt(truth, random);
      double[] posterior = share.clone();
      int n = 0;
      while (!rule.isSettled(posterior, n)) {
        int rater = draw(raterShare, 0, raterShare.length, random);
        double all = 0;
        for (int l = 0; l < classes; l++) all += says[l] = table[rater][truth * classes + l] * tilt[l];
        for (int l = 0; l < classes; l++) says[l] = all > 0 ? says[l] / all : table[rater][truth * classes + l];
        int label = draw(says, 0, classes, random);
        double sum = 0;
        for (int k = 0; k < classes; k++) sum += posterior[k] *= Math.max(1e-9, table[rater][k * classes + label]);
        for (int k = 0; k < classes; k++) posterior[k] /= sum;
        n++;
        paid += price[rater];
      }
      bought += n;
      right += rightShare(posterior, truth);
      if (!progress.report(++items, ITEMS)) break;
    }
    return new Outlook(Estimate.of((double) bought / items, items), Estimate.of(right / items, items), Estimate.of(paid / items, items),
        provenance(rule, items));
  }

  private Provenance provenance(StoppingRule rule, int items) {
    var more = new HashMap<>(rule.settings());
    more.put("items", Integer.toString(items));
    return provenance.with(more);
  }

  /** How much likelier than usual each label is on one item of this class: q(l) / m(l). */
  private double[] tilt(int truth, RandomGenerator random) {
    double[] tilt = new double[classes];
    Arrays.fill(tilt, 1);
    if (weight == INDEPENDENT) return tilt;
    double all = 0;
    for (int l = 0; l < classes; l++) all += tilt[l] = Gamma.draw(weight * Math.max(1e-9, mean[truth][l]), random);
    for (int l = 0; l < classes; l++) tilt[l] = all > 0 ? tilt[l] / all / Math.max(1e-9, mean[truth][l]) : 1;
    return tilt;
  }

  private static double rightShare(double[] posterior, int truth) {
    double top = 1 - StoppingRule.error(posterior);
    if (posterior[truth] < top - 1e-9) return 0;
    int tied = 0;
    for (double p : posterior) if (p >= top - 1e-9) tied++;
    return 1.0 / tied;
  }

  private static int draw(double[] shares, int from, int n, RandomGenerator random) {
    double x = random.nextDouble();
    for (int k = 0; k < n - 1; k++) {
      x -= shares[from + k];
      if (x < 0) return k;
    }
    return n - 1;
  }
}
