package org.touchstone.platform.calibration;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.touchstone.platform.guideline.Answer;
import org.touchstone.platform.guideline.Answers;
import org.touchstone.platform.notice.Notices;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.Audit;
import org.touchstone.platform.shared.Conflict;
import org.touchstone.platform.shared.Invalid;
import org.touchstone.platform.shared.NotFound;
import org.touchstone.platform.shared.Problem.Fault;
import org.touchstone.platform.shared.Uuid7;

/** Where trainer and reviewer talk over what differs from the standard, and where an attempt is decided. */
@Service
public class ReviewDesk {
  /**
   * How a discrepancy ends.
   *
   * @param answer the corrected standard in the order shown to this trainer, for STANDARD_CORRECTED only
   * @param explanation why that is the answer
   * @param share the mark from now on, for MARK_CORRECTED only
   */
  public record Ending(Discrepancy.@Nullable Outcome outcome, @Nullable String note, @Nullable Answer answer, @Nullable String explanation, @Nullable Double share) {}

  private final Rounds rounds;
  private final SetItems sets;
  private final Attempts attempts;
  private final Discrepancies discrepancies;
  private final Rulings rulings;
  private final Notices notices;
  private final Audit audit;
  private final Clock clock;

  ReviewDesk(Rounds rounds, SetItems sets, Attempts attempts, Discrepancies discrepancies, Rulings rulings, Notices notices, Audit audit, Clock clock) {
    this.rounds = rounds;
    this.sets = sets;
    this.attempts = attempts;
    this.discrepancies = discrepancies;
    this.rulings = rulings;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
  }

  /** Says something about one question of one item; a settled discrepancy is opened again by it. */
  @Transactional
  public Discrepancy say(UUID attemptId, AccountId author, int position, String criterion, @Nullable String text) {
    var attempt = finished(attemptId);
    var round = rounds.find(attempt.roundId()).orElseThrow();
    if (round.rubric().criterion(criterion == null ? "" : criterion).isEmpty()) throw new NotFound("question");
    if (text == null || text.strip().length() < 2) throw new Invalid("text", "Write a sentence.");
    if (text.length() > 5000) throw new Invalid("text", "Keep it under 5000 characters.");
    var thread = open(attempt, author, position, criterion);
    discrepancies.reopen(thread.id(), author, now());
    discrepancies.say(thread.id(), author, text.strip(), now());
    boolean fromTrainer = author.equals(attempt.accountId());
    notices.tell(fromTrainer ? rulings.answering(round, attempt) : List.of(attempt.accountId()), "“%s”, item %d: %s".formatted(
        round.sheet().title(), position, !fromTrainer ? "the reviewer wrote to you." : attempt.ruling() == null ? "a trainer asks about the standard."
            : rulings.decidedAlone(round, attempt) ? "a trainer objects to what you decided, and nobody else is there to answer: you may give way, but not turn it down."
            : "a trainer objects to what was decided. Somebody who did not decide it answers."), Rulings.link(round, attempt));
    return discrepancies.find(thread.id()).orElseThrow();
  }

