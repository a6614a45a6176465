package org.touchstone.platform.calibration;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.touchstone.platform.access.Passes;
import org.touchstone.platform.access.Requirement;
import org.touchstone.platform.identity.Role;
import org.touchstone.platform.identity.Roles;
import org.touchstone.platform.notice.Notices;
import org.touchstone.platform.project.Projects;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.Audit;
import org.touchstone.platform.shared.Conflict;
import org.touchstone.platform.shared.NotFound;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.task.Items;
import org.touchstone.platform.task.TaskDesk;

/** Where a round is opened and closed, and where a project says who must have passed it. */
@Service
public class OpeningDesk {
  /** Of whom a pass is asked before paid work. */
  public enum Asked {
    NOBODY,
    /** Of those who accept the terms from now on. */
    NEWCOMERS,
    EVERYBODY
  }

  private final Rounds rounds;
  private final SetItems sets;
  private final Passes passes;
  private final Projects projects;
  private final Roles roles;
  private final Items items;
  private final TaskDesk tasks;
  private final Notices notices;
  private final Audit audit;
  private final Clock clock;

  OpeningDesk(Rounds rounds, SetItems sets, Passes passes, Projects projects, Roles roles, Items items, TaskDesk tasks, Notices notices, Audit audit, Clock clock) {
    this.rounds = rounds;
    this.sets = sets;
    this.passes = passes;
    this.projects = projects;
    this.roles = roles;
    this.items = items;
    this.tasks = tasks;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
  }

  /** Opens a round; an earlier one of its series is closed by it, and who was asked to pass that is asked to pass this. */
  @Transactional
  public Round open(AccountId by, UUID id) {
    var round = rounds.lock(id).orElseThrow(() -> new NotFound("round"));
    if (round.state() == Round.State.OPEN) return round;
    var set = sets.of(id);
    if (set.isEmpty()) throw new Conflict("There is nothing to judge yet: add items first.");
    long unknown = set.stream().filter(item -> item.standard() == null).count();
    if (round.needsStandard() && unknown > 0) throw new Conflict("%d of %d items have no standard answer yet: write it, or take the item out.".formatted(unknown, set.size()));
    var sheet = round.sheet();
    if (sheet.draw() != null && sheet.draw() > set.size()) throw new Conflict("An attempt asks %d items, but the set has %d.".formatted(sheet.draw(), set.size()));
    if (round.kind() == Round.Kind.GUIDELINE_TEST && rounds.participants(id).isEmpty()) throw new Conflict("Choose who takes part in the test of the guideline first.");
    rounds.move(id, Round.State.OPEN);
    rounds.of(round.projectId()).stream()
        .filter(other -> other.series().equals(round.series()) && other.level() < round.level() && other.state() == Round.State.OPEN)
        .forEach(older -> rounds.move(older.id(), Round.State.CLOSED));
    var project = round.projectId();
    if (project != null) {
      retire(project, set);
      passes.required(project).stream().filter(one -> one.subject().equals(round.series()))
          .forEach(one -> passes.require(project, new Requirement(one.subject(), round.level(), sheet.title(), one.exemptBefore())));
      tell(round, project);
    }
    audit.record(by, project, "round.opened", id.toString(), Map.of("title", sheet.title()));
    return rounds.find(id).orElseThrow();
  }

  /** Nobody begins it any more; what was begun is finished, reviewed and paid. */
  @Transactional
  public Round close(AccountId by, UUID id) {
    var round = rounds.lock(id).orElseThrow(() -> new NotFound("round"));
    if (round.state() != Round.State.OPEN) throw new Conflict("Only an open round can be closed.");
    boolean asked = round.projectId() != null && passes.required(round.projectId()).stream().anyMatch(one -> one.subject().equals(round.series()));
    if (asked) throw new Conflict("People are asked to pass this before paid work: ask nobody any more first, or nobody could get in.");
    rounds.move(id, Round.State.CLOSED);
    audit.record(by, round.projectId(), "round.closed", id.toString(), Map.of("title", round.sheet().title()));
    return rounds.find(id).orElseThrow();
  }

  /** Says in a project who must have passed a round before paid work. */
  @Transactional
  public void require(AccountId by, ProjectId project, UUID id, Asked asked) {
    var round = rounds.find(id).orElseThrow(() -> new NotFound("round"));
    if (!round.kind().decides()) throw new Conflict("Nobody passes or fails this, so it cannot be asked for.");
    if (asked == Asked.NOBODY) {
      passes.release(project, round.series());
    } else {
      if (round.state() != Round.State.OPEN) throw new Conflict("Open it first: nobody could pass it now.");
      var from = asked == Asked.NEWCOMERS ? clock.instant().truncatedTo(ChronoUnit.MICROS) : null;
      passes.require(project, new Requirement(round.series(), round.level(), round.sheet().title(), from));
    }
    audit.record(by, project, "round.asked-for", id.toString(), Map.of("title", round.sheet().title(), "of", asked));
  }

  /** Of whom this series is asked in a project. */
  public Asked asked(ProjectId project, UUID series) {
    return passes.required(project).stream().filter(one -> one.subject().equals(series)).findFirst()
        .map(one -> one.exemptBefore() == null ? Asked.EVERYBODY : Asked.NEWCOMERS).orElse(Asked.NOBODY);
  }

  /** Whoever has seen the standard of an item must not be tested by it unseen: it leaves the mix, and wants no more judgments than it has. */
  private void retire(ProjectId project, List<SetItem> set) {
    var sources = set.stream().map(SetItem::source).filter(java.util.Objects::nonNull).toList();
    items.tasks(sources).forEach((item, task) -> {
      if (task.probe()) tasks.probe(item, false);
      tasks.change(project, item, Math.max(1, items.task(item).map(now -> now.taken()).orElse(0)), -1000);
    });
  }

  private void tell(Round round, ProjectId project) {
    var people = round.kind() == Round.Kind.GUIDELINE_TEST ? List.copyOf(rounds.participants(round.id())) : roles.holders(project, Role.TRAINER);
    notices.tell(people, "“%s” is open in %s. What it asks and what it pays stands on its sheet.".formatted(round.sheet().title(), projects.find(project).name()),
        "/projects/%s/calibration".formatted(project));
  }
}
