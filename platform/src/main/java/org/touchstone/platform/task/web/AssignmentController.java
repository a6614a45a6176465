package org.touchstone.platform.task.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.touchstone.platform.identity.Caller;
import org.touchstone.platform.identity.Role;
import org.touchstone.platform.identity.Roles;
import org.touchstone.platform.shared.Audit;
import org.touchstone.platform.shared.Invalid;
import org.touchstone.platform.shared.Problem;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.task.Assignments;
import org.touchstone.platform.task.Items;

/** Who is to judge what, in projects whose manager assigns the work. */
@RestController
@RequestMapping("/api/v1/projects/{project}/assignments")
@Tag(name = "items", description = "Items, their tasks and gold")
class AssignmentController {
  private static final int MOST = 5000;

  record Body(@Nullable List<Assignments.Assignment> assignments) {}

  record Assigned(int assigned) {}

  private final Assignments assignments;
  private final Items items;
  private final Roles roles;
  private final Audit audit;

  AssignmentController(Assignments assignments, Items items, Roles roles, Audit audit) {
    this.assignments = assignments;
    this.items = items;
    this.roles = roles;
    this.audit = audit;
  }

  @PostMapping
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
