package org.touchstone.platform.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.touchstone.platform.guideline.Answer;
import org.touchstone.platform.guideline.Answers;
import org.touchstone.platform.guideline.Criterion;
import org.touchstone.platform.guideline.Rubric;

/**
 * Reads the countable part out of a judgment: labels, comparisons, scores, ranks, and the marks of steps and turns one by one. Marked passages, rewrites and free
 * text have no categorical consensus; people read them side by side.
 */
final class Votes {
  private Votes() {}

  static List<Vote> of(Rubric rubric, Answers answers) {
    var votes = new ArrayList<Vote>();
    for (var criterion : rubric.criteria()) answers.to(criterion.key()).ifPresent(answer -> read(criterion, answer, Vote.ITEM, votes));
    return votes;
  }

  private static void read(Criterion criterion, Answer answer, int response, List<Vote> votes) {
    switch (answer) {
      case Answer.ByResponse each -> each.byResponse().forEach((index, one) -> read(criterion, one, Integer.parseInt(index), votes));
      case Answer.Choices choices when criterion instanceof Criterion.Label label && label.multiple() -> {
        for (var option : label.options()) {
          var question = new Question(criterion.key(), option.value(), Question.Level.NOMINAL, List.of(Question.NO, Question.YES));
          votes.add(new Vote(question, response, choices.choices().contains(option.value()) ? 1 : 0));
        }
      }
      case Answer.Choices choices when criterion instanceof Criterion.Label label ->
          choices.choices().forEach(choice -> add(nominal(criterion, label.values()), response, choice, votes));
      case Answer.Winner winner when criterion instanceof Criterion.Compare ->
          add(nominal(criterion, List.of("0", "1", Answer.Winner.TIE, Answer.Winner.BOTH_BAD)), response, winner.winner(), votes);
      case Answer.Score score when criterion instanceof Criterion.Scale scale ->
          add(ordinal(scale, scale.min(), scale.max()), response, Integer.toString((int) score.value()), votes);
      case Answer.Order order when criterion instanceof Criterion.Rank -> {
        for (int position = 0; position < order.order().size(); position++) {
          for (String index : order.order().get(position)) {
            votes.add(new Vote(new Question(criterion.key(), null, Question.Level.RANK, List.of()), Integer.parseInt(index), position));
          }
        }
      }
      case Answer.StepMarks marks when criterion instanceof Criterion.StepReview -> {
        for (int step = 0; step < marks.steps().size(); step++) {
          var mark = marks.steps().get(step);
          var about = Vote.part(response, step);
          if (mark != null && about.isPresent()) add(nominal(criterion, Answer.StepMark.ALL), about.getAsInt(), mark.mark(), votes);
        }
      }
      case Answer.TurnMarks marks when criterion instanceof Criterion.TurnReview turns ->
          marks.turns().forEach((place, mark) -> Vote.part(Vote.ITEM, Integer.parseInt(place)).ifPresent(about -> turn(turns, mark, about, votes)));
      default -> { }
    }
  }

  private static void turn(Criterion.TurnReview criterion, Answer mark, int about, List<Vote> votes) {
    switch (mark) {
      case Answer.Choices choices when criterion.isChoice() ->
          choices.choices().forEach(choice -> add(nominal(criterion, criterion.options().stream().map(Criterion.Option::value).toList()), about, choice, votes));
      case Answer.Score score when criterion.min() != null && criterion.max() != null ->
          add(ordinal(criterion, criterion.min(), criterion.max()), about, Integer.toString((int) score.value()), votes);
      default -> { }
    }
  }

  private static Question ordinal(Criterion criterion, int min, int max) {
    return new Question(criterion.key(), null, Question.Level.ORDINAL, IntStream.rangeClosed(min, max).mapToObj(Integer::toString).toList());
  }

  private static Question nominal(Criterion criterion, List<String> classes) {
    return new Question(criterion.key(), null, Question.Level.NOMINAL, classes);
  }

  private static void add(Question question, int response, String answer, List<Vote> votes) {
    int label = question.classes().indexOf(answer);
    if (label >= 0) votes.add(new Vote(question, response, label));
  }
}
