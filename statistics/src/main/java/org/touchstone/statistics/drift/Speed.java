package org.touchstone.statistics.drift;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.Provenance;
import org.touchstone.statistics.comparison.WilsonInterval;

/**
 * How fast a rater is, against what the same items took the others. Seconds are compared on the log scale and by
 * medians, since one coffee break would rule any mean; an item's usual time is the median over its raters, so long
 * items are no reproach.
 *
 * <p>A judgment is called hasty below {@code hasty} times its item's median. Items with fewer than three raters give
 * no usual time and are left out. Speed alone proves nothing: an expert is fast. It is a reason to look, beside
 * errors.
 *
 * <p>Medians of parts do not add up to the median of the whole, so all seconds are read in one place.
 *
 * @param hasty share of the usual time below which a judgment is called hasty, for instance 0.25
 */
public record Speed(double hasty) {
  private static final int FEWEST_RATERS = 3;

  public Speed {
    if (!(hasty > 0 && hasty < 1)) throw new IllegalArgumentException("a share lies strictly between 0 and 1, got "
        + hasty);
  }

  public static Speed standard() {
    return new Speed(0.25);
  }

  /**
   * One rater's pace.
   *
   * @param ratio the median of own seconds over the item's usual seconds; 1 is as fast as the others
   * @param hasty the share of hasty judgments
   */
  public record Pace(Estimate ratio, Estimate hasty) {}

  /** @param paces by rater number */
  public record Result(List<Pace> paces, Provenance provenance) {
    public Result {
      paces = List.copyOf(paces);
    }
  }

  /** Seconds that are not positive are left out, since no clock gives them. */
  public Result perRater(int[] item, int[] rater, double[] seconds) {
    if (item.length != rater.length || item.length != seconds.length) {
      throw new IllegalArgumentException("the columns differ in length: " + item.length + ", " + rater.length + ", "
          + seconds.length);
    }
    double[][] byItem = grouped(item, seconds);
    double[] usual = new double[byItem.length];
    for (int i = 0; i < usual.length; i++) usual[i] = byItem[i].length < FEWEST_RATERS ? Double.NaN : median(byItem[i]);
    double[] ratio = new double[item.length];
    for (int j = 0; j < ratio.length; j++) ratio[j] = seconds[j] > 0 ? seconds[j] / usual[item[j]] : Double.NaN;
    double[][] byRater = grouped(rater, ratio);
    return new Result(Stream.of(byRater).map(this::pace).toList(), Provenance.of("speed", Map.of("hasty", Double.toString(hasty),
        "fewestRaters", Integer.toString(FEWEST_RATERS), "coverage", Double.toString(WilsonInterval.at95().level())), item.length));
  }

  private Pace pace(double[] ratios) {
    if (ratios.length == 0) {
      Estimate none = Estimate.undefined("The rater shares no timed item with two others, so there is no usual time.");
      return new Pace(none, none);
    }
    long quick = Arrays.stream(ratios).filter(r -> r < hasty).count();
    return new Pace(Estimate.of(median(ratios), ratios.length), WilsonInterval.at95().of(quick, ratios.length).value());
  }

  private static double[][] grouped(int[] group, double[] value) {
    int groups = Arrays.stream(group).max().orElse(-1) + 1;
    int[] size = new int[groups];
    for (int j = 0; j < group.length; j++) if (value[j] > 0) size[group[j]]++;
    double[][] values = new double[groups][];
    for (int g = 0; g < groups; g++) values[g] = new double[size[g]];
    for (int j = 0; j < group.length; j++) if (value[j] > 0) values[group[j]][--size[group[j]]] = value[j];
    return values;
  }

  /** The geometric middle of the two middle values where there is an even number: the median on the log scale. */
  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    return n % 2 == 1 ? sorted[n / 2] : Math.sqrt(sorted[n / 2 - 1] * sorted[n / 2]);
  }
}
