package org.touchstone.platform.guideline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks over what in a rubric depends on answers: conditions that can never hold and rules that cannot be kept. */
final class ConditionCheck {
  private final Rubric rubric;

  ConditionCheck(Rubric rubric) {
    this.rubric = rubric;
  }

  void problems(List<String> problems) {
    for (int i = 0; i < rubric.criteria().size(); i++) {
      var common = rubric.criteria().get(i).common();
      if (common.showIf() == null) continue;
      String name = "The condition of '%s'".formatted(common.title());
      if (!condition(common.showIf(), name, problems)) continue;
      if (place(common.showIf().criterion()) >= i) {
        problems.add(name + " looks at a question that comes later: put that one before it.");
      }
    }
    for (int i = 0; i < rubric.rules().size(); i++) rule(rubric.rules().get(i), "Rule " + (i + 1), problems);
  }

  private void rule(Rule rule, String name, List<String> problems) {
    if (rule.message() == null || rule.message().isBlank()) problems.add(name + " needs a sentence that trainers read.");
    switch (rule) {
      case Rule.Consequence consequence -> {
        boolean sound = condition(consequence.when(), name, problems) && condition(consequence.then(), name, problems);
        if (sound && consequence.when().equals(consequence.then())) problems.add(name + " says the same twice.");
      }
      case Rule.ForbiddenPhrases forbidden -> {
        known(forbidden.criterion(), name, problems);
        if (forbidden.phrases() == null || forbidden.phrases().isEmpty() || forbidden.phrases().stream().anyMatch(phrase -> phrase == null || phrase.isBlank())) {
          problems.add(name + " needs the phrases it forbids, none of them empty.");
        }
      }
      case Rule.WordLimits limits -> {
        boolean text = known(limits.criterion(), name, problems)
            && !(rubric.criterion(limits.criterion()).orElseThrow() instanceof Criterion.FreeText) && !(rubric.criterion(limits.criterion()).orElseThrow() instanceof Criterion.Rewrite);
        if (text) problems.add(name + " counts words, so it needs a question that is answered by a text.");
        if (limits.least() == null && limits.most() == null) problems.add(name + " needs a number of words.");
        if (limits.least() != null && limits.most() != null && limits.least() > limits.most()) {
          problems.add("%s asks for at least %d words but allows only %d.".formatted(name, limits.least(), limits.most()));
        }
      }
    }
  }

  private boolean condition(@Nullable Condition condition, String name, List<String> problems) {
    if (condition == null) {
      problems.add(name + " is not complete.");
      return false;
    }
    if (!known(condition.criterion(), name, problems)) return false;
    if (condition.ways() != 1) {
      problems.add(name + " needs one thing that the answer is, is not, or measures.");
      return false;
    }
    String value = condition.is() == null ? condition.isNot() : condition.is();
    var values = values(rubric.criterion(condition.criterion()).orElseThrow());
    if (value != null && !values.contains(value)) {
      problems.add("%s looks for the answer '%s', which '%s' does not have.".formatted(name, value, condition.criterion()));
      return false;
    }
    return true;
  }

  /** Which response wins is not among them: positions differ from task to task. */
  private static List<String> values(Criterion criterion) {
    return switch (criterion) {
      case Criterion.Label label -> label.values();
      case Criterion.Compare _ -> List.of(Answer.Winner.TIE, Answer.Winner.BOTH_BAD);
      case Criterion.StepReview _ -> Answer.StepMark.ALL;
      default -> List.of();
    };
  }

  private boolean known(@Nullable String key, String name, List<String> problems) {
    if (key != null && place(key) >= 0) return true;
    problems.add("%s speaks of the question '%s', which is not in the rubric.".formatted(name, key));
    return false;
  }

  private int place(String key) {
    for (int i = 0; i < rubric.criteria().size(); i++) if (key.equals(rubric.criteria().get(i).key())) return i;
    return -1;
  }
}
