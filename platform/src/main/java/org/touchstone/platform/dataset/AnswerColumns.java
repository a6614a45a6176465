package org.touchstone.platform.dataset;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.touchstone.platform.dataset.FrozenItem.Vote;
import org.touchstone.platform.guideline.Answer;
import org.touchstone.platform.guideline.Criterion;
import org.touchstone.statistics.Bootstrap;
import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.Names;
import org.touchstone.statistics.agreement.Judgments;
import org.touchstone.statistics.agreement.KrippendorffAlpha;

/** The answers to one criterion as columns of numbers, from which its agreement is measured; sixteen bytes an answer. */
final class AnswerColumns {
  /** Beyond this many answers the interval is narrower than the digits shown, and drawing it takes long. */
  private static final int MOST_FOR_INTERVAL = 200_000;

  private final Criterion criterion;
  private final Names values = new Names();
  private int[] units = new int[64];
  private int[] raters = new int[64];
  private double[] numbers = new double[64];
  private int size;
  private int nextUnit;
  private int responses;
  private int width;

  AnswerColumns(Criterion criterion) {
    this.criterion = criterion;
  }

  /** Nominal where answers have no order; spans and texts are compared by people, not here. */
  String level() {
    return switch (criterion) {
      case Criterion.Scale _, Criterion.Rank _ -> "ordinal";
      case Criterion.Label _, Criterion.Compare _, Criterion.StepReview _ -> "nominal";
      case Criterion.TurnReview turns -> turns.isChoice() ? "nominal" : "ordinal";
      default -> "none";
    };
  }

  long answers() {
    return size;
  }

  /** @param raterNumbers the same number for the same rater everywhere */
  void add(FrozenItem item, Names raterNumbers) {
    responses = Math.max(1, item.responses().size());
    width = responses;
    for (Vote vote : item.judgments()) {
      if (vote.role().equals(Vote.ADJUDICATOR)) continue;
      var answer = vote.to(criterion.key()).orElse(null);
      if (answer != null) add(answer, 0, raterNumbers.index(vote.rater()));
    }
    nextUnit += width;
  }

  private void add(Answer answer, int response, int rater) {
    switch (answer) {
      case Answer.ByResponse each -> each.byResponse().forEach((index, one) -> add(one, Integer.parseInt(index), rater));
      case Answer.Score score -> append(response, rater, score.value());
      case Answer.Order order -> {
        for (int place = 0; place < order.order().size(); place++) {
          for (String index : order.order().get(place)) append(Integer.parseInt(index), rater, place);
        }
      }
      case Answer.StepMarks marks -> {
        for (int step = 0; step < marks.steps().size(); step++) {
          if (marks.steps().get(step) != null) append(part(response, step), rater, values.index(marks.steps().get(step).mark()));
        }
      }
      case Answer.TurnMarks marks -> marks.turns().forEach((place, mark) -> add(mark, part(response, Integer.parseInt(place)), rater));
      default -> append(response, rater, values.index(JudgmentRows.word(answer)));
    }
  }

  /** Each step and each turn is a thing of its own that people agree on or not. */
  private int part(int response, int part) {
    width = Math.max(width, responses * (part + 1));
    return part * responses + response;
  }

  private void append(int response, int rater, double number) {
    if (size == units.length) {
      units = Arrays.copyOf(units, size * 2);
      raters = Arrays.copyOf(raters, size * 2);
      numbers = Arrays.copyOf(numbers, size * 2);
    }
    units[size] = nextUnit + response;
    raters[size] = rater;
    numbers[size++] = number;
  }

  Estimate alpha() {
    var alpha = coefficient();
    if (alpha == null) return Estimate.undefined("Marked passages and texts are compared by reading them, not by a coefficient.");
    if (size == 0) return Estimate.undefined("Nobody answered this criterion.");
    var judgments = Judgments.of(Arrays.copyOf(units, size), Arrays.copyOf(raters, size), Arrays.copyOf(numbers, size));
    return size > MOST_FOR_INTERVAL
        ? alpha.measure(judgments).value()
        : alpha.measure(judgments, Bootstrap.of(200, new SplittableRandom(20260101))).value();
  }

  private @Nullable KrippendorffAlpha coefficient() {
    return switch (level()) {
      case "ordinal" -> KrippendorffAlpha.ordinal();
      case "nominal" -> KrippendorffAlpha.nominal();
      default -> null;
    };
  }
}
