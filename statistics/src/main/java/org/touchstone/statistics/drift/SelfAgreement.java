package org.touchstone.statistics.drift;

import java.util.Arrays;
import java.util.HashMap;
import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.LabelTable;
import org.touchstone.statistics.comparison.WilsonInterval;

/**
 * How often a rater says the same again of an item: the share of the items judged twice or more on which the first
 * two of the rater's judgments are alike. Chance is not taken out; a rater who always says the same agrees with
 * themselves fully, so read it beside agreement with others.
 */
public final class SelfAgreement {
  private SelfAgreement() {}

  /** By rater number; undefined for those who never judged an item twice. */
  public static Estimate[] perRater(LabelTable table) {
    long[] same = new long[table.raters()];
    long[] repeats = new long[table.raters()];
    count(table, same, repeats);
    Estimate[] result = new Estimate[table.raters()];
    for (int r = 0; r < result.length; r++) result[r] = estimate(same[r], repeats[r]);
    return result;
  }

  /** Of all raters together. */
  public static Estimate overall(LabelTable table) {
    long[] same = new long[table.raters()];
    long[] repeats = new long[table.raters()];
    count(table, same, repeats);
    return estimate(Arrays.stream(same).sum(), Arrays.stream(repeats).sum());
  }

  private static Estimate estimate(long same, long repeats) {
    return repeats == 0 ? Estimate.undefined("No item was judged twice by the same rater.")
        : WilsonInterval.at95().of(same, repeats);
  }

  private static void count(LabelTable table, long[] same, long[] repeats) {
    var said = new HashMap<Integer, int[]>();
    for (int i = 0; i < table.items(); i++) {
      said.clear();
      for (int j = table.from(i); j < table.to(i); j++) {
        int label = table.label(j);
        int[] first = said.computeIfAbsent(table.rater(j), r -> new int[] {label, 0, 1});
        if (++first[1] == 2 && first[0] != label) first[2] = 0;
      }
      said.forEach((rater, seen) -> {
        if (seen[1] < 2) return;
        repeats[rater]++;
        same[rater] += seen[2];
      });
    }
  }
}