  /** Ends a discrepancy; a corrected standard or a gap of the guideline scores everybody anew who judged the item. */
  @Transactional
  public Discrepancy settle(UUID attemptId, AccountId by, int position, String criterion, Ending ending) {
    var attempt = finished(attemptId);
    var round = rounds.find(attempt.roundId()).orElseThrow();
    if (ending.outcome() == null) throw new Invalid("outcome", "The outcome is LEARNED, STANDARD_CORRECTED, GUIDELINE_GAP or MARK_CORRECTED.");
    if (ending.note() == null || ending.note().strip().length() < 10) throw new Invalid("note", "Say why in at least 10 characters: the trainer reads it.");
    if (ending.note().length() > 5000) throw new Invalid("note", "Keep the reason under 5000 characters.");
    if (round.rubric().criterion(criterion).isEmpty()) throw new NotFound("question");
    outsider(attempt, by);
    var thread = discrepancies.lock(open(attempt, by, position, criterion).id());
    if (thread.settled() != null) throw new Conflict("This was settled already: load the page again to read how.");
    if (ending.outcome() != Discrepancy.Outcome.LEARNED) sets.lock(thread.itemId());
    if (thread.isObjectionTo(attempt) && by.equals(attempt.ruling().by())) answersAlone(round, attempt, ending);
    var before = rulings.shares(thread.itemId());
    if (ending.outcome() == Discrepancy.Outcome.STANDARD_CORRECTED) correct(round, attempt, thread, by, ending);
    if (ending.outcome() == Discrepancy.Outcome.MARK_CORRECTED) raise(attempt, thread, by, ending);
    discrepancies.settle(thread.id(), new Discrepancy.Settlement(ending.outcome(), ending.note().strip(), by, now()));
    audit.record(by, round.projectId(), "discrepancy.settled", thread.id().toString(), Map.of("outcome", ending.outcome(), "criterion", criterion, "note", ending.note().strip()));
    notices.tell(attempt.accountId(), "“%s”, item %d: %s %s".formatted(round.sheet().title(), position, switch (ending.outcome()) {
      case LEARNED -> "the standard stands.";
      case STANDARD_CORRECTED -> "the standard was corrected.";
      case GUIDELINE_GAP -> "the guideline leaves this open, so it counts against nobody.";
      case MARK_CORRECTED -> "the mark of your text was raised.";
    }, ending.note().strip()), Rulings.link(round, attempt));
    if (ending.outcome() != Discrepancy.Outcome.LEARNED) {
      rulings.rescore(thread.itemId(), before, attemptId, switch (ending.outcome()) {
        case STANDARD_CORRECTED -> "The standard of an item you judged was corrected.";
        case MARK_CORRECTED -> "The mark of a text of yours was raised.";
        default -> "The guideline was found to leave a question open that you were asked.";
      });
    }
    return discrepancies.find(thread.id()).orElseThrow();
  }

  /** Nobody turns down an objection to what they decided; where nobody else is there to answer, they may give way to it. */
  private void answersAlone(Round round, Attempt attempt, Ending ending) {
    if (!rulings.decidedAlone(round, attempt)) throw new Conflict("You decided this attempt: an objection is answered by somebody who did not.");
    if (ending.outcome() == Discrepancy.Outcome.LEARNED) {
      throw new Conflict("You decided this attempt, and nobody else is there to answer: you may give way to the objection, but only somebody who did not decide can turn it down.");
    }
  }

  private void correct(Round round, Attempt attempt, Discrepancy thread, AccountId by, Ending ending) {
    var item = sets.find(thread.itemId()).orElseThrow();
    if (item.standard() == null || ending.answer() == null) throw new Invalid("answer", "Give the answer that is the standard from now on.");
    var shown = answered(attempt, thread.position()).shown();
    var corrected = new LinkedHashMap<>(item.standard().answers().byCriterion());
    corrected.put(thread.criterion(), new Answers(Map.of(thread.criterion(), ending.answer())).toCanonical(shown).byCriterion().get(thread.criterion()));
    var answers = new Answers(corrected);
    var violations = round.rubric().asKnowledge().check(answers, item.text().canonical());
    if (!violations.isEmpty()) throw new Invalid(violations.stream().map(violation -> new Fault("answers." + violation.criterion(), violation.message())).toList());
    var explanations = new LinkedHashMap<>(item.standard().explanations());
    explanations.put(thread.criterion(), ending.explanation() == null || ending.explanation().isBlank() ? ending.note().strip() : ending.explanation().strip());
    sets.put(item.id(), new SetItem.Standard(item.standard().version() + 1, answers, explanations, ending.note().strip(), by, now()));
  }

  /** A mark only ever rises by an objection: whoever objects has nothing to fear. */
  private void raise(Attempt attempt, Discrepancy thread, AccountId by, Ending ending) {
    var before = discrepancies.marks(attempt.id()).stream().filter(mark -> mark.position() == thread.position() && mark.criterion().equals(thread.criterion())).findFirst()
        .orElseThrow(() -> new Conflict("No person marked this answer: correct the standard or name the gap instead."));
    if (ending.share() == null || ending.share() != 0.5 && ending.share() != 1) throw new Invalid("share", "The text meets the standard (1) or meets it in part (0.5).");
    if (ending.share() <= before.share()) throw new Invalid("share", "The mark is that high already: choose a higher one, or let the standard stand.");
    discrepancies.mark(attempt.id(), new Discrepancies.Mark(thread.position(), thread.criterion(), ending.share(), ending.note().strip(), by), now());
  }

