package org.touchstone.platform.iteration;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.touchstone.platform.quality.Golds;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.Conflict;
import org.touchstone.platform.shared.Invalid;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.shared.Uuid7;
import org.touchstone.platform.task.Passes;

/** Where it is ordered that what a breaking change made stale be judged again. */
@Service
public class RecheckDesk {
  private static final Duration AT_ONCE = Duration.ofMinutes(1);

  private final StaleWork work;
  private final Rates rates;
  private final Rechecks rechecks;
  private final Golds golds;
  private final Announcements announcements;
  private final Clock clock;

  RecheckDesk(StaleWork work, Rates rates, Rechecks rechecks, Golds golds, Announcements announcements, Clock clock) {
    this.work = work;
    this.rates = rates;
    this.rechecks = rechecks;
    this.golds = golds;
    this.announcements = announcements;
    this.clock = clock;
  }

  /** The newest first. */
  public List<Recheck> of(ProjectId project) {
    return rechecks.of(project);
  }

  /** How many known answers no longer score anybody, since they were given before the last breaking change. */
  public int outdatedGold(ProjectId project) {
    return golds.outdated(project, work.since(project)).size();
  }

  /** What this recheck would take if it were ordered now. */
  @Transactional(readOnly = true)
  public RecheckCost plan(ProjectId project, Recheck.Wish wish) {
    return cost(project, work.chosen(project, checked(wish)));
  }

  /** Opens places again; paid like all work, at the rate each person accepted. What was judged before stays as it is. */
  @Transactional
  public Recheck order(ProjectId project, AccountId by, Recheck.Wish wish) {
    var wanted = checked(wish);
    rechecks.lock(project);
    refuseTwice(project, wanted);
    var chosen = work.chosen(project, wanted);
    if (chosen.isEmpty()) throw new Conflict("There is nothing to judge again: no such item was judged before the last breaking change and not since.");
    var cost = cost(project, chosen);
    work.reopen(project, chosen);
    var recheck = new Recheck(Uuid7.next(), project, work.current(project), wanted, cost.items(), cost.places(), cost.most(), by,
        clock.instant().truncatedTo(ChronoUnit.MICROS));
    rechecks.add(recheck);
    announcements.ordered(recheck);
    return recheck;
  }

  /** A second click is no second order; a second sample ordered later takes other items and is one. */
  private void refuseTwice(ProjectId project, Recheck.Wish wanted) {
    int version = work.current(project);
    var since = clock.instant().minus(AT_ONCE);
    rechecks.of(project).stream().filter(one -> one.version() == version && one.wish().equals(wanted) && one.orderedAt().isAfter(since)).findFirst().ifPresent(one -> {
      throw new Conflict("This recheck was ordered a moment ago already, of %s. If the same is wanted once more, order it in a minute.".formatted(
          one.items() == 1 ? "one item" : one.items() + " items"));
    });
  }

  private RecheckCost cost(ProjectId project, List<Passes.Stale> chosen) {
    return rates.cost(project, chosen.size(), chosen.stream().mapToInt(Passes.Stale::places).sum());
  }

  private static Recheck.Wish checked(Recheck.Wish wish) {
    if (wish.scope() == null) throw new Invalid("scope", "Say what is to be judged again: ALL, SAMPLE or CRITERION.");
    if (wish.scope() == Recheck.Scope.SAMPLE && (wish.share() == null || !(wish.share() > 0 && wish.share() <= 1))) {
      throw new Invalid("share", "A sample is a share of the items above 0 and up to 1.");
    }
    if (wish.scope() == Recheck.Scope.CRITERION && (wish.criterion() == null || wish.criterion().isBlank())) {
      throw new Invalid("criterion", "Name the criterion whose answers are to be judged again.");
    }
    return new Recheck.Wish(wish.scope(), wish.scope() == Recheck.Scope.CRITERION ? wish.criterion() : null,
        wish.scope() == Recheck.Scope.SAMPLE ? wish.share() : null);
  }
}
