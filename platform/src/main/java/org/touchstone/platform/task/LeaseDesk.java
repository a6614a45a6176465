package org.touchstone.platform.task;

import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.touchstone.platform.access.AdmissionDesk;
import org.touchstone.platform.access.Admission;
import org.touchstone.platform.access.Grant;
import org.touchstone.platform.project.Project;
import org.touchstone.platform.project.Projects;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.LeaseId;
import org.touchstone.platform.shared.NotFound;
import org.touchstone.platform.shared.ProjectId;

/** Where raters come for work and bring it back. */
@Service
public class LeaseDesk {
  /** How long after its lease ran out an answer is still taken. */
  static final Duration LATE = Duration.ofHours(24);

  private final Leases leases;
  private final Handout handout;
  private final Tallies tallies;
  private final EmptyQueue emptyQueue;
  private final AdmissionDesk admission;
  private final Projects projects;

  LeaseDesk(Leases leases, Handout handout, Tallies tallies, EmptyQueue emptyQueue, AdmissionDesk admission, Projects projects) {
    this.leases = leases;
    this.handout = handout;
    this.tallies = tallies;
    this.emptyQueue = emptyQueue;
    this.admission = admission;
    this.projects = projects;
  }

  /** The lease the rater holds, else a new one, else the true reason why there is none. */
  public Work next(ProjectId projectId, AccountId rater) {
    return work(projectId, rater, false, false);
  }

  /** The same with the task after it, if that is wanted: what is held ahead comes next. */
  public Work next(ProjectId projectId, AccountId rater, boolean ahead) {
    return work(projectId, rater, false, ahead);
  }

  /** The same for somebody who comes back: what they had begun when their time ran out comes before anything new. */
  public Work resume(ProjectId projectId, AccountId rater, boolean ahead) {
    return work(projectId, rater, true, ahead);
  }

  private Work work(ProjectId projectId, AccountId rater, boolean begunFirst, boolean ahead) {
    var project = projects.find(projectId);
    return switch (admission.mayWork(projectId, rater)) {
      case Admission.Allowed allowed -> work(project, rater, allowed.grant(), begunFirst, ahead);
      case Admission.Refused refused -> {
        var held = refused.onlyForNewTasks() ? leases.current(projectId, rater).filter(lease -> !lease.isExpired()) : Optional.<Lease>empty();
        yield new Work(held.orElse(null), null, held.isPresent() ? null : emptyQueue.because(refused), today(project, rater));
      }
    };
  }

  private Work work(Project project, AccountId rater, Grant grant, boolean begunFirst, boolean ahead) {
    var lease = (begunFirst ? handout.takeBegun(project, rater, grant) : Optional.<Lease>empty())
        .or(() -> ahead ? handout.begin(project, rater, grant) : Optional.empty())
        .or(() -> handout.take(project, rater, grant))
        .or(() -> ahead ? Optional.empty() : handout.begin(project, rater, grant));
    if (lease.isEmpty()) {
      return new Work(null, null, emptyQueue.told(project, rater), tallies.of(project.id(), rater, grant.terms().rate().currency()));
    }
    var after = ahead ? handout.takeAhead(project, rater, grant).orElse(null) : null;
    return new Work(lease.get(), after, null, tallies.of(project.id(), rater, lease.get().price().currency()));
  }

  /** The open lease of a rater, without taking a new one. */
  public Work current(ProjectId projectId, AccountId rater) {
    var project = projects.find(projectId);
    return new Work(leases.current(projectId, rater).filter(lease -> !lease.isExpired()).orElse(null), null, null, today(project, rater));
  }

  private Tally today(Project project, AccountId rater) {
    var rate = project.terms().rate();
    return tallies.of(project.id(), rater, rate == null ? "XXX" : rate.currency());
  }

  public Lease find(LeaseId id, AccountId rater) {
    return leases.find(id, rater).orElseThrow(() -> new NotFound("lease"));
  }

  public Lease renew(LeaseId id, AccountId rater) {
    var lease = find(id, rater);
    if (lease.state() == Lease.State.SUBMITTED) throw new LeaseLost("This task was submitted already: it needs no more time.");
    if (lease.state() == Lease.State.SKIPPED) throw new LeaseLost("You skipped this task, so it was given to somebody else.");
    int minutes = projects.find(lease.projectId()).settings().leaseMinutes();
    return leases.renew(id, rater, minutes).orElseThrow(() -> new LeaseLost(
        "The time for this task ran out. Your draft is kept, and what you submit now is still taken."));
  }

  public Work skip(LeaseId id, AccountId rater, String reason, boolean ahead) {
    var lease = find(id, rater);
    if (!leases.skip(id, rater, reason) && lease.state() == Lease.State.SUBMITTED) {
      throw new LeaseLost("This task was submitted already, so it cannot be skipped.");
    }
    return next(lease.projectId(), rater, ahead);
  }

  /** Gives the place up to a judgment, once; empty when this lease has its judgment already. Joins the caller's transaction. */
  @Transactional
  public Optional<Closed> close(LeaseId id, AccountId rater) {
    var closed = leases.close(id, rater);
    if (closed.isPresent()) return closed.map(lease -> counted(new Closed(lease, false)));
    var lease = find(id, rater);
    return switch (leases.lock(id)) {
      case AHEAD, OPEN, SUBMITTED -> Optional.empty();
      case SKIPPED -> throw new LeaseLost("You skipped this task, so it was given to somebody else.");
      case EXPIRED -> Optional.of(counted(closeLate(lease)));
    };
  }

  private Closed closeLate(Lease lease) {
    if (lease.expiresAt().plus(LATE).isBefore(lease.at())) {
      throw new LeaseLost("The time for this task ran out more than a day ago, so the answer can no longer be taken.");
    }
    if (leases.holdsAnother(lease)) throw new LeaseLost("You hold this task under a newer lease: reload and submit there.");
    boolean free = leases.reopenAndClose(lease);
    return new Closed(find(lease.id(), lease.raterId()), !free);
  }

  private Closed counted(Closed closed) {
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
        @Override
        public void afterCommit() {
          tallies.count(closed.lease(), closed.lease().closedAt());
        }
      });
    }
    return closed;
  }
}