  /** Scores a text, which no count can: 0, one half or 1. Until the attempt is decided a mark may be given again. */
  @Transactional
  public void mark(UUID attemptId, AccountId by, Discrepancies.Mark mark) {
    var attempt = finished(attemptId);
    outsider(attempt, by);
    if (attempt.state() != Attempt.State.HANDED_IN) throw new Conflict("This attempt is decided: correct the standard or name the gap instead.");
    if (mark.share() != 0 && mark.share() != 0.5 && mark.share() != 1) throw new Invalid("share", "A text meets the standard (1), meets it in part (0.5) or does not (0).");
    if (mark.note() == null || mark.note().strip().length() < 10) throw new Invalid("note", "Say why in at least 10 characters: the trainer reads it.");
    if (rounds.find(attempt.roundId()).orElseThrow().rubric().criterion(mark.criterion()).isEmpty()) throw new NotFound("question");
    answered(attempt, mark.position());
    var line = rulings.lines(attempt).get(mark.position());
    if (line == null || !Score.isRead(rounds.find(attempt.roundId()).orElseThrow().rubric(), line, mark.criterion())) {
      throw new Conflict("This question is counted against the standard and takes no mark: correct the standard or name the gap instead.");
    }
    discrepancies.mark(attemptId, mark, now());
  }

  /** Decides by the rule after the review; each difference that was not talked over counts as one the trainer learns from. */
  @Transactional
  public Attempt decide(UUID attemptId, AccountId by, @Nullable String reason) {
    finished(attemptId);
    var attempt = attempts.lock(attemptId).orElseThrow();
    var round = rounds.find(attempt.roundId()).orElseThrow();
    outsider(attempt, by);
    if (attempt.state() != Attempt.State.HANDED_IN) throw new Conflict("There is nothing to decide about this attempt.");
    if (reason == null || reason.strip().length() < 10) throw new Invalid("reason", "Say why in at least 10 characters: the trainer reads it.");
    if (reason.length() > 5000) throw new Invalid("reason", "Keep the reason under 5000 characters.");
    var lines = rulings.lines(attempt);
    int waiting = Score.of(round.rubric(), List.copyOf(lines.values())).waiting();
    if (waiting > 0) throw new Conflict("%d text%s still without a mark: read %s first.".formatted(waiting, waiting == 1 ? " is" : "s are", waiting == 1 ? "it" : "them"));
    if (discrepancies.of(attemptId).stream().anyMatch(thread -> thread.settled() == null)) throw new Conflict("A discrepancy is still being talked over: give it an outcome first.");
    lines.forEach((position, line) -> line.shares(round.rubric()).forEach((criterion, share) -> {
      if (share < 1) learned(attempt, by, position, criterion, reason.strip());
    }));
    rulings.decide(round, attempt, by, reason.strip());
    return attempts.find(attemptId).orElseThrow();
  }

  private void learned(Attempt attempt, AccountId by, int position, String criterion, String reason) {
    var thread = open(attempt, by, position, criterion);
    if (thread.settled() == null) discrepancies.settle(thread.id(), new Discrepancy.Settlement(Discrepancy.Outcome.LEARNED, reason, by, now()));
  }

  private Discrepancy open(Attempt attempt, AccountId by, int position, String criterion) {
    return discrepancies.open(new Discrepancy(Uuid7.next(), attempt.id(), answered(attempt, position).itemId(), position, criterion, by, now(), null, List.of()));
  }

  private Attempt.Answered answered(Attempt attempt, int position) {
    return attempts.answers(attempt.id()).stream().filter(one -> one.position() == position).findFirst().orElseThrow(() -> new NotFound("item"));
  }

  private Attempt finished(UUID id) {
    var attempt = attempts.find(id).orElseThrow(() -> new NotFound("attempt"));
    if (attempt.handedInAt() == null) throw new Conflict("This attempt is still being worked on.");
    return attempt;
  }

  private static void outsider(Attempt attempt, AccountId by) {
    if (attempt.accountId().equals(by)) throw new Conflict("Somebody else reviews what you judged yourself.");
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
