package org.touchstone.platform.calibration;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.touchstone.platform.access.Passes;
import org.touchstone.platform.identity.Accounts;
import org.touchstone.platform.identity.Role;
import org.touchstone.platform.identity.Roles;
import org.touchstone.platform.notice.Notices;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.Audit;

/** Applies a round's rule to what was scored, and tells the person what came of it and where to object. */
@Component
public class Rulings {
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private final SetItems sets;
  private final Rounds rounds;
  private final Attempts attempts;
  private final Discrepancies discrepancies;
  private final Passes passes;
  private final Roles roles;
  private final Accounts accounts;
  private final Notices notices;
  private final Audit audit;
  private final Clock clock;

  Rulings(SetItems sets, Rounds rounds, Attempts attempts, Discrepancies discrepancies, Passes passes, Roles roles, Accounts accounts, Notices notices, Audit audit, Clock clock) {
    this.sets = sets;
    this.rounds = rounds;
    this.attempts = attempts;
    this.discrepancies = discrepancies;
    this.passes = passes;
    this.roles = roles;
    this.accounts = accounts;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
  }

  /** What each item of an attempt is scored by, by position; items without a standard are not scored. */
  public Map<Integer, Score.Line> lines(Attempt attempt) {
    var answers = attempts.answers(attempt.id());
    var ids = answers.stream().map(Attempt.Answered::itemId).toList();
    var items = sets.all(ids);
    var gaps = discrepancies.gaps(ids);
    var marks = new HashMap<Integer, Map<String, Double>>();
    discrepancies.marks(attempt.id()).forEach(mark -> marks.computeIfAbsent(mark.position(), any -> new HashMap<>()).put(mark.criterion(), mark.share()));
    var lines = new java.util.TreeMap<Integer, Score.Line>();
    for (var one : answers) {
      var standard = items.get(one.itemId()).standard();
      if (standard == null) continue;
      lines.put(one.position(), new Score.Line(standard.answers(), one.answers(), marks.getOrDefault(one.position(), Map.of()), gaps.getOrDefault(one.itemId(), Set.of())));
    }
    return lines;
  }

  public Score score(Round round, Attempt attempt) {
    return Score.of(round.rubric(), List.copyOf(lines(attempt).values()));
  }

  /** Whoever meets the rule passes at once; otherwise a person looks before anything is decided. */
  void handedIn(Round round, Attempt attempt) {
    var score = score(round, attempt);
    if (score.waiting() == 0 && round.sheet().rule().isMetBy(score)) {
      pass(round, attempt, score, null, "The rule is met: %s of the answers agree with the standard.".formatted(percent(score.share())));
      return;
    }
    notices.tell(reviewers(round), "An attempt at “%s” waits for your review.".formatted(round.sheet().title()), link(round, attempt));
  }

  /** Decides by the rule, which leaves the reviewer the reason but not the result. */
  void decide(Round round, Attempt attempt, AccountId by, String reason) {
    var score = score(round, attempt);
    if (round.sheet().rule().isMetBy(score)) {
      pass(round, attempt, score, by, reason);
      return;
    }
    boolean last = attempt.number() >= round.sheet().rule().attempts();
    var ruling = new Attempt.Ruling(reason, by, now(), score.share());
    attempts.decide(attempt.id(), last ? Attempt.State.FAILED : Attempt.State.RETRY, ruling);
    audit.record(by, round.projectId(), last ? "attempt.failed" : "attempt.to-retry", attempt.id().toString(), Map.of("share", score.share(), "reason", reason));
    String next = last ? "That was the last attempt." : "The next attempt opens %s.".formatted(opening(round, ruling));
    // An assessment belongs to no project that could pay for it.
    String news = attempt.rate() == null ? "“%s” was not passed this time: %s %s Where the standard seems wrong to you, object at that question."
        : "“%s” was not passed this time: %s %s What you did is paid all the same. Where the standard seems wrong to you, object at that question.";
    notices.tell(attempt.accountId(), news.formatted(round.sheet().title(), reason, next), link(round, attempt));
  }

  private static String opening(Round round, Attempt.Ruling ruling) {
    int hours = round.sheet().rule().waitHours();
    return hours == 0 ? "at once" : "on " + MOMENT.format(ruling.at().plus(Duration.ofHours(hours)));
  }

