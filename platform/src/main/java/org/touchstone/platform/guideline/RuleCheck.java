package org.touchstone.platform.guideline;

import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Holds answers against the hard rules of a rubric. */
final class RuleCheck {
  private final Rubric rubric;
  private final Asking asking;
  private final Answers answers;
  private final int responses;

  RuleCheck(Rubric rubric, Asking asking, Answers answers, int responses) {
    this.rubric = rubric;
    this.asking = asking;
    this.answers = answers;
    this.responses = responses;
  }

  void violations(List<Rubric.Violation> found) {
    for (Rule rule : rubric.rules()) {
      switch (rule) {
        case Rule.Consequence consequence -> broken(rule, consequence, found);
        case Rule.ForbiddenPhrases forbidden -> texts(rule, forbidden.criterion(), (text, whole) -> holdsAny(text, forbidden.phrases()), found);
        case Rule.WordLimits limits -> texts(rule, limits.criterion(), (text, whole) -> whole && isOutside(text, limits), found);
      }
    }
  }

  /** Held response by response where both sides are asked of each, else once of the item. */
  private void broken(Rule rule, Rule.Consequence consequence, List<Rubric.Violation> found) {
    boolean each = isEach(consequence.when().criterion()) && (isEach(consequence.then().criterion()) || isCritique(consequence.then().criterion()));
    if (!each) {
      boolean met = asking.isMet(consequence.then(), null);
      if (asking.isMet(consequence.when(), null) && !met) say(rule, null, found);
      return;
    }
    for (int i = 0; i < responses; i++) {
      if (asking.isMet(consequence.when(), i) && !asking.isMet(consequence.then(), i)) say(rule, i, found);
    }
  }

  private boolean isEach(String key) {
    return rubric.criterion(key).map(Criterion::isPerResponse).orElse(false);
  }

  private boolean isCritique(String key) {
    return rubric.criterion(key).map(Criterion.Critique.class::isInstance).orElse(false);
  }

  /** @param broken told each text and whether it is the answer itself rather than a reason or a comment */
  private void texts(Rule rule, String key, BiPredicate<String, Boolean> broken, List<Rubric.Violation> found) {
    var answer = answers.byCriterion().get(key);
    if (answer instanceof Answer.ByResponse each) {
      each.byResponse().forEach((index, one) -> {
        if (isBroken(one, broken)) say(rule, Integer.valueOf(index), found);
      });
    } else if (answer != null && isBroken(answer, broken)) {
      say(rule, null, found);
    }
  }

  private static boolean isBroken(Answer answer, BiPredicate<String, Boolean> broken) {
    boolean whole = switch (answer) {
      case Answer.Text text -> broken.test(text.text(), true);
      case Answer.Rewrite rewrite -> broken.test(rewrite.text(), true);
      default -> false;
    };
    return whole || asides(answer).anyMatch(text -> broken.test(text, false));
  }

  private static Stream<String> asides(Answer answer) {
    var comments = switch (answer) {
      case Answer.Spans spans -> spans.spans().stream().map(Answer.Span::comment);
      case Answer.StepMarks marks -> marks.steps().stream().map(mark -> mark == null ? null : mark.comment());
      case Answer.TurnMarks marks -> marks.turns().values().stream().map(Answer::justification);
      default -> Stream.<String>empty();
    };
    return Stream.concat(comments, Stream.ofNullable(answer.justification())).filter(text -> text != null);
  }

  private static boolean holdsAny(String text, List<String> phrases) {
    return phrases.stream().anyMatch(phrase -> Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(phrase.strip().toLowerCase(Locale.ROOT)) + "(?![\\p{L}\\p{N}])")
        .matcher(text.toLowerCase(Locale.ROOT)).find());
  }

  private static boolean isOutside(String text, Rule.WordLimits limits) {
    int words = Condition.words(text);
    return words > 0 && (limits.least() != null && words < limits.least() || limits.most() != null && words > limits.most());
  }

  private static void say(Rule rule, @Nullable Integer response, List<Rubric.Violation> found) {
    String where = response == null ? "" : " (response " + AnswerCheck.letter(response) + ")";
    found.add(new Rubric.Violation(rule.subject(), rule.message() + where));
  }
}
