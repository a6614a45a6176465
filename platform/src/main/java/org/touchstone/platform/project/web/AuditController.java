package org.touchstone.platform.project.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.touchstone.platform.identity.Accounts;
import org.touchstone.platform.identity.Caller;
import org.touchstone.platform.identity.Role;
import org.touchstone.platform.identity.Roles;
import org.touchstone.platform.project.Projects;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.Audit;
import org.touchstone.platform.shared.Page;
import org.touchstone.platform.shared.ProjectId;

/** Who changed what in a project, for its managers. */
@RestController
@RequestMapping("/api/v1/projects/{project}/audit")
@Tag(name = "audit", description = "Who changed what")
class AuditController {
  /**
   * @param actor a name; null where the product itself acted
   * @param subjectName of the person or the project it was done to; null for other things
   */
  record AuditView(UUID id, Instant at, @Nullable String actor, String action, String subject, @Nullable String subjectName, Map<String, Object> detail) {}

  private final Roles roles;
  private final Projects projects;
  private final Audit audit;
  private final Accounts accounts;

  AuditController(Roles roles, Projects projects, Audit audit, Accounts accounts) {
    this.roles = roles;
    this.projects = projects;
    this.audit = audit;
    this.accounts = accounts;
  }

  @GetMapping
  Page<AuditView> audit(
      Caller caller, @PathVariable ProjectId project, @RequestParam(required = false) @Nullable UUID cursor, @RequestParam(defaultValue = "50") int limit) {
    roles.require(caller, project, Role.MANAGER);
    var own = projects.find(project);
    var page = audit.page(project, cursor, Page.limit(limit));
    var people = page.items().stream().flatMap(row -> Stream.of(row.actor(), id(row.subject()))).filter(Objects::nonNull).distinct().toList();
    var names = new HashMap<>(accounts.names(people));
    names.put(AccountId.of(project.value()), own.name());
    return page.map(row -> new AuditView(row.id(), row.at(), row.actor() == null ? null : names.get(row.actor()), row.action(), row.subject(),
        id(row.subject()) == null ? null : names.get(id(row.subject())), row.detail()));
  }

  /** Whatever has the form of an id; that it is an account's shows when it has a name. */
  private static @Nullable AccountId id(String subject) {
    try {
      return AccountId.of(UUID.fromString(subject));
    } catch (IllegalArgumentException other) {
      return null;
    }
  }
}
