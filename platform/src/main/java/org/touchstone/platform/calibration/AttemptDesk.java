package org.touchstone.platform.calibration;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.touchstone.platform.access.AdmissionDesk;
import org.touchstone.platform.access.Admission;
import org.touchstone.platform.access.Grants;
import org.touchstone.platform.access.Passes;
import org.touchstone.platform.guideline.Answers;
import org.touchstone.platform.pay.Ledger;
import org.touchstone.platform.pay.SourceId;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.Conflict;
import org.touchstone.platform.shared.Invalid;
import org.touchstone.platform.shared.Money;
import org.touchstone.platform.shared.NotFound;
import org.touchstone.platform.shared.Problem.Fault;
import org.touchstone.platform.shared.Uuid7;

/** Where somebody takes part in a round: begins it, answers its items, hands it in, and is paid whatever comes of it. */
@Service
public class AttemptDesk {
  /**
   * Where a person stands with a round.
   *
   * @param because why no attempt can be begun now; null when one can
   * @param from when the next attempt opens, where there is one to wait for
   */
  public record Standing(List<Attempt> attempts, @Nullable String because, @Nullable Instant from) {
    public boolean mayBegin() {
      return because == null;
    }
  }

  private static final SecureRandom RANDOM = new SecureRandom();

  private final Rounds rounds;
  private final SetItems sets;
  private final Attempts attempts;
  private final Rulings rulings;
  private final AdmissionDesk admission;
  private final Grants grants;
  private final Passes passes;
  private final Ledger ledger;
  private final Clock clock;

  AttemptDesk(Rounds rounds, SetItems sets, Attempts attempts, Rulings rulings, AdmissionDesk admission, Grants grants, Passes passes, Ledger ledger, Clock clock) {
    this.rounds = rounds;
    this.sets = sets;
    this.attempts = attempts;
    this.rulings = rulings;
    this.admission = admission;
    this.grants = grants;
    this.passes = passes;
    this.ledger = ledger;
    this.clock = clock;
  }

  public Standing standing(Round round, AccountId account) {
    return standing(round, account, attempts.of(List.of(round.id()), account));
  }

  public Standing standing(Round round, AccountId account, List<Attempt> own) {
    var last = own.isEmpty() ? null : own.getLast();
    if (last != null && last.state() == Attempt.State.OPEN) return new Standing(own, null, null);
    if (round.state() != Round.State.OPEN) return new Standing(own, "This round is not open.", null);
    if (round.kind().decides() && passes.level(account, round.series()).orElse(0) >= round.level()) return new Standing(own, "You have passed this.", null);
    var barred = barred(round, account);
    if (barred != null) return new Standing(own, barred, null);
    if (last == null || round.kind() == Round.Kind.PRACTICE) return new Standing(own, null, null);
    return switch (last.state()) {
      case HANDED_IN -> new Standing(own, "Your attempt is being looked at.", null);
      case FAILED -> new Standing(own, "You have used all %d attempts. Where the standard seems wrong to you, object at that question: if it is corrected, your result is counted anew.".formatted(own.size()), null);
      case RETRY -> {
        var from = last.ruling().at().plus(Duration.ofHours(round.sheet().rule().waitHours()));
        yield from.isAfter(clock.instant()) ? new Standing(own, "The next attempt opens later.", from) : new Standing(own, null, null);
      }
      default -> new Standing(own, round.kind() == Round.Kind.GUIDELINE_TEST ? "You have taken part." : "You have passed this.", null);
    };
  }

  private @Nullable String barred(Round round, AccountId account) {
    if (round.kind() == Round.Kind.GUIDELINE_TEST) return rounds.participants(round.id()).contains(account) ? null : "Others were chosen for this test.";
    if (round.madeBy().equals(account)) return "You wrote this round yourself.";
    if (round.projectId() == null) return null;
    return switch (admission.mayWork(round.projectId(), account)) {
      case Admission.Allowed allowed -> null;
      // Neither what is to be passed here nor a restriction of paid work keeps anybody from learning.
      case Admission.Refused refused -> refused.reasons().stream()
          .filter(reason -> reason.code() != Admission.Code.CALIBRATE && reason.code() != Admission.Code.RESTRICTED)
          .findFirst().map(reason -> reason.sentence() + " " + reason.remedy()).orElse(null);
    };
  }

  /** The attempt this person has open, else a new one. */
  @Transactional
  public Attempt begin(UUID roundId, AccountId account) {
    var round = rounds.find(roundId).orElseThrow(() -> new NotFound("round"));
    var standing = standing(round, account);
    var last = standing.attempts().isEmpty() ? null : standing.attempts().getLast();
    if (last != null && last.state() == Attempt.State.OPEN) return last;
    if (standing.because() != null) throw new Conflict(standing.because() + (standing.from() == null ? "" : " It opens at %s.".formatted(standing.from())));
    int number = last == null ? 1 : last.number() + 1;
    var attempt = new Attempt(Uuid7.next(), roundId, account, number, Attempt.State.OPEN, rate(round, account, number), now(), null, null);
    var blank = new ArrayList<Attempt.Answered>();
    for (var item : draw(round, account)) {
      blank.add(new Attempt.Answered(Uuid7.next(), attempt.id(), item.id(), blank.size() + 1, order(item.text().responses().size()), Answers.none(), 0, false, false));
    }
    try {
      attempts.insert(attempt, blank);
    } catch (DuplicateKeyException askedTwiceAtOnce) {
      throw new Conflict("This attempt was begun in another window: reload to go on there.");
    }
    return attempt;
  }

