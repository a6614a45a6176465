package org.touchstone.platform.task;

import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.touchstone.platform.access.Grant;
import org.touchstone.platform.guideline.Guidelines;
import org.touchstone.platform.project.Project;
import org.touchstone.platform.project.Settings;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.LeaseId;
import org.touchstone.platform.shared.NotFound;

/** Reaches into the queue for somebody, again and again where others are reaching too. */
@Component
class Handout {
  private static final int PATIENCE = 20;

  private final Leases leases;
  private final PlaceMarks marks;
  private final Guidelines guidelines;
  private final Eligibility eligibility;
  private final Shares shares;

  Handout(Leases leases, PlaceMarks marks, Guidelines guidelines, Eligibility eligibility, Shares shares) {
    this.shares = shares;
    this.eligibility = eligibility;
    this.leases = leases;
    this.marks = marks;
    this.guidelines = guidelines;
  }

  /** A lease on the best free place that the rater has not seen, or the one they hold already. */
  Optional<Lease> take(Project project, AccountId rater, Grant grant) {
    if (shares.reached(project, rater).isPresent()) return leases.current(project.id(), rater).filter(held -> !held.isExpired());
    for (int attempt = 0; attempt < PATIENCE; attempt++) {
      var lanes = eligibility.lanes(project.id(), rater);
      var marked = marks.of(project.id(), rater, lanes);
      var start = PlaceMarks.fromTheStart(lanes);
      var taken = take(asking(project, rater, grant, marked), project, false);
      if (taken.isEmpty() && marked.isMarked()) taken = take(asking(project, rater, grant, start), project, false);
      // Others may have been reaching for the last places just now; wait for them before saying that nothing is left.
      if (taken.isEmpty() && leases.hasFree(project.id(), rater, isAssigned(project), lanes)) taken = take(asking(project, rater, grant, start), project, true);
      if (taken.isEmpty()) return Optional.empty();
      var lease = taken.get().lease();
      if (!lease.isExpired()) {
        if (taken.get().place() != null) marks.found(project.id(), rater, taken.get().lane(), taken.get().place());
        return Optional.of(lease);
      }
      leases.expire();
    }
    return Optional.empty();
  }

  /** What the rater holds ahead, begun; what was held ahead under a guideline or terms of the past goes back to the queue. */
  Optional<Lease> begin(Project project, AccountId rater, Grant grant) {
    var asking = asking(project, rater, grant, PlaceMarks.fromTheStart(new Integer[] {Lane.OPEN}));
    try {
      var begun = leases.begin(asking);
      if (begun.isEmpty()) leases.giveBackOutdated(asking);
      return begun;
    } catch (DuplicateKeyException askedTwiceAtOnce) {
      return leases.current(project.id(), rater);
    }
  }

  /** The task after the one in hand, held so that nobody has to wait for it; none where few are left, and none under a guideline of the past. */
  Optional<Lease> takeAhead(Project project, AccountId rater, Grant grant) {
    if (shares.reached(project, rater, 1).isPresent()) return Optional.empty();
    var lanes = eligibility.lanes(project.id(), rater);
    try {
      var asking = asking(project, rater, grant, marks.of(project.id(), rater, lanes));
      var taken = leases.takeAhead(asking, isAssigned(project));
      if (taken.isPresent() && asking.isOutdated(taken.get().lease())) {
        leases.giveBackOutdated(asking);
        taken = leases.takeAhead(asking, isAssigned(project));
      }
      taken.filter(one -> one.place() != null).ifPresent(one -> marks.found(project.id(), rater, one.lane(), one.place()));
      return taken.map(Leases.Taken::lease).filter(lease -> !lease.isExpired());
    } catch (DuplicateKeyException askedTwiceAtOnce) {
      return Optional.empty();
    }
  }

  private static boolean isAssigned(Project project) {
    return project.settings().routing() == Settings.Routing.ASSIGNED;
  }

  /** A lease on the task that the rater was at when their time ran out, or the one they hold; what was typed is not to be looked for. */
  Optional<Lease> takeBegun(Project project, AccountId rater, Grant grant) {
    if (shares.reached(project, rater).isPresent()) return Optional.empty();
    boolean assigned = isAssigned(project);
    var asking = asking(project, rater, grant, PlaceMarks.fromTheStart(eligibility.lanes(project.id(), rater))).unmixed();
    try {
      var held = leases.takeBegun(asking, assigned).map(Leases.Taken::lease);
      if (held.isEmpty() || !held.get().isExpired()) return held;
      leases.expire();
      return leases.takeBegun(asking, assigned).map(Leases.Taken::lease).filter(lease -> !lease.isExpired());
    } catch (DuplicateKeyException askedTwiceAtOnce) {
      return leases.current(project.id(), rater);
    }
  }

  private Optional<Leases.Taken> take(Leases.Asking asking, Project project, boolean patiently) {
    try {
      return leases.take(asking, isAssigned(project), patiently);
    } catch (DuplicateKeyException askedTwiceAtOnce) {
      return leases.current(asking.project(), asking.rater()).map(held -> new Leases.Taken(held, null, Lane.OPEN));
    }
  }

  private Leases.Asking asking(Project project, AccountId rater, Grant grant, Leases.Reach reach) {
    var settings = project.settings();
    var terms = grant.terms();
    return new Leases.Asking(LeaseId.next(), project.id(), rater, reach, settings.goldRate(), settings.leaseMinutes(),
        guidelines.currentNumber(project.id()).orElseThrow(() -> new NotFound("guideline")), terms.version(), terms.rate(), terms.reviewHours());
  }
}
