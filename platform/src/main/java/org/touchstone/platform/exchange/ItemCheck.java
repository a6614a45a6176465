package org.touchstone.platform.exchange;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.touchstone.platform.guideline.Criterion;
import org.touchstone.platform.guideline.ReasoningSteps;
import org.touchstone.platform.guideline.Rubric;
import org.touchstone.platform.task.Item;
import org.touchstone.platform.task.LaneDesk;

/** What keeps an item from being taken in; one rule for files and for the API. */
final class ItemCheck {
  static final int LONGEST_TEXT = 200_000;
  static final int MOST_RESPONSES = 10;
  static final int MOST_TURNS = 2_000;
  static final int MOST_PRIORITY = 1_000;
  static final int MOST_WANTED = 1_000;

  private final @Nullable Rubric rubric;
  private final Rubric asKnowledge;
  private final boolean comparing;
  private final Predicate<String> lanes;

  /** @param rubric the guideline in force, null while there is none; @param lanes knows the names of the project's lanes */
  ItemCheck(@Nullable Rubric rubric, Predicate<String> lanes) {
    this.lanes = lanes;
    this.rubric = rubric;
    this.asKnowledge = rubric == null ? new Rubric(List.of()) : rubric.asKnowledge();
    this.comparing = rubric != null && rubric.criteria().stream().anyMatch(Criterion.Compare.class::isInstance);
  }

  /** @param part which part of the item it is; @param message one sentence */
  record Finding(String part, String message) {}

  /** The first thing that is wrong with the item; empty when it may be taken. */
  Optional<Finding> of(@Nullable ItemRow item) {
    if (item == null) return found("prompt", "There is null here instead of an item.");
    if (item.prompt() == null || item.prompt().isBlank()) return found("prompt", "The prompt is empty.");
    var text = text("prompt", item.prompt());
    if (text.isEmpty()) text = text("context", item.context());
    if (text.isEmpty()) text = text("externalId", item.externalId());
    if (text.isPresent()) return text;
    if (item.externalId() != null && item.externalId().length() > 200) return found("externalId", "The id is longer than 200 characters.");
    if (item.responses().size() > MOST_RESPONSES) {
      return found("responses", "There are %d responses; at most %d can be judged together.".formatted(item.responses().size(), MOST_RESPONSES));
    }
    for (int i = 0; i < item.responses().size(); i++) {
      var response = item.responses().get(i);
      String part = "responses[" + i + "]";
      if (response.text() == null || response.text().isBlank()) return found(part, "Response %d is empty.".formatted(i + 1));
      text = text(part, response.text());
      if (text.isEmpty()) text = text(part, response.model());
      if (text.isEmpty()) text = text(part, response.output());
      if (text.isEmpty()) text = steps(part, response.steps());
      if (text.isPresent()) return text;
    }
    if (comparing && item.responses().size() != 2) {
      return found("responses", "The rubric compares two responses and this item has %d.".formatted(item.responses().size()));
    }
    text = turns(item.conversation());
    if (text.isPresent()) return text;
    if (item.wanted() != null && (item.wanted() < 1 || item.wanted() > MOST_WANTED)) {
      return found("wanted", "%d judgments are wanted; say a whole number from 1 to %,d.".formatted(item.wanted(), MOST_WANTED));
    }
    if (item.priority() != null && Math.abs(item.priority()) > MOST_PRIORITY) {
      return found("priority", "The priority is %d; it lies between -%d and %d.".formatted(item.priority(), MOST_PRIORITY, MOST_PRIORITY));
    }
    if (item.lane() != null && !lanes.test(item.lane())) return found("lane", LaneDesk.unknown(item.lane()));
    return gold(item);
  }

  private static Optional<Finding> steps(String part, @Nullable List<String> steps) {
    if (steps == null) return Optional.empty();
    if (steps.size() > ReasoningSteps.MOST) return found(part, "There are %d steps; at most %d can be judged one by one.".formatted(steps.size(), ReasoningSteps.MOST));
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i) == null || steps.get(i).isBlank()) return found(part, "Step %d is empty.".formatted(i + 1));
      var text = text(part, steps.get(i));
      if (text.isPresent()) return text;
    }
    return Optional.empty();
  }

  private static Optional<Finding> turns(List<ItemRow.Turn> turns) {
    if (turns.size() > MOST_TURNS) return found("conversation", "There are %,d turns; at most %,d can be shown.".formatted(turns.size(), MOST_TURNS));
    for (int i = 0; i < turns.size(); i++) {
      var turn = turns.get(i);
      if (turn.role().isBlank() || turn.role().length() > 40) return found("conversation", "Turn %d does not say who speaks: give it a role such as user or assistant.".formatted(i + 1));
      if (turn.text() == null || turn.text().isBlank()) return found("conversation", "Turn %d is empty.".formatted(i + 1));
      var text = text("conversation", turn.text());
      if (text.isEmpty()) text = text("conversation", turn.role());
      if (text.isPresent()) return text;
    }
    return Optional.empty();
  }

  /** The same, and every picture it shows must be there. */
  Optional<Finding> of(@Nullable ItemRow item, Pictures pictures) {
    return of(item).or(() -> pictures.missing(item).map(name ->
        new Finding("prompt", "It shows the picture “%s”, which nobody uploaded: upload it first, on the page of imports.".formatted(name))));
  }

  private Optional<Finding> gold(ItemRow item) {
    if (item.gold() == null) return Optional.empty();
    String why = item.gold().explanation();
    if (why == null || why.isBlank()) return found("goldExplanation", "Say why the known answer is the answer: it is what a dispute is decided by.");
    if (rubric == null) {
      return found("gold", "There is no published guideline yet to check the known answer against; publish it first, or leave the gold out.");
    }
    var texts = new Rubric.ResponseTexts(item.prompt(), item.responses().stream().map(ItemRow.Response::text).toList(),
        item.responses().stream().map(response -> response.steps() == null ? ReasoningSteps.of(response.text()).size() : response.steps().size()).toList(),
        Item.turnsOfAssistant(item.conversation().stream().map(turn -> new Item.Turn(turn.role(), turn.text())).toList()),
        item.conversation().stream().map(ItemRow.Turn::text).toList());
    for (String key : item.gold().answers().byCriterion().keySet()) {
      if (rubric.criterion(key).isEmpty()) return found("gold", "The known answer speaks of “%s”, which the rubric does not ask.".formatted(key));
    }
    return asKnowledge.check(item.gold().answers(), texts).stream().findFirst()
        .map(violation -> new Finding("gold", "The known answer does not fit the rubric (%s): %s".formatted(violation.criterion(), violation.message())));
  }

  /** PostgreSQL cannot hold the character NUL, nor half of a surrogate pair. */
  private static Optional<Finding> text(String part, @Nullable String text) {
    if (text == null) return Optional.empty();
    if (text.length() > LONGEST_TEXT) return found(part, "This text has %,d characters; at most %,d are taken.".formatted(text.length(), LONGEST_TEXT));
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) return found(part, "The text holds the character NUL at position %d; take it out.".formatted(i + 1));
      if (!Character.isSurrogate(c)) continue;
      if (!Character.isHighSurrogate(c) || i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))) {
        return found(part, "The text holds half of a character at position %d; it was cut in two before it came here.".formatted(i + 1));
      }
      i++;
    }
    return Optional.empty();
  }

  private static Optional<Finding> found(String part, String message) {
    return Optional.of(new Finding(part, message));
  }
}
