package org.touchstone.platform.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.touchstone.platform.guideline.Answer;
import org.touchstone.platform.guideline.Answers;
import org.touchstone.platform.guideline.Criterion;
import org.touchstone.platform.guideline.Rubric;

/**
 * Reads the countable part out of a judgment: labels, comparisons, scores and ranks. Marked passages, rewrites and free
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
          choices.choices().forEach(choice -> add(nominal(criterion, label.options().stream().map(Criterion.Option::value).toList()), response, choice, votes));
      case Answer.Winner winner when criterion instanceof Criterion.Compare ->
          add(nominal(criterion, List.of("0", "1", Answer.Winner.TIE, Answer.Winner.BOTH_BAD)), response, winner.winner(), votes);
      case Answer.Score score when criterion instanceof Criterion.Scale scale -> {
        var values = IntStream.rangeClosed(scale.min(), scale.max()).mapToObj(Integer::toString).toList();
        add(new Question(criterion.key(), null, Question.Level.ORDINAL, values), response, Integer.toString((int) score.value()), votes);
      }
      case Answer.Order order when criterion instanceof Criterion.Rank -> {
        for (int position = 0; position < order.order().size(); position++) {
          for (String index : order.order().get(position)) {
            votes.add(new Vote(new Question(criterion.key(), null, Question.Level.RANK, List.of()), Integer.parseInt(index), position));
          }
        }
      }
      default -> { }
    }
  }

  private static Question nominal(Criterion criterion, List<String> classes) {
    return new Question(criterion.key(), null, Question.Level.NOMINAL, classes);
  }

  private static void add(Question question, int response, String answer, List<Vote> votes) {
    int label = question.classes().indexOf(answer);
    if (label >= 0) votes.add(new Vote(question, response, label));
  }
}
