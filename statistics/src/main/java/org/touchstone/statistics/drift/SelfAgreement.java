package org.touchstone.statistics.drift;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.LabelTable;
import org.touchstone.statistics.Provenance;
import org.touchstone.statistics.comparison.WilsonInterval;

/**
 * How often a rater says the same again of an item: the share of the items judged twice or more on which the first
 * two of the rater's judgments are alike. Chance is not taken out; a rater who always says the same agrees with
 * themselves fully, so read it beside agreement with others.
 *
 * <p>It holds two counts a rater, so parts that hold whole items and number their raters alike add up with {@link #plus}.
 */
public final class SelfAgreement {
  private static final WilsonInterval INTERVAL = WilsonInterval.at95();

  private final long[] same;
  private final long[] repeats;
  private final long judgments;

  private SelfAgreement(long[] same, long[] repeats, long judgments) {
    this.same = same;
    this.repeats = repeats;
    this.judgments = judgments;
  }

  public static SelfAgreement of(LabelTable table) {
    var found = new SelfAgreement(new long[table.raters()], new long[table.raters()], table.size());
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
        found.repeats[rater]++;
        found.same[rater] += seen[2];
      });
    }
    return found;
  }

  /** Of these items and of other ones, the raters being numbered alike. */
  public SelfAgreement plus(SelfAgreement other) {
    if (same.length != other.same.length) {
      throw new IllegalArgumentException("counts of " + same.length + " and " + other.same.length
          + " raters do not add up; number them alike first");
    }
    long[] sameOfBoth = same.clone();
    long[] repeatsOfBoth = repeats.clone();
    Arrays.setAll(sameOfBoth, r -> same[r] + other.same[r]);
    Arrays.setAll(repeatsOfBoth, r -> repeats[r] + other.repeats[r]);
    return new SelfAgreement(sameOfBoth, repeatsOfBoth, judgments + other.judgments);
  }

  /** By rater number; undefined for those who never judged an item twice. */
  public List<Estimate> perRater() {
    return IntStream.range(0, same.length).mapToObj(this::ofRater).toList();
  }

  public Estimate ofRater(int rater) {
    return estimate(same[rater], repeats[rater]);
  }

  /** Of all raters together. */
  public Estimate overall() {
    return estimate(Arrays.stream(same).sum(), Arrays.stream(repeats).sum());
  }

  public Provenance provenance() {
    return Provenance.of("self-agreement", Map.of("coverage", Double.toString(INTERVAL.level())), judgments);
  }

  private static Estimate estimate(long same, long repeats) {
    return repeats == 0 ? Estimate.undefined("No item was judged twice by the same rater.") : INTERVAL.of(same, repeats).value();
  }
}
