package org.touchstone.platform.guideline;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that was said on a criterion; exactly one of the ways to say it is given. An open question fulfils none of
 * them but {@code answered: false}.
 *
 * @param is a chosen option, a winner ({@code tie}, {@code both_bad}) or a mark that a step was given
 * @param atLeast of a score, the strength of a preference, the number of marked passages or of wrong steps, or of words
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Condition(
    String criterion, @Nullable String is, @Nullable String isNot, @Nullable Double atLeast, @Nullable Double atMost, @Nullable Boolean answered) {

  boolean isMetBy(@Nullable Answer answer) {
    if (answer == null || !isGiven(answer)) return Boolean.FALSE.equals(answered);
    if (answered != null) return answered;
    if (is != null) return said(answer).contains(is);
    if (isNot != null) return !said(answer).contains(isNot);
    Double number = measured(answer);
    return number != null && (atLeast == null || number >= atLeast) && (atMost == null || number <= atMost);
  }

  /** How many ways of saying it are given: one, where the condition is sound. */
  int ways() {
    int ways = 0;
    for (Object way : new Object[] {is, isNot, atLeast, atMost, answered}) if (way != null) ways++;
    return ways;
  }

  static boolean isGiven(Answer answer) {
    return switch (answer) {
      case Answer.Choices choices -> !choices.choices().isEmpty();
      case Answer.Order order -> !order.order().isEmpty();
      case Answer.Spans spans -> !spans.spans().isEmpty();
      case Answer.Rewrite rewrite -> !rewrite.text().isBlank();
      case Answer.Text text -> !text.text().isBlank();
      case Answer.StepMarks marks -> marks.steps().stream().anyMatch(mark -> mark != null);
      case Answer.TurnMarks marks -> !marks.turns().isEmpty();
      case Answer.ByResponse each -> each.byResponse().values().stream().anyMatch(Condition::isGiven);
      case Answer.Winner _, Answer.Score _ -> true;
    };
  }

  private static List<String> said(Answer answer) {
    return switch (answer) {
      case Answer.Choices choices -> choices.choices();
      case Answer.Winner winner -> List.of(winner.winner());
      case Answer.StepMarks marks -> marks.steps().stream().filter(mark -> mark != null).map(Answer.StepMark::mark).toList();
      default -> List.of();
    };
  }

  private static @Nullable Double measured(Answer answer) {
    return switch (answer) {
      case Answer.Score score -> score.value();
      case Answer.Winner winner -> winner.strength() == null ? 0.0 : winner.strength();
      case Answer.Choices choices -> (double) choices.choices().size();
      case Answer.Spans spans -> (double) spans.spans().size();
      case Answer.StepMarks marks ->
          (double) marks.steps().stream().filter(mark -> mark != null && mark.mark().equals(Answer.StepMark.WRONG)).count();
      case Answer.Rewrite rewrite -> (double) words(rewrite.text());
      case Answer.Text text -> (double) words(text.text());
      default -> null;
    };
  }

  /** Runs of signs between white space, as word processors count them. */
  static int words(String text) {
    return text.isBlank() ? 0 : text.strip().split("\\s+").length;
  }
}
