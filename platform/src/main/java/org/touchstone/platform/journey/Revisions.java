package org.touchstone.platform.journey;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.touchstone.platform.adjudication.Outcome;
import org.touchstone.platform.adjudication.Outcomes;
import org.touchstone.platform.adjudication.Return;
import org.touchstone.platform.adjudication.Returns;
import org.touchstone.platform.judgment.Judgment;
import org.touchstone.platform.judgment.Judgments;
import org.touchstone.platform.judgment.RevisionDesk;
import org.touchstone.platform.judgment.Submission;
import org.touchstone.platform.project.Project;
import org.touchstone.platform.project.Projects;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.Conflict;
import org.touchstone.platform.shared.JudgmentId;
import org.touchstone.platform.shared.NotFound;

/**
 * Whether a rater may still say something else: inside the project's window, before the review time is over and before
 * anybody decided, or for as long as a reviewer who gave it back said. None of this depends on whether the answer is known, so it tells nobody which item is gold.
 */
@Service
public class Revisions {
  private final Judgments judgments;
  private final Outcomes outcomes;
  private final Returns returns;
  private final Projects projects;
  private final RevisionDesk desk;
  private final Clock clock;

  Revisions(Judgments judgments, Outcomes outcomes, Returns returns, Projects projects, RevisionDesk desk, Clock clock) {
    this.returns = returns;
    this.judgments = judgments;
    this.outcomes = outcomes;
    this.projects = projects;
    this.desk = desk;
    this.clock = clock;
  }

  /** Until when it may be revised; empty where it never could be, or no longer can. */
  Optional<Instant> until(Judgment judgment, @Nullable Outcome outcome, List<Return> rounds) {
    var project = projects.find(judgment.projectId());
    if (judgment.kind() == Judgment.Kind.FLAG || judgment.role() != Judgment.Role.TRAINER || outcome != null || project.state() == Project.State.CLOSED) {
      return Optional.empty();
    }
    var end = judgment.submittedAt().plus(Duration.ofMinutes(project.settings().reviseMinutes()));
    if (judgment.settlesAt() != null && judgment.settlesAt().isBefore(end)) end = judgment.settlesAt();
    if (!rounds.isEmpty() && rounds.getLast().isOpen(judgment, clock.instant()) && rounds.getLast().until().isAfter(end)) end = rounds.getLast().until();
    return Optional.of(end).filter(clock.instant()::isBefore);
  }

  /** A judgment of one's own that may be revised, and until when. @param returned why a reviewer gave it back, where one did */
  public record Open(Judgment judgment, Instant until, @Nullable String returned) {}

  public Open open(AccountId rater, JudgmentId id) {
    var judgment = judgments.find(id).filter(one -> one.raterId().equals(rater)).orElseThrow(() -> new NotFound("judgment"));
    if (judgment.kind() == Judgment.Kind.FLAG) throw new Conflict("A flag is with a reviewer already and is not revised; the reviewer's answer appears beside it.");
    if (judgments.ofItem(judgment.itemId()).stream().anyMatch(later -> later.raterId().equals(rater) && later.submittedAt().isAfter(judgment.submittedAt()))) {
      throw new Conflict("You were handed this item again and judged it since: revise that judgment, which stands above this one.");
    }
    var rounds = returns.of(List.of(id)).getOrDefault(id, List.of());
    var until = until(judgment, outcomes.of(List.of(id)).get(id), rounds)
        .orElseThrow(() -> new Conflict("The time to revise this judgment is over, or it has been reviewed; if the review is wrong, dispute it."));
    return new Open(judgment, until, rounds.isEmpty() || !rounds.getLast().isOpen(judgment, clock.instant()) ? null : rounds.getLast().reason());
  }

  /** A judgment of one's own, to be read, whatever became of it. */
  public Judgment own(AccountId rater, JudgmentId id) {
    return judgments.find(id).filter(one -> one.raterId().equals(rater) && one.role() == Judgment.Role.TRAINER).orElseThrow(() -> new NotFound("judgment"));
  }

  @Transactional
  public Judgment revise(AccountId rater, JudgmentId id, Submission submission) {
    judgments.lock(List.of(id));
    return desk.revise(open(rater, id).judgment(), submission);
  }
}
