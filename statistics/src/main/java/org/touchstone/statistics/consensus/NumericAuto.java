package org.touchstone.statistics.consensus;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.touchstone.statistics.Patience;
import org.touchstone.statistics.Progress;
import org.touchstone.statistics.Provenance;
import org.touchstone.statistics.ScoreTable;

/**
 * Chooses between the plain mean and the mean weighted by how raters err, by what the judgments themselves can tell: each
 * fifth of them is foretold from the rest, by the value of its item. Weighing has to foretell better by more than a standard
 * error of the difference, judgment by judgment; else the simpler one stands. Where raters err alike, or the crowd is too
 * small to know how they err, weights are noise.
 *
 * @param seed of the draw of the fifths
 */
public record NumericAuto(long seed) {
  private static final int FOLDS = 5;

  public NumericAuto() {
    this(1);
  }

  /** @param progress told after each fifth and each sweep; refused while it still weighs the two, the plain mean comes back */
  public NumericConsensus.Result estimate(ScoreTable table, Progress progress) {
    var patience = new Patience(progress);
    double gain = gain(table, patience);
    var chosen = gain > 1 ? new NumericConsensus() : NumericConsensus.mean();
    var result = chosen.estimate(table, patience);
    return new NumericConsensus.Result(table, result.values(), result.bias(), result.spread(),
        Provenance.of("auto", Map.of("chosen", chosen.name(), "gain", String.format(Locale.ROOT, "%.2f", gain), "seed", Long.toString(seed)), table.size()));
  }

  /** By how many standard errors weighing foretells held-out judgments better; negative where it is worse, 0 where nothing can be told. */
  double gain(ScoreTable table) {
    return gain(table, new Patience(Progress.SILENT));
  }

  /** 0 where the patience came to an end. */
  private double gain(ScoreTable table, Patience patience) {
    int[] fold = folds(table.size());
    double sum = 0;
    double squares = 0;
    int n = 0;
    int steps = FOLDS + 1;
    for (int f = 0; f < FOLDS; f++) {
      if (!patience.report(f, steps)) return 0;
      var train = ScoreTable.builder();
      for (int i = 0; i < table.items(); i++) {
        for (int j = table.from(i); j < table.to(i); j++) {
          if (fold[j] != f) train.add(table.itemNames().name(i), table.raterNames().name(table.rater(j)), table.value(j));
        }
      }
      var rest = train.build();
      if (rest.size() == 0) continue;
      var plain = NumericConsensus.mean().estimate(rest, Progress.SILENT);
      var weighed = new NumericConsensus().estimate(rest, patience.inside(f, steps));
      if (patience.isOver()) return 0;
      for (int i = 0; i < table.items(); i++) {
        int known = rest.itemNames().find(table.itemNames().name(i));
        if (known < 0) continue;
        double byMean = plain.value(known).known().orElseThrow().value();
        double byWeight = weighed.value(known).known().orElseThrow().value();
        for (int j = table.from(i); j < table.to(i); j++) {
          if (fold[j] != f) continue;
          double better = square(table.value(j) - byMean) - square(table.value(j) - byWeight);
          sum += better;
          squares += better * better;
          n++;
        }
      }
    }
    if (n < 2) return 0;
    double error = Math.sqrt(Math.max(0, squares / n - square(sum / n)) / n);
    return error == 0 ? 0 : sum / n / error;
  }

  /** Every judgment in one of five fifths, drawn anew by the seed. */
  private int[] folds(int n) {
    var fold = new int[n];
    Arrays.setAll(fold, j -> j % FOLDS);
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    for (int j = n - 1; j > 0; j--) {
      int other = random.nextInt(j + 1);
      int kept = fold[j];
      fold[j] = fold[other];
      fold[other] = kept;
    }
    return fold;
  }

  private static double square(double x) {
    return x * x;
  }
}
