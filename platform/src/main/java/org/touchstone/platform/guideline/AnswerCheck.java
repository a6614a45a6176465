package org.touchstone.platform.guideline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Holds answers against a rubric and says, criterion by criterion, what is missing and how to mend it. */
final class AnswerCheck {
  static final int LEAST_JUSTIFICATION = 10;
  /** What no rater writes by hand, whatever the rubric allows. */
  static final int MOST_TEXT = 100_000;
  static final int MOST_JUSTIFICATION = 5_000;

  private final Rubric rubric;
  private final Rubric.ResponseTexts responses;
  private final Set<String> indexes;

  private AnswerCheck(Rubric rubric, Rubric.ResponseTexts responses) {
    this.rubric = rubric;
    this.responses = responses;
    this.indexes = IntStream.range(0, responses.texts().size()).mapToObj(Integer::toString).collect(Collectors.toSet());
  }

  static AnswerCheck of(Rubric rubric, Rubric.ResponseTexts responses) {
    return new AnswerCheck(rubric, responses);
  }

  List<Rubric.Violation> violations(Answers answers) {
    var found = new ArrayList<Rubric.Violation>();
    var asking = new Asking(rubric, answers, responses);
    for (Criterion criterion : rubric.criteria()) {
      Answer answer = answers.byCriterion().get(criterion.key());
      if (!asking.asks(criterion)) {
        if (answer != null && Condition.isGiven(answer)) notAsked(criterion, "", found);
      } else if (answer == null) {
        if (criterion.common().required()) found.add(new Rubric.Violation(criterion.key(), title(criterion) + " has no answer yet."));
      } else if (criterion.isPerResponse()) {
        eachResponse(criterion, answer, asking, found);
      } else {
        one(criterion, answer, null, found);
      }
    }
    var known = rubric.criteria().stream().map(Criterion::key).collect(Collectors.toSet());
    answers.byCriterion().keySet().stream().filter(key -> !known.contains(key)).forEach(key ->
        found.add(new Rubric.Violation(key, "This guideline's rubric has no criterion '%s': reload the task to get the right one.".formatted(key))));
    if (found.isEmpty()) new RuleCheck(rubric, asking, answers, responses.texts().size()).violations(found);
    return found;
  }

  private void eachResponse(Criterion criterion, Answer answer, Asking asking, List<Rubric.Violation> found) {
    if (!(answer instanceof Answer.ByResponse each)) {
      found.add(new Rubric.Violation(criterion.key(), title(criterion) + " is asked of each response: answer it for every one."));
      return;
    }
    for (int i = 0; i < responses.texts().size(); i++) {
      Answer one = each.byResponse().get(Integer.toString(i));
      if (!asking.asks(criterion, i)) {
        if (one != null && Condition.isGiven(one)) notAsked(criterion, " of response " + letter(i), found);
      } else if (one != null) {
        one(criterion, one, i, found);
      } else if (criterion.common().required()) {
        found.add(new Rubric.Violation(criterion.key(), "%s has no answer yet for response %s.".formatted(title(criterion), letter(i))));
      }
    }
    each.byResponse().keySet().stream().filter(index -> !indexes.contains(index)).forEach(index -> unknown(criterion, index, found));
  }

  private static void notAsked(Criterion criterion, String where, List<Rubric.Violation> found) {
    say(criterion, "%s is not asked%s after the answers before it: leave it out.".formatted(title(criterion), where), found);
  }

