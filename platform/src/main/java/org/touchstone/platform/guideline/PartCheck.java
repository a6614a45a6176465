package org.touchstone.platform.guideline;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Checks answers that are given part by part: reasoning steps and turns of a conversation. */
final class PartCheck {
  private PartCheck() {}

  /** @param name of the question, with the response it is about; @param steps how many there are */
  static void steps(Criterion.StepReview asked, Answer.StepMarks given, String name, int steps, Consumer<String> say) {
    var marks = given.steps();
    if (marks.size() > steps) {
      say.accept("%s marks %d steps and there are %d: reload the task and mark them again.".formatted(name, marks.size(), steps));
      return;
    }
    for (int i = 0; i < marks.size(); i++) {
      var mark = marks.get(i);
      if (mark == null) continue;
      if (!Answer.StepMark.ALL.contains(mark.mark())) say.accept("%s takes right, neutral or wrong for step %d, not '%s'.".formatted(name, i + 1, mark.mark()));
      if (mark.comment() != null && mark.comment().length() > AnswerCheck.MOST_TEXT) say.accept("The comment on step %d is too long: shorten it.".formatted(i + 1));
    }
    boolean touched = marks.stream().anyMatch(mark -> mark != null);
    if (!touched && !asked.common().required()) return;
    int needed = Boolean.TRUE.equals(asked.untilFirstError()) ? given.firstError().orElse(steps - 1) + 1 : steps;
    int open = 0;
    for (int i = 0; i < needed; i++) if (i >= marks.size() || marks.get(i) == null) open++;
    if (open > 0) say.accept("%s has %d of %d steps without a mark.".formatted(name, open, needed));
  }

  /** @param turns places of the turns that can be marked */
  static void turns(Criterion.TurnReview asked, Answer.TurnMarks given, String name, List<Integer> turns, Consumer<String> say) {
    var places = turns.stream().map(String::valueOf).collect(Collectors.toSet());
    given.turns().forEach((place, mark) -> {
      if (!places.contains(place)) say.accept("%s names a turn '%s' that is not one of the assistant's.".formatted(name, place));
      else turn(asked, mark, "%s for turn %d".formatted(name, turns.indexOf(Integer.valueOf(place)) + 1), say);
    });
    long open = places.stream().filter(place -> !given.turns().containsKey(place)).count();
    if (asked.common().required() && open > 0) say.accept("%s has %d of %d turns without an answer.".formatted(name, open, places.size()));
  }

  private static void turn(Criterion.TurnReview asked, Answer mark, String name, Consumer<String> say) {
    if (mark.justification() != null && mark.justification().length() > AnswerCheck.MOST_TEXT) say.accept("The comment on %s is too long: shorten it.".formatted(name));
    if (asked.isChoice()) {
      boolean known = mark instanceof Answer.Choices choices && choices.choices().size() == 1
          && asked.options().stream().anyMatch(option -> option.value().equals(choices.choices().getFirst()));
      if (!known) say.accept("%s takes one of its options.".formatted(name));
    } else {
      boolean inside = mark instanceof Answer.Score score && score.value() == Math.rint(score.value()) && score.value() >= asked.min() && score.value() <= asked.max();
      if (!inside) say.accept("%s takes a whole number from %d to %d.".formatted(name, asked.min(), asked.max()));
    }
  }
}
