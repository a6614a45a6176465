package org.touchstone.platform.guideline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Looks a rubric over before it is published: whatever would leave a rater without a way to answer. */
final class RubricCheck {
  private RubricCheck() {}

  static List<String> problems(Rubric rubric) {
    var problems = new ArrayList<String>();
    if (rubric.criteria().isEmpty()) problems.add("The rubric asks nothing yet: add at least one criterion.");
    var keys = new HashSet<String>();
    for (Criterion criterion : rubric.criteria()) {
      String key = criterion.key();
      String name = "Criterion '%s'".formatted(criterion.common().title());
      if (key == null || !key.matches("[a-z][a-z0-9_]{0,39}")) {
        problems.add(name + " needs a key of lower-case letters, digits and underscores that begins with a letter.");
      } else if (!keys.add(key)) {
        problems.add("The key '%s' is used twice: give each criterion its own.".formatted(key));
      }
      if (criterion.common().title() == null || criterion.common().title().isBlank()) {
        problems.add("Criterion '%s' needs a title that asks the question.".formatted(key));
      }
      problem(criterion, name, problems);
      var common = criterion.common();
      boolean sampled = common.justification() == Criterion.Justification.ON_SAMPLE;
      if (sampled && (common.justificationShare() == null || !(common.justificationShare() > 0 && common.justificationShare() <= 1))) {
        problems.add(name + " asks why on a sample: say of which share, above 0 and up to 1.");
      }
    }
    new ConditionCheck(rubric).problems(problems);
    return problems;
  }

  private static void problem(Criterion criterion, String name, List<String> problems) {
    switch (criterion) {
      case Criterion.Label label -> options(label.options(), name, "options", 2, problems);
      case Criterion.Scale scale -> {
        if (scale.min() >= scale.max()) problems.add(name + " needs a scale whose lowest value is below its highest.");
        else if (scale.max() - scale.min() > 100) problems.add(name + " has more than 101 steps: no rater can tell them apart.");
        if (scale.anchors() == null) return;
        for (var anchor : scale.anchors()) {
          if (anchor == null) {
            problems.add(name + " has an empty anchor: take it out.");
            continue;
          }
          if (anchor.value() < scale.min() || anchor.value() > scale.max()) {
            problems.add("%s has an anchor at %s, outside its scale of %d to %d.".formatted(name, anchor.value(), scale.min(), scale.max()));
          }
        }
      }
      case Criterion.Critique critique -> {
        options(critique.categories(), name, "categories", 1, problems);
        if (critique.severities() != null && !critique.severities().isEmpty()) options(critique.severities(), name, "severities", 2, problems);
      }
      case Criterion.Rewrite rewrite -> lengths(rewrite.minLength(), rewrite.maxLength(), name, problems);
      case Criterion.FreeText text -> lengths(text.minLength(), text.maxLength(), name, problems);
      case Criterion.Compare compare -> target(criterion, name, problems);
      case Criterion.Rank rank -> target(criterion, name, problems);
      case Criterion.StepReview steps -> {
        if (steps.common().target() != Criterion.Target.EACH_RESPONSE) problems.add(name + " looks at the steps of a response, so it is asked of each response.");
      }
      case Criterion.TurnReview turns -> {
        if (turns.common().target() == Criterion.Target.EACH_RESPONSE) problems.add(name + " looks at the turns of the conversation, so it is asked of the item.");
        if (turns.isChoice()) options(turns.options(), name, "options", 2, problems);
        else if (turns.min() == null || turns.max() == null || turns.min() >= turns.max() || turns.max() - turns.min() > 100) {
          problems.add(name + " needs options, or a scale whose lowest value is below its highest.");
        }
      }
    }
  }

  private static void target(Criterion criterion, String name, List<String> problems) {
    if (criterion.common().target() == Criterion.Target.EACH_RESPONSE) {
      problems.add(name + " sets responses against each other, so it is asked once of the item, not of each response.");
    }
  }

  private static void options(List<Criterion.Option> options, String name, String what, int least, List<String> problems) {
    if (options == null || options.size() < least) {
      problems.add("%s needs at least %d %s.".formatted(name, least, what));
      return;
    }
    var values = new HashSet<String>();
    for (var option : options) {
      if (option.value() == null || option.value().isBlank()) problems.add("%s has one of its %s without a value.".formatted(name, what));
      else if (!values.add(option.value())) problems.add("%s has '%s' twice among its %s.".formatted(name, option.value(), what));
    }
  }

  private static void lengths(Integer least, Integer most, String name, List<String> problems) {
    if (least != null && most != null && least > most) problems.add("%s asks for at least %d characters but allows only %d.".formatted(name, least, most));
  }
}