  private void one(Criterion criterion, Answer answer, @Nullable Integer response, List<Rubric.Violation> found) {
    String where = response == null ? "" : " for response " + letter(response);
    int before = found.size();
    switch (criterion) {
      case Criterion.Label label when answer instanceof Answer.Choices choices -> label(label, choices, where, found);
      case Criterion.Compare compare when answer instanceof Answer.Winner winner -> compare(compare, winner, found);
      case Criterion.Rank rank when answer instanceof Answer.Order order -> rank(rank, order, found);
      case Criterion.Scale scale when answer instanceof Answer.Score score -> {
        if (score.value() < scale.min() || score.value() > scale.max() || score.value() != Math.rint(score.value())) {
          say(criterion, "%s%s takes a whole number from %d to %d.".formatted(title(criterion), where, scale.min(), scale.max()), found);
        }
      }
      case Criterion.Critique critique when answer instanceof Answer.Spans spans -> critique(critique, spans, found);
      case Criterion.Rewrite rewrite when answer instanceof Answer.Rewrite text -> {
        if (!indexes.contains(text.response())) unknown(criterion, text.response(), found);
        length(criterion, text.text(), rewrite.minLength(), rewrite.maxLength(), where, found);
      }
      case Criterion.FreeText free when answer instanceof Answer.Text text ->
          length(criterion, text.text(), free.minLength(), free.maxLength(), where, found);
      case Criterion.StepReview asked when answer instanceof Answer.StepMarks marks && response != null ->
          PartCheck.steps(asked, marks, title(criterion) + where, responses.steps().get(response), message -> say(criterion, message, found));
      case Criterion.TurnReview asked when answer instanceof Answer.TurnMarks marks ->
          PartCheck.turns(asked, marks, title(criterion), responses.turns(), message -> say(criterion, message, found));
      default -> say(criterion, title(criterion) + where + " was answered in a form that does not fit its kind: reload the task and answer it again.", found);
    }
    if (found.size() == before) justification(criterion, answer, where, found);
  }

  private void label(Criterion.Label label, Answer.Choices choices, String where, List<Rubric.Violation> found) {
    if (choices.choices().isEmpty()) {
      if (label.common().required()) say(label, title(label) + where + " has no answer yet.", found);
      return;
    }
    if (!label.multiple() && choices.choices().size() > 1) say(label, title(label) + where + " takes one choice only.", found);
    var values = label.values();
    if (choices.choices().contains(Criterion.Label.NONE) && choices.choices().size() > 1) {
      say(label, title(label) + where + " takes 'none of these' alone, without another choice.", found);
    }
    choices.choices().stream().filter(choice -> !values.contains(choice))
        .forEach(choice -> say(label, "%s%s has no option '%s'.".formatted(title(label), where, choice), found));
    if (new HashSet<>(choices.choices()).size() < choices.choices().size()) say(label, title(label) + where + " names one option twice.", found);
  }

  private void compare(Criterion.Compare compare, Answer.Winner winner, List<Rubric.Violation> found) {
    boolean even = winner.winner().equals(Answer.Winner.TIE) || winner.winner().equals(Answer.Winner.BOTH_BAD);
    if (even && winner.strength() != null) say(compare, title(compare) + " has a strength beside a tie: leave the strength out.", found);
    switch (winner.winner()) {
      case Answer.Winner.TIE -> {
        if (!compare.tie()) say(compare, title(compare) + " does not allow a tie: choose the response that is better by a little.", found);
      }
      case Answer.Winner.BOTH_BAD -> {
        if (!compare.bothBad()) say(compare, title(compare) + " has no 'both bad': choose one, or flag the task.", found);
      }
      default -> {
        if (!indexes.contains(winner.winner())) unknown(compare, winner.winner(), found);
        else if (compare.strength() && (winner.strength() == null || winner.strength() < 1 || winner.strength() > 3)) {
          say(compare, title(compare) + " also asks by how much: 1 slightly, 2 clearly or 3 much better.", found);
        }
      }
    }
  }

  private void rank(Criterion.Rank rank, Answer.Order order, List<Rubric.Violation> found) {
    var seen = new HashSet<String>();
    for (var group : order.order()) {
      if (group.size() > 1 && !rank.ties()) say(rank, title(rank) + " does not allow ties: give each response its own rank.", found);
      for (String index : group) {
        if (!indexes.contains(index)) unknown(rank, index, found);
        else if (!seen.add(index)) say(rank, "%s names response %s twice.".formatted(title(rank), letter(Integer.parseInt(index))), found);
      }
    }
    if (seen.size() < indexes.size() && !(order.order().isEmpty() && !rank.common().required())) {
      say(rank, "%s leaves out %d of %d responses: rank them all.".formatted(title(rank), indexes.size() - seen.size(), indexes.size()), found);
    }
  }

