package org.touchstone.platform.dataset;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.touchstone.platform.shared.Money;
import org.touchstone.statistics.Estimate;

/**
 * What one should know about a snapshot before training on it.
 *
 * @param verdicts judgments of a person who settled a doubtful case
 * @param pairs preference pairs that training files hold, gold left out
 * @param ties what they leave out because neither response is better; it stands in their companion file
 * @param undecided those of the ties on which the votes are even
 * @param unanimous share of pairs on which all votes agree, null where there is no pair
 * @param preferenceCriterion which criterion the pairs come from, null where the rubric asks for no preference
 * @param cost what the judgments cost, in each currency
 * @param costPerPair null where there is no pair, or more than one currency
 */
public record DataCard(
    long items,
    long judgments,
    long raters,
    long flags,
    long verdicts,
    long gold,
    List<VersionCount> guidelineVersions,
    List<CriterionFigure> criteria,
    long pairs,
    long ties,
    long undecided,
    @Nullable Double unanimous,
    @Nullable String preferenceCriterion,
    List<Money> cost,
    @Nullable Money costPerPair,
    List<String> formats,
    String statement) {

  public record VersionCount(int version, long judgments) {}

  /** @param answers how many; @param alpha Krippendorff's, at the level of measurement named */
  public record CriterionFigure(String key, String title, String kind, String level, long answers, Figure alpha) {}

  /** An estimate as it is shown: a value with its interval, or why there is none. */
  public record Figure(@Nullable Double value, @Nullable Double low, @Nullable Double high, long n, @Nullable String because) {
    static Figure of(Estimate estimate) {
      return switch (estimate) {
        case Estimate.Known known -> new Figure(
            known.value(), known.interval().map(i -> i.low()).orElse(null), known.interval().map(i -> i.high()).orElse(null), known.n(), null);
        case Estimate.Undefined undefined -> new Figure(null, null, null, 0, undefined.because());
      };
    }
  }
}
