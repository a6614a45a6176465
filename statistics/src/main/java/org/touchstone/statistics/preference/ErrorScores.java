package org.touchstone.statistics.preference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.touchstone.statistics.Bootstrap;
import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.Interval;
import org.touchstone.statistics.Names;
import org.touchstone.statistics.Provenance;
import org.touchstone.statistics.chance.Quantiles;

/**
 * A leaderboard from marked errors: a contestant's rating is minus the mean over segments of the segment's summed
 * penalties, a segment judged by several raters counting their mean. Zero is flawless. A segment judged and found
 * flawless must be told with a penalty of 0.
 *
 * <p>The interval draws segments again, the same for all contestants, since hard segments are hard for all.
 */
public final class ErrorScores {
  private final Names contestants = new Names();
  private final Names segments = new Names();
  private final Names raters = new Names();
  private final Map<List<Integer>, double[]> sums = new HashMap<>();
  private long marks;

  /** Adds one marked error, or a 0 for a segment without any. */
  public ErrorScores add(String contestant, String segment, String rater, double penalty) {
    if (!(penalty >= 0 && Double.isFinite(penalty))) {
      throw new IllegalArgumentException("a penalty is a number of 0 or more, got " + penalty);
    }
    var place = List.of(contestants.index(contestant), segments.index(segment), raters.index(rater));
    sums.computeIfAbsent(place, p -> new double[1])[0] += penalty;
    marks++;
    return this;
  }

  /** Adds all that another one holds; what is named alike is the same contestant, segment or rater. */
  public ErrorScores addAll(ErrorScores other) {
    other.sums.forEach((place, sum) -> {
      add(other.contestants.name(place.get(0)), other.segments.name(place.get(1)), other.raters.name(place.get(2)), sum[0]);
      marks--;
    });
    marks += other.marks;
    return this;
  }

  public Ratings rate() {
    return rated(null);
  }

  public Ratings rate(Bootstrap bootstrap) {
    return rated(bootstrap);
  }

  private Ratings rated(Bootstrap bootstrap) {
    double[][] penalty = new double[contestants.size()][segments.size()];
    int[][] judged = new int[contestants.size()][segments.size()];
    sums.forEach((place, sum) -> {
      penalty[place.get(0)][place.get(1)] += sum[0];
      judged[place.get(0)][place.get(1)]++;
    });
    double[] once = new double[segments.size()];
    Arrays.fill(once, 1);
    double[] point = means(penalty, judged, once);
    double[][] replicates = new double[bootstrap == null ? 0 : bootstrap.rounds()][];
    int drawn = 0;
    while (drawn < replicates.length) {
      double[] weight = new double[segments.size()];
      for (int s = 0; s < weight.length; s++) weight[bootstrap.random().nextInt(weight.length)]++;
      replicates[drawn++] = means(penalty, judged, weight);
      if (!bootstrap.progress().report(drawn, replicates.length)) break;
    }
    List<Estimate> values = new ArrayList<>();
    for (int c = 0; c < point.length; c++) {
      long n = Arrays.stream(judged[c]).filter(j -> j > 0).count();
      double[] column = new double[drawn];
      for (int r = 0; r < drawn; r++) column[r] = replicates[r][c];
      Optional<Interval> interval = drawn == 0 ? Optional.empty() : Quantiles.percentile(column, drawn,
          bootstrap.level());
      values.add(new Estimate.Known(point[c], n, interval));
    }
    var provenance = Provenance.of("error-scores", Map.of(), marks);
    return new Ratings(contestants, values, "", bootstrap == null ? provenance : provenance.with(Map.of(
        "bootstrap", Integer.toString(drawn), "coverage", Double.toString(bootstrap.level()))));
  }

  private static double[] means(double[][] penalty, int[][] judged, double[] weight) {
    double[] mean = new double[penalty.length];
    for (int c = 0; c < mean.length; c++) {
      double sum = 0;
      double n = 0;
      for (int s = 0; s < weight.length; s++) {
        if (judged[c][s] == 0) continue;
        sum += weight[s] * penalty[c][s] / judged[c][s];
        n += weight[s];
      }
      mean[c] = n == 0 ? Double.NaN : sum == 0 ? 0 : -sum / n;
    }
    return mean;
  }
}
