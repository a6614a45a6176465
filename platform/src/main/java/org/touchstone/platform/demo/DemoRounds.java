package org.touchstone.platform.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.touchstone.platform.calibration.AttemptDesk;
import org.touchstone.platform.calibration.Attempts;
import org.touchstone.platform.calibration.OpeningDesk;
import org.touchstone.platform.calibration.ReviewDesk;
import org.touchstone.platform.calibration.Round;
import org.touchstone.platform.calibration.RoundDesk;
import org.touchstone.platform.calibration.SetItem;
import org.touchstone.platform.calibration.Sheet;
import org.touchstone.platform.guideline.Answer;
import org.touchstone.platform.guideline.Answers;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.Money;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.task.Item;

/** The rounds of a demonstration project, with one attempt that waits for a review. */
@Component
@ConditionalOnProperty(name = "touchstone.demo", havingValue = "true")
class DemoRounds {
  record DemoSetItem(String prompt, List<String> responses, Answers answers, Map<String, String> explanations) {}

  /** @param answers what the rater said otherwise than the standard, or beside it, by item; @param says about which question of the first item */
  record DemoAttempt(String rater, List<Map<String, Answer>> answers, String criterion, String says) {}

  record DemoRound(
      Round.Kind kind, String title, String about, double minutes, long rateMinor, @Nullable Double share, @Nullable Integer attempts, @Nullable Integer waitHours,
      List<DemoSetItem> items, @Nullable DemoAttempt attempt) {

    Sheet sheet(String currency) {
      var rule = share == null || attempts == null || waitHours == null ? null : new Sheet.PassRule(share, false, attempts, waitHours);
      return new Sheet(title, about, rule, new Money(rateMinor, currency), null, null, minutes, null);
    }
  }

  private final RoundDesk rounds;
  private final OpeningDesk openings;
  private final AttemptDesk desk;
  private final Attempts attempts;
  private final ReviewDesk reviews;

  DemoRounds(RoundDesk rounds, OpeningDesk openings, AttemptDesk desk, Attempts attempts, ReviewDesk reviews) {
    this.rounds = rounds;
    this.openings = openings;
    this.desk = desk;
    this.attempts = attempts;
    this.reviews = reviews;
  }

  void make(ProjectId project, DemoProject.Cast cast, String currency, List<DemoRound> content) {
    for (var one : content) {
      var round = rounds.create(cast.lead(), project, new RoundDesk.NewRound(one.kind(), one.sheet(currency), null));
      rounds.add(cast.lead(), round.id(), one.items().stream().map(item ->
          new RoundDesk.NewItem(null, new SetItem.SetText(item.prompt(), null, null, item.responses().stream().map(text -> new Item.Response(text, null)).toList()), item.answers(), item.explanations())).toList());
      openings.open(cast.lead(), round.id());
      if (one.attempt() != null) attempt(round, cast.raters().get(one.attempt().rater()), one, one.attempt());
    }
  }

  private void attempt(Round round, AccountId rater, DemoRound content, DemoAttempt tried) {
    var attempt = desk.begin(round.id(), rater);
    for (var asked : attempts.answers(attempt.id())) {
      int item = asked.position() - 1;
      var given = new LinkedHashMap<>(content.items().get(item).answers().byCriterion());
      given.putAll(tried.answers().get(item));
      desk.save(attempt.id(), rater, asked.position(), new AttemptDesk.Typed(new Answers(given).toShown(asked.shown()), 1, true));
    }
    desk.handIn(attempt.id(), rater);
    reviews.say(attempt.id(), rater, 1, tried.criterion(), tried.says());
  }
}
