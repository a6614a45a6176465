package org.touchstone.platform.task.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.touchstone.platform.identity.Accounts;
import org.touchstone.platform.identity.Caller;
import org.touchstone.platform.identity.Role;
import org.touchstone.platform.identity.Roles;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.Audit;
import org.touchstone.platform.shared.Invalid;
import org.touchstone.platform.shared.ItemId;
import org.touchstone.platform.shared.NotFound;
import org.touchstone.platform.shared.Problem;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.task.Assignments;
import org.touchstone.platform.task.Items;

/** Who is to judge what, in projects whose manager assigns the work. */
@RestController
@RequestMapping("/api/v1/projects/{project}")
@Tag(name = "items", description = "Items, their tasks and gold")
class AssignmentController {
  private static final int MOST = 5000;

  record Body(@Nullable List<Assignments.Assignment> assignments) {}

  record Assigned(int assigned) {}

  private final Assignments assignments;
  private final Items items;
  private final Accounts accounts;
  private final Roles roles;
  private final Audit audit;

  AssignmentController(Assignments assignments, Items items, Accounts accounts, Roles roles, Audit audit) {
    this.accounts = accounts;
    this.assignments = assignments;
    this.items = items;
    this.roles = roles;
    this.audit = audit;
  }

  /** @param assigned how many tasks; @param open how many of them they have still to judge */
  record PersonLoad(AccountId accountId, String name, int assigned, int open) {}

  /** @param unassigned judgments wanted that nobody is assigned yet */
  record AssignedWork(List<PersonLoad> people, long unassigned) {}

  /** How much everybody was assigned; trainers without anything are among them. */
  @GetMapping("/assignments")
  AssignedWork work(Caller caller, @PathVariable ProjectId project) {
    roles.require(caller, project, Role.LEAD, Role.MANAGER);
    var loads = new LinkedHashMap<AccountId, Assignments.Load>();
    roles.holders(project, Role.TRAINER).forEach(account -> loads.put(account, new Assignments.Load(account, 0, 0)));
    assignments.loads(project).forEach(load -> loads.put(load.accountId(), load));
    var names = accounts.names(loads.keySet());
    return new AssignedWork(loads.values().stream().map(load -> new PersonLoad(load.accountId(), names.getOrDefault(load.accountId(), "Somebody"), load.assigned(), load.open())).toList(),
        assignments.unassigned(project));
  }

  /** @param tasks how many tasks each of them gets more; @param percent or what share of all that nobody is assigned yet */
  record Shares(@Nullable List<AccountId> accounts, @Nullable Integer tasks, @Nullable Integer percent) {}

  /** Shares out what nobody is assigned yet: a number of tasks or a percentage for each person. */
  @PostMapping("/assignments/shares")
  Assigned shareOut(Caller caller, @PathVariable ProjectId project, @RequestBody Shares body) {
    roles.require(caller, project, Role.MANAGER);
    var people = body.accounts();
    if (people == null || people.isEmpty() || people.contains(null)) throw new Invalid("accounts", "Name the people who are to get work.");
    if ((body.tasks() == null) == (body.percent() == null)) throw new Invalid("tasks", "Say either how many tasks each of them gets, or what percentage.");
    if (body.tasks() != null && (body.tasks() < 1 || body.tasks() > 100_000)) throw new Invalid("tasks", "Between 1 and 100000 tasks each.");
    if (body.percent() != null && (body.percent() < 1 || body.percent() > 100)) throw new Invalid("percent", "Between 1 and 100 percent each.");
    var trainers = new HashSet<>(roles.holders(project, Role.TRAINER));
    if (!trainers.containsAll(people)) throw new Invalid("accounts", "Work is assigned to trainers of this project: invite the others first.");
    int each = body.tasks() != null ? body.tasks() : (int) Math.max(1, Math.ceil(assignments.unassigned(project) * body.percent() / 100.0));
    int assigned = assignments.shareOut(project, people.stream().distinct().map(account -> new Assignments.Portion(account, each)).toList());
    audit.record(caller.id(), project, "work.assigned", project.toString(), Map.of("assignments", assigned, "people", people.size()));
    return new Assigned(assigned);
  }

  record AssignedPerson(AccountId accountId, String name) {}

  record AssignedPeople(List<AssignedPerson> items) {}

  /** Who is to judge one item. */
  @GetMapping("/items/{item}/assignments")
  AssignedPeople ofItem(Caller caller, @PathVariable ProjectId project, @PathVariable ItemId item) {
    roles.require(caller, project, Role.LEAD, Role.MANAGER);
    find(project, item);
    var people = assignments.of(item);
    var names = accounts.names(people);
    return new AssignedPeople(people.stream().map(one -> new AssignedPerson(one, names.getOrDefault(one, "Somebody"))).toList());
  }

  /** Assigns one item to one person; the same again changes nothing. */
  @PutMapping("/items/{item}/assignments/{account}")
  AssignedPeople assignTo(Caller caller, @PathVariable ProjectId project, @PathVariable ItemId item, @PathVariable AccountId account) {
    roles.require(caller, project, Role.MANAGER);
    find(project, item);
    if (!roles.holders(project, Role.TRAINER).contains(account)) throw new Invalid("account", "Work is assigned to trainers of this project: invite the others first.");
    assignments.assign(project, item, account);
    audit.record(caller.id(), project, "work.assigned", item.toString(), Map.of("account", account.toString()));
    return ofItem(caller, project, item);
  }

  private void find(ProjectId project, ItemId item) {
    items.find(item).filter(found -> found.projectId().equals(project)).orElseThrow(() -> new NotFound("item"));
  }

  @PostMapping("/assignments")
  Assigned assign(Caller caller, @PathVariable ProjectId project, @RequestBody Body body) {
    roles.require(caller, project, Role.MANAGER);
    var wished = body.assignments();
    if (wished == null || wished.isEmpty()) throw new Invalid("assignments", "There is nothing to assign: name items and accounts.");
    if (wished.size() > MOST) throw new Invalid("assignments", "At most %d assignments at a time; send the rest in another request.".formatted(MOST));
    if (wished.contains(null)) throw new Invalid("assignments", "There is null in this list instead of an assignment.");
    check(project, wished);
    int assigned = assignments.add(project, wished);
    audit.record(caller.id(), project, "work.assigned", project.toString(), Map.of("assignments", assigned));
    return new Assigned(assigned);
  }

  private void check(ProjectId project, List<Assignments.Assignment> wished) {
    var faults = new ArrayList<Problem.Fault>();
    var known = items.byExternalId(project, new HashSet<>(wished.stream().map(Assignments.Assignment::externalId).filter(id -> id != null).toList()));
    var people = new HashSet<String>();
    roles.people(project).forEach((account, held) -> people.add(account.toString()));
    for (int i = 0; i < wished.size() && faults.size() < 100; i++) {
      var one = wished.get(i);
      if (!known.containsKey(one.externalId())) {
        faults.add(new Problem.Fault("assignments[%d].externalId".formatted(i), "This project has no item '%s'.".formatted(one.externalId())));
      }
      if (!isUuid(one.accountId()) || !people.contains(one.accountId())) {
        faults.add(new Problem.Fault("assignments[%d].accountId".formatted(i), "Nobody in this project has the account '%s': invite them first.".formatted(one.accountId())));
      }
    }
    if (!faults.isEmpty()) throw new Invalid(faults);
  }

  private static boolean isUuid(String text) {
    try {
      return text != null && UUID.fromString(text).toString().equals(text);
    } catch (IllegalArgumentException none) {
      return false;
    }
  }
}