  /** Practice pays the first time through, so that repeating it is for learning; leads of a project are paid elsewhere. */
  private @Nullable Money rate(Round round, AccountId account, int number) {
    if (round.sheet().rate() == null || round.kind() == Round.Kind.PRACTICE && number > 1) return null;
    boolean trains = grants.of(round.projectId(), account).filter(grant -> grant.terms() != null).isPresent();
    return trains ? round.sheet().rate() : null;
  }

  /** What was asked least comes first, so that another attempt brings other items while there are any. */
  private List<SetItem> draw(Round round, AccountId account) {
    var all = sets.of(round.id());
    var sheet = round.sheet();
    boolean returns = sheet.returning() != null && passes.level(account, round.series()).isPresent();
    Integer wanted = returns ? sheet.returning() : sheet.draw();
    if (wanted == null || wanted >= all.size()) return all;
    var asked = attempts.asked(round.id(), account);
    var drawn = new ArrayList<>(all);
    Collections.shuffle(drawn, RANDOM);
    drawn.sort(Comparator.comparingInt(item -> asked.getOrDefault(item.id(), 0)));
    return drawn.subList(0, wanted);
  }

  private static int[] order(int responses) {
    var order = new ArrayList<>(IntStream.range(0, responses).boxed().toList());
    Collections.shuffle(order, RANDOM);
    return order.stream().mapToInt(Integer::intValue).toArray();
  }

  /** What is typed, and whether it is complete. */
  public record Typed(Answers answers, int revision, boolean done) {}

  /** Keeps what was typed; a complete answer is held against the rubric, and in practice stays as it is. */
  @Transactional
  public Attempt.Answered save(UUID attemptId, AccountId account, int position, Typed typed) {
    var attempt = own(attemptId, account);
    if (attempt.state() != Attempt.State.OPEN) throw new Conflict("This attempt was handed in: its answers stay as they are.");
    var round = rounds.find(attempt.roundId()).orElseThrow();
    var before = at(attemptId, position);
    if (before.done() && round.kind() == Round.Kind.PRACTICE) throw new Conflict("This item was explained to you already: go on with the next.");
    var canonical = typed.answers().toCanonical(before.shown());
    if (typed.done()) check(round, before, typed.answers());
    var after = new Attempt.Answered(before.id(), attemptId, before.itemId(), position, before.shown(), canonical, typed.revision(), typed.done(), before.paid());
    if (!attempts.save(after)) throw new Conflict("This item was answered in another window since: reload to go on from there.");
    if (typed.done() && round.kind() == Round.Kind.PRACTICE) pay(round, attempt, List.of(after));
    return after;
  }

  /** Ends the attempt; every item is paid at the rate that was pinned, whatever the outcome. */
  @Transactional
  public Attempt handIn(UUID attemptId, AccountId account) {
    own(attemptId, account);
    var attempt = attempts.lock(attemptId).orElseThrow();
    if (attempt.state() != Attempt.State.OPEN) return attempt;
    var round = rounds.find(attempt.roundId()).orElseThrow();
    var answers = attempts.answers(attemptId);
    var open = answers.stream().filter(one -> !one.done()).map(Attempt.Answered::position).toList();
    if (!open.isEmpty()) throw new Conflict(open.size() == 1 ? "Item %d has no complete answer yet.".formatted(open.getFirst()) : "%d items have no complete answer yet, the first is item %d.".formatted(open.size(), open.getFirst()));
    answers.forEach(one -> check(round, one, one.answers().toShown(one.shown())));
    pay(round, attempt, answers);
    attempts.handIn(attemptId, round.kind().decides() ? Attempt.State.HANDED_IN : Attempt.State.DONE, now());
    if (round.kind().decides()) rulings.handedIn(round, attempts.find(attemptId).orElseThrow());
    return attempts.find(attemptId).orElseThrow();
  }

  private void pay(Round round, Attempt attempt, List<Attempt.Answered> answers) {
    if (attempt.rate() == null || round.projectId() == null) return;
    String label = "%s: %s".formatted(switch (round.kind()) {
      case PRACTICE -> "Practice item";
      case CALIBRATION -> "Calibration item";
      case GUIDELINE_TEST -> "Item of a guideline test";
      case ASSESSMENT -> "Assessment item";
    }, round.sheet().title());
    for (var one : answers) {
      if (attempts.paid(one.id())) ledger.pay(new SourceId(one.id()), round.projectId(), attempt.accountId(), attempt.rate(), now(), label);
    }
  }

  private void check(Round round, Attempt.Answered one, Answers asShown) {
    var item = sets.find(one.itemId()).orElseThrow();
    var violations = round.rubric().check(asShown, item.text().shown(one.shown()));
    if (!violations.isEmpty()) throw new Invalid(violations.stream().map(violation -> new Fault("answers." + violation.criterion(), violation.message())).toList());
  }

  private Attempt own(UUID id, AccountId account) {
    return attempts.find(id).filter(attempt -> attempt.accountId().equals(account)).orElseThrow(() -> new NotFound("attempt"));
  }

  private Attempt.Answered at(UUID attempt, int position) {
    return attempts.answers(attempt).stream().filter(one -> one.position() == position).findFirst().orElseThrow(() -> new NotFound("item"));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