  private void pass(Round round, Attempt attempt, Score score, @Nullable AccountId by, String reason) {
    attempts.decide(attempt.id(), Attempt.State.PASSED, new Attempt.Ruling(reason, by, now(), score.share()));
    passes.pass(attempt.accountId(), round.series(), round.level(), now());
    audit.record(by, round.projectId(), "attempt.passed", attempt.id().toString(), Map.of("share", score.share(), "reason", reason));
    notices.tell(attempt.accountId(), "You passed “%s”. %s".formatted(round.sheet().title(), reason), link(round, attempt));
  }

  /** Everybody's share, to be compared once a standard or a gap has changed it. */
  Map<UUID, Double> shares(UUID item) {
    var shares = new HashMap<UUID, Double>();
    for (var attempt : attempts.withItem(item)) shares.put(attempt.id(), score(rounds.find(attempt.roundId()).orElseThrow(), attempt).share());
    return shares;
  }

  /**
   * Scores everybody anew who judged the item and says so to them. A pass stays a pass; a miss may become one, and so may what
   * waits for a review, but for the attempt that is being reviewed just now: its reviewer has the last word there.
   */
  List<AccountId> rescore(UUID item, Map<UUID, Double> before, UUID reviewed, String why) {
    var told = new ArrayList<AccountId>();
    for (var attempt : attempts.withItem(item)) {
      var round = rounds.find(attempt.roundId()).orElseThrow();
      var score = score(round, attempt);
      boolean changed = Math.abs(score.share() - before.getOrDefault(attempt.id(), 0.0)) > 1e-9;
      boolean waits = attempt.state() == Attempt.State.HANDED_IN && !attempt.id().equals(reviewed) || attempt.state().isMissed();
      boolean turned = waits && round.sheet().rule().isMetBy(score) && score.waiting() == 0;
      if (turned) pass(round, attempt, score, null, "%s Counted anew, the rule is met: %s of the answers agree with the standard.".formatted(why, percent(score.share())));
      else if (changed) {
        notices.tell(attempt.accountId(), "%s Your attempt at “%s” was counted anew: %s of the answers agree with the standard now.%s".formatted(
            why, round.sheet().title(), percent(score.share()), attempt.state() == Attempt.State.PASSED ? " You have passed, and that stays so." : ""), link(round, attempt));
      }
      if (turned || changed) told.add(attempt.accountId());
    }
    return told;
  }

  List<AccountId> reviewers(Round round) {
    if (round.projectId() == null) return List.of(round.madeBy());
    var leads = roles.holders(round.projectId(), Role.LEAD);
    return leads.isEmpty() ? roles.holders(round.projectId(), Role.MANAGER) : leads;
  }

  /** Those who may answer a trainer: after a decision not the person who made it, so that an objection never waits for nobody. */
  List<AccountId> answering(Round round, Attempt attempt) {
    var others = others(round, attempt);
    return others.isEmpty() ? reviewers(round) : others;
  }

  /** Whether whoever decided is the only one who could answer an objection to it: they may then give way, and not turn it down. */
  public boolean decidedAlone(Round round, Attempt attempt) {
    return attempt.ruling() != null && attempt.ruling().by() != null && others(round, attempt).isEmpty();
  }

  private List<AccountId> others(Round round, Attempt attempt) {
    var decider = attempt.ruling() == null ? null : attempt.ruling().by();
    var askable = List.of(reviewers(round), round.projectId() == null ? List.<AccountId>of() : roles.holders(round.projectId(), Role.MANAGER), accounts.owners());
    return askable.stream().map(people -> people.stream().filter(one -> !one.equals(decider) && !one.equals(attempt.accountId())).toList())
        .filter(people -> !people.isEmpty()).findFirst().orElse(List.of());
  }

  static String link(Round round, Attempt attempt) {
    return round.projectId() == null ? "/assessments/attempts/%s".formatted(attempt.id()) : "/projects/%s/calibration/attempts/%s".formatted(round.projectId(), attempt.id());
  }

  static String percent(double share) {
    return Math.round(share * 100) + " %";
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
