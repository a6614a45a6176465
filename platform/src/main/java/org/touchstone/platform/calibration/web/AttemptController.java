package org.touchstone.platform.calibration.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.touchstone.platform.calibration.Attempt;
import org.touchstone.platform.calibration.AttemptDesk;
import org.touchstone.platform.calibration.Attempts;
import org.touchstone.platform.calibration.Discrepancies;
import org.touchstone.platform.calibration.Discrepancy;
import org.touchstone.platform.calibration.ReviewDesk;
import org.touchstone.platform.calibration.Rulings;
import org.touchstone.platform.guideline.Answer;
import org.touchstone.platform.guideline.Answers;
import org.touchstone.platform.identity.Accounts;
import org.touchstone.platform.identity.Caller;
import org.touchstone.platform.shared.Invalid;
import org.touchstone.platform.shared.Page;

/** Attempts: begun, answered and handed in by one person, then looked at from both sides. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "attempts", description = "Attempts at rounds, and their review")
class AttemptController {
  record TypedAnswers(@Nullable Answers answers, @Nullable Integer revision, @Nullable Boolean done) {}

  /** @param open discrepancies without an outcome */
  record ListedAttempt(UUID id, String personName, int number, Attempt.State state, @Nullable Instant handedInAt, @Nullable Double share, int waiting, int open) {}

  record NewMessage(@Nullable String text) {}

  /** @param share the mark from now on, where a text was marked too low */
  record NewEnding(Discrepancy.@Nullable Outcome outcome, @Nullable String note, @Nullable Answer answer, @Nullable String explanation, @Nullable Double share) {}

  record NewMark(@Nullable Double share, @Nullable String note) {}

  record AttemptDecision(@Nullable String reason) {}

  private final AttemptDesk desk;
  private final ReviewDesk reviews;
  private final Attempts attempts;
  private final Discrepancies discrepancies;
  private final Rulings rulings;
  private final AttemptViews views;
  private final RoundRights rights;
  private final Accounts accounts;

  AttemptController(AttemptDesk desk, ReviewDesk reviews, Attempts attempts, Discrepancies discrepancies, Rulings rulings, AttemptViews views, RoundRights rights, Accounts accounts) {
    this.desk = desk;
    this.reviews = reviews;
    this.attempts = attempts;
    this.discrepancies = discrepancies;
    this.rulings = rulings;
    this.views = views;
    this.rights = rights;
    this.accounts = accounts;
  }

  /** The attempt the caller has open, else a new one. */
  @PostMapping("/rounds/{round}/attempts")
  AttemptViews.AttemptView begin(Caller caller, @PathVariable UUID round) {
    rights.visible(caller, round);
    return views.of(caller, desk.begin(round, caller.id()));
  }

  /** What was handed in, for those who run the round. */
  @GetMapping("/rounds/{round}/attempts")
  Page<ListedAttempt> attempts(Caller caller, @PathVariable UUID round) {
    var known = rights.run(caller, round);
    var all = attempts.of(round).stream().filter(attempt -> attempt.handedInAt() != null).toList();
    var names = accounts.names(all.stream().map(Attempt::accountId).distinct().toList());
    return new Page<>(all.stream().map(attempt -> {
      var score = rulings.score(known, attempt);
      int open = (int) discrepancies.of(attempt.id()).stream().filter(thread -> thread.settled() == null).count();
      return new ListedAttempt(attempt.id(), names.getOrDefault(attempt.accountId(), "Somebody"), attempt.number(), attempt.state(), attempt.handedInAt(),
          score.asked() == 0 || score.waiting() > 0 ? null : score.share(), score.waiting(), open);
    }).toList(), null);
  }

  @GetMapping("/attempts/{attempt}")
  AttemptViews.AttemptView attempt(Caller caller, @PathVariable UUID attempt) {
    return views.of(caller, rights.attempt(caller, attempt));
  }

  /** Keeps what was typed; answers name responses by the position shown. */
  @PutMapping("/attempts/{attempt}/answers/{position}")
  AttemptViews.AttemptView save(Caller caller, @PathVariable UUID attempt, @PathVariable int position, @RequestBody TypedAnswers body) {
    rights.own(caller, attempt);
    if (body.answers() == null || body.revision() == null) throw new Invalid("revision", "A draft is its answers and a revision that counts up with each change.");
    desk.save(attempt, caller.id(), position, new AttemptDesk.Typed(body.answers(), body.revision(), Boolean.TRUE.equals(body.done())));
    return attempt(caller, attempt);
  }

  @PostMapping("/attempts/{attempt}/submission")
  AttemptViews.AttemptView handIn(Caller caller, @PathVariable UUID attempt) {
    rights.own(caller, attempt);
    desk.handIn(attempt, caller.id());
    return attempt(caller, attempt);
  }

  /** Says something about one question of one item. */
  @PostMapping("/attempts/{attempt}/items/{position}/{criterion}/messages")
  AttemptViews.AttemptView say(Caller caller, @PathVariable UUID attempt, @PathVariable int position, @PathVariable String criterion, @RequestBody NewMessage body) {
    rights.attempt(caller, attempt);
    reviews.say(attempt, caller.id(), position, criterion, body.text());
    return attempt(caller, attempt);
  }

  /** Ends a discrepancy; a corrected standard names responses by the position shown to this trainer. */
  @PutMapping("/attempts/{attempt}/items/{position}/{criterion}/outcome")
  AttemptViews.AttemptView settle(Caller caller, @PathVariable UUID attempt, @PathVariable int position, @PathVariable String criterion, @RequestBody NewEnding body) {
    rights.reviewed(caller, attempt);
    reviews.settle(attempt, caller.id(), position, criterion, new ReviewDesk.Ending(body.outcome(), body.note(), body.answer(), body.explanation(), body.share()));
    return attempt(caller, attempt);
  }

  /** Says how far a text meets the standard. */
  @PutMapping("/attempts/{attempt}/items/{position}/{criterion}/mark")
  AttemptViews.AttemptView mark(Caller caller, @PathVariable UUID attempt, @PathVariable int position, @PathVariable String criterion, @RequestBody NewMark body) {
    rights.reviewed(caller, attempt);
    reviews.mark(attempt, caller.id(), new Discrepancies.Mark(position, criterion, body.share() == null ? -1 : body.share(), body.note(), caller.id()));
    return attempt(caller, attempt);
  }

  /** Decides by the rule after the review. */
  @PostMapping("/attempts/{attempt}/decision")
  AttemptViews.AttemptView decide(Caller caller, @PathVariable UUID attempt, @RequestBody AttemptDecision body) {
    rights.reviewed(caller, attempt);
    reviews.decide(attempt, caller.id(), body.reason());
    return attempt(caller, attempt);
  }
}
