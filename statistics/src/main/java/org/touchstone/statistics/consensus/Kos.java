package org.touchstone.statistics.consensus;

import java.util.Map;
import java.util.random.RandomGeneratorFactory;
import org.touchstone.statistics.LabelTable;
import org.touchstone.statistics.Patience;
import org.touchstone.statistics.Progress;
import org.touchstone.statistics.Provenance;

/**
 * KOS (Karger, Oh and Shah 2011): messages go to and fro between items and raters until both agree on signs.
 *
 * <p>For two classes, a = ±1: item to rater x_{i→r} = Σ_{r'≠r} a_{ir'} y_{r'→i}; rater to item y_{r→i} = Σ_{i'≠i} a_{i'r}
 * x_{i'→r}; the answer is the sign of Σ a y. With more classes every class is asked against the rest. The probability is the
 * share of the weights, not a calibrated figure. It assumes that judgments are spread at random over items and raters.
 *
 * @param rounds message rounds
 * @param seed of the random first messages, which lie around 1
 */
public record Kos(int rounds, long seed) implements ConsensusMethod {

  public Kos {
    if (rounds < 1) throw new IllegalArgumentException("at least one round is needed, got " + rounds);
  }

  public Kos() {
    this(10, 1);
  }

  @Override
  public String name() {
    return "kos";
  }

  @Override
  public Consensus estimate(LabelTable table, Gold gold, Progress progress) {
    int classes = table.classes();
    double[] shares = Majority.shares(table, gold);
    int questions = classes == 2 ? 1 : classes;
    var patience = new Patience(progress);
    for (int k = 0; k < questions && classes > 1 && !patience.isOver(); k++) {
      int asked = k;
      double[] messages = messages(table, k, (done, total) -> patience.report((long) asked * total + done, (long) questions * total));
      for (int i = 0; i < table.items(); i++) {
        if (gold.answer(i) < 0) weigh(table, i, k, messages, shares);
      }
    }
    if (classes > 2) normalise(table, gold, shares);
    return new Consensus(table, shares, gold, null, new double[0], "",
        Provenance.of(name(), Map.of("rounds", "" + rounds, "seed", "" + seed), table.size()));
  }

  /**
   * The raters' last messages, one a judgment, about "is it class k?".
   *
   * <p>One pass a round: {@code w} holds a x, what an item tells a rater as seen by the rater, so that the answer to it is
   * the rater's sum less w. All messages may be scaled alike, which keeps them from growing without end.
   */
  private double[] messages(LabelTable table, int k, Progress progress) {
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    var w = new double[table.size()];
    for (int j = 0; j < w.length; j++) w[j] = -1 - random.nextGaussian();
    var ofRater = new double[table.raters()];
    double scale = 1;
    for (int t = 0; t < rounds; t++) {
      var next = new double[ofRater.length];
      double square = 0;
      for (int i = 0; i < table.items(); i++) {
        int from = table.from(i);
        int to = table.to(i);
        double sum = 0;
        for (int j = from; j < to; j++) {
          double y = scale * (ofRater[table.rater(j)] - w[j]);
          square += y * y;
          w[j] = sign(table, j, k) * y;
          sum += w[j];
        }
        for (int j = from; j < to; j++) {
          w[j] = sign(table, j, k) * (sum - w[j]);
          next[table.rater(j)] += w[j];
        }
      }
      ofRater = next;
      scale = square > 0 ? Math.sqrt(w.length / square) : 1;
      if (!progress.report(t + 1, rounds)) break;
    }
    for (int j = 0; j < w.length; j++) w[j] = scale * (ofRater[table.rater(j)] - w[j]);
    return w;
  }

  private static int sign(LabelTable table, int judgment, int k) {
    return table.label(judgment) == k ? 1 : -1;
  }

  private static void weigh(LabelTable table, int item, int k, double[] y, double[] shares) {
    double sum = 0;
    double all = 0;
    for (int j = table.from(item); j < table.to(item); j++) {
      sum += sign(table, j, k) * y[j];
      all += Math.abs(y[j]);
    }
    if (all < 1e-300) return;
    double yes = (1 + sum / all) / 2;
    shares[item * table.classes() + k] = yes;
    if (table.classes() == 2) shares[item * 2 + 1 - k] = 1 - yes;
  }

  private static void normalise(LabelTable table, Gold gold, double[] shares) {
    int classes = table.classes();
    for (int i = 0; i < table.items(); i++) {
      double sum = 0;
      for (int k = 0; k < classes; k++) sum += shares[i * classes + k];
      if (gold.answer(i) < 0 && sum > 0) for (int k = 0; k < classes; k++) shares[i * classes + k] /= sum;
    }
  }
}
