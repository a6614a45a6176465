package org.touchstone.statistics.preference;

import java.util.Arrays;
import java.util.Map;
import org.touchstone.statistics.Bootstrap;
import org.touchstone.statistics.Patience;
import org.touchstone.statistics.Progress;
import org.touchstone.statistics.Provenance;

/**
 * Elo's running rating, for comparison with boards that use it: each result moves both contestants by {@code step}
 * times the surprise. It depends on the order of the rows and never settles; for contestants that do not change,
 * Bradley–Terry uses the same data better.
 *
 * @param step the most points one comparison can move (chess: 32 for beginners; boards of models: 4)
 */
public record Elo(double step) implements RatingMethod {
  private static final double START = 1000;
  /** Rows between two looks at the progress. */
  private static final int STRETCH = 1024;
  private static final String REMARK = "Elo's ratings depend on the order of the rows.";

  public Elo {
    if (!(step > 0 && Double.isFinite(step))) throw new IllegalArgumentException("a step is a positive number, got "
        + step);
  }

  public static Elo standard() {
    return new Elo(4);
  }

  @Override
  public String name() {
    return "elo";
  }

  /** @param progress told after each thousand rows and at the end; refusing leaves the ratings after the rows played until then */
  @Override
  public Ratings rate(Comparisons comparisons, Progress progress) {
    double[] point = start(comparisons.contestants());
    double[] meetings = new double[point.length];
    int played = 0;
    boolean goOn = true;
    while (played < comparisons.size() && goOn) {
      meetings[comparisons.left(played)]++;
      meetings[comparisons.right(played)]++;
      play(comparisons, played++, point);
      if (played % STRETCH == 0 || played == comparisons.size()) goOn = progress.report(played, comparisons.size());
    }
    String remark = played == comparisons.size() ? REMARK : REMARK + " Stopped after " + played + " of " + comparisons.size() + ".";
    return new Ratings(comparisons.contestantNames(), Resampled.estimates(point, meetings, new double[0][], 0, null), remark, provenance(played));
  }

  private Provenance provenance(int rows) {
    return Provenance.of(name(), Map.of("step", Double.toString(step), "start", Double.toString(START)), rows);
  }

  /** The replicates draw rows with replacement in random order, so the interval holds the chance of the order too. */
  @Override
  public Ratings rate(Comparisons comparisons, Bootstrap bootstrap) {
    double[] point = start(comparisons.contestants());
    for (int j = 0; j < comparisons.size(); j++) play(comparisons, j, point);
    double[][] replicates = new double[bootstrap.rounds()][];
    int drawn = 0;
    var patience = new Patience(bootstrap.progress());
    while (drawn < replicates.length && !patience.isOver()) {
      double[] at = start(comparisons.contestants());
      for (int j = 0; j < comparisons.size() && !patience.isOver(); j++) {
        play(comparisons, bootstrap.random().nextInt(comparisons.size()), at);
        if ((j + 1) % STRETCH == 0) patience.report(drawn, replicates.length);
      }
      if (patience.isOver()) break;
      replicates[drawn++] = at;
      patience.report(drawn, replicates.length);
    }
    var values = Resampled.estimates(point, comparisons.counts().meetings(), replicates, drawn, bootstrap);
    return new Ratings(comparisons.contestantNames(), values, REMARK,
        provenance(comparisons.size()).with(Map.of("bootstrap", Integer.toString(drawn), "coverage", Double.toString(bootstrap.level()))));
  }

  private static double[] start(int contestants) {
    double[] at = new double[contestants];
    Arrays.fill(at, START);
    return at;
  }

  private void play(Comparisons comparisons, int j, double[] at) {
    int left = comparisons.left(j);
    int right = comparisons.right(j);
    double result = switch (comparisons.outcome(j)) {
      case LEFT -> 1;
      case RIGHT -> 0;
      case TIE -> 0.5;
    };
    double move = step * (result - PairLikelihood.logistic((at[left] - at[right]) / Scale.ELO_POINTS));
    at[left] += move;
    at[right] -= move;
  }
}
