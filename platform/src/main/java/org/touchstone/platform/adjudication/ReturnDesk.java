package org.touchstone.platform.adjudication;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.touchstone.platform.identity.Accounts;
import org.touchstone.platform.identity.Caller;
import org.touchstone.platform.judgment.Judgment;
import org.touchstone.platform.judgment.Judgments;
import org.touchstone.platform.notice.Notices;
import org.touchstone.platform.project.Projects;
import org.touchstone.platform.shared.Audit;
import org.touchstone.platform.shared.Conflict;
import org.touchstone.platform.shared.Invalid;
import org.touchstone.platform.shared.JudgmentId;
import org.touchstone.platform.shared.NotFound;

/** Where a reviewer gives work back to its author instead of deciding over it: with a reason, time to answer, and the pay untouched. */
@Service
public class ReturnDesk {
  /** How long the author has. */
  static final Duration TIME = Duration.ofDays(7);
  private static final int SHORTEST = 10;
  private static final int LONGEST = 5_000;

  private final Judgments judgments;
  private final Outcomes outcomes;
  private final Returns returns;
  private final Projects projects;
  private final Accounts accounts;
  private final Notices notices;
  private final Audit audit;
  private final Clock clock;

  ReturnDesk(Judgments judgments, Outcomes outcomes, Returns returns, Projects projects, Accounts accounts, Notices notices, Audit audit, Clock clock) {
    this.judgments = judgments;
    this.outcomes = outcomes;
    this.returns = returns;
    this.projects = projects;
    this.accounts = accounts;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional
  public Return giveBack(Caller caller, JudgmentId id, String reason) {
    if (reason == null || reason.strip().length() < SHORTEST) throw new Invalid("reason", "Say in at least %d characters what is to be looked at again.".formatted(SHORTEST));
    if (reason.length() > LONGEST) throw new Invalid("reason", "Keep the reason under %d characters.".formatted(LONGEST));
    judgments.lock(List.of(id));
    var judgment = judgments.find(id).orElseThrow(() -> new NotFound("judgment"));
    var project = projects.find(judgment.projectId());
    var before = returns.of(List.of(id)).getOrDefault(id, List.of());
    refuse(caller, judgment, before);
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var one = new Return(id, before.size() + 1, judgment.revision(), reason.strip(), judgment.note(), caller.id(), now, now.plus(TIME));
    returns.add(judgment, one);
    notices.tell(judgment.raterId(), "A judgment of yours in %s came back to you from %s: %s You can change it for %d days; what it pays stays the same.".formatted(
        project.name(), accounts.name(caller.id()), one.reason(), TIME.toDays()), "/projects/%s/record".formatted(project.id()));
    audit.record(caller.id(), project.id(), "judgment.returned", id.toString(), Map.of("reason", one.reason()));
    return one;
  }

  private void refuse(Caller caller, Judgment judgment, List<Return> before) {
    if (judgment.role() != Judgment.Role.TRAINER) throw new Conflict("Only a trainer's judgment can be given back.");
    if (judgment.kind() == Judgment.Kind.FLAG) throw new Conflict("A flag is a question and is answered, not given back.");
    if (judgment.raterId().equals(caller.id())) throw new Conflict("This judgment is your own: revise it, or let somebody else look at it.");
    if (outcomes.of(List.of(judgment.id())).containsKey(judgment.id())) throw new Conflict("This judgment was decided about already, so it cannot be given back.");
    if (!before.isEmpty() && before.getLast().isOpen(judgment, clock.instant())) throw new Conflict("This judgment is with its author already.");
  }
}