  private void critique(Criterion.Critique critique, Answer.Spans spans, List<Rubric.Violation> found) {
    if (spans.spans().isEmpty() && critique.common().required()) {
      say(critique, title(critique) + " asks for at least one marked passage.", found);
    }
    var categories = critique.categories().stream().map(Criterion.Option::value).collect(Collectors.toSet());
    var severities = critique.severities() == null ? Set.<String>of() : critique.severities().stream().map(Criterion.Option::value).collect(Collectors.toSet());
    for (var span : spans.spans()) {
      String text = marked(span);
      if (text == null && span.turn() != null) {
        say(critique, "A marked passage ('%s') names turn %d, which this conversation does not have: mark it again.".formatted(shortened(span.quote()), span.turn() + 1), found);
      } else if (text == null) {
        unknown(critique, span.response(), found);
      } else if (span.start() < 0 || span.end() <= span.start() || span.end() > text.length() || !text.substring(span.start(), span.end()).equals(span.quote())) {
        say(critique, "A marked passage ('%s') is not where it says it is: mark it again.".formatted(shortened(span.quote())), found);
      }
      if (!categories.contains(span.category())) say(critique, "The passage '%s' needs one of the categories of %s.".formatted(shortened(span.quote()), title(critique)), found);
      if (!severities.isEmpty() && !severities.contains(span.severity() == null ? "" : span.severity())) {
        say(critique, "The passage '%s' needs a severity.".formatted(shortened(span.quote())), found);
      }
    }
  }

  /** The text that a passage says it stands in; null where the item has none such. */
  private @Nullable String marked(Answer.Span span) {
    if (span.turn() != null) {
      var turns = responses.conversation();
      return span.response() == null && span.turn() >= 0 && span.turn() < turns.size() ? turns.get(span.turn()) : null;
    }
    if (span.response() == null) return responses.prompt();
    return indexes.contains(span.response()) ? responses.texts().get(Integer.parseInt(span.response())) : null;
  }

  private void length(Criterion criterion, String text, Integer least, Integer most, String where, List<Rubric.Violation> found) {
    int length = text.strip().length();
    if (length == 0) {
      if (criterion.common().required()) say(criterion, title(criterion) + where + " has no text yet.", found);
    } else if (least != null && length < least) {
      say(criterion, "%s%s needs at least %d characters; there are %d.".formatted(title(criterion), where, least, length), found);
    } else if (length > (most == null ? MOST_TEXT : Math.min(most, MOST_TEXT))) {
      int limit = most == null ? MOST_TEXT : Math.min(most, MOST_TEXT);
      say(criterion, "%s%s takes at most %d characters; there are %d.".formatted(title(criterion), where, limit, length), found);
    }
  }

  private void justification(Criterion criterion, Answer answer, String where, List<Rubric.Violation> found) {
    boolean due = switch (criterion.common().justification()) {
      case NEVER, ON_SAMPLE -> false;
      case ALWAYS -> true;
      case ON_EXTREMES -> isExtreme(criterion, answer);
    };
    String given = answer.justification() == null ? "" : answer.justification().strip();
    if (due && given.length() < LEAST_JUSTIFICATION) {
      say(criterion, "%s%s asks why: say it in at least %d characters.".formatted(title(criterion), where, LEAST_JUSTIFICATION), found);
    } else if (given.length() > MOST_JUSTIFICATION) {
      say(criterion, "The reason for %s%s is longer than %d characters: shorten it.".formatted(title(criterion), where, MOST_JUSTIFICATION), found);
    }
  }

  private static boolean isExtreme(Criterion criterion, Answer answer) {
    return switch (answer) {
      case Answer.Score score when criterion instanceof Criterion.Scale scale -> score.value() == scale.min() || score.value() == scale.max();
      case Answer.Winner winner -> winner.winner().equals(Answer.Winner.BOTH_BAD) || winner.strength() != null && winner.strength() == 3;
      case Answer.Choices choices when criterion instanceof Criterion.Label label && !label.options().isEmpty() ->
          choices.choices().contains(label.options().getLast().value());
      case Answer.StepMarks marks -> marks.firstError().isPresent();
      default -> false;
    };
  }

  private static String title(Criterion criterion) {
    return "'" + criterion.common().title() + "'";
  }

  static String letter(int index) {
    return String.valueOf((char) ('A' + index));
  }

  private static String shortened(String quote) {
    return quote.length() <= 40 ? quote : quote.substring(0, 39) + "…";
  }

  private static void say(Criterion criterion, String message, List<Rubric.Violation> found) {
    found.add(new Rubric.Violation(criterion.key(), message));
  }

  private static void unknown(Criterion criterion, String index, List<Rubric.Violation> found) {
    say(criterion, "%s names a response '%s' that this item does not have.".formatted(title(criterion), index), found);
  }
}
