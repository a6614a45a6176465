package org.touchstone.platform.task.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.touchstone.platform.identity.Caller;
import org.touchstone.platform.identity.Role;
import org.touchstone.platform.identity.Roles;
import org.touchstone.platform.shared.Audit;
import org.touchstone.platform.shared.Invalid;
import org.touchstone.platform.shared.ItemId;
import org.touchstone.platform.shared.NotFound;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.task.Sensitivity;
import org.touchstone.platform.task.SensitivityDesk;

/** Marks an item as sensitive, so that it is covered and kept from those who want none of it. */
@RestController
@RequestMapping("/api/v1/projects/{project}/items/{item}/sensitivity")
@Tag(name = "items", description = "Items, their tasks and gold")
class SensitivityController {
  record Marking(@Nullable Sensitivity category) {}

  private final SensitivityDesk desk;
  private final Roles roles;
  private final Audit audit;

  SensitivityController(SensitivityDesk desk, Roles roles, Audit audit) {
    this.desk = desk;
    this.roles = roles;
    this.audit = audit;
  }

  @PutMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void mark(Caller caller, @PathVariable ProjectId project, @PathVariable ItemId item, @RequestBody Marking marking) {
    roles.require(caller, project, Role.MANAGER, Role.LEAD);
    if (marking.category() == null) throw new Invalid("category", "Say what kind of content it is, for instance violence; to take the mark off, delete it.");
    change(caller, project, item, marking.category());
  }

  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void clear(Caller caller, @PathVariable ProjectId project, @PathVariable ItemId item) {
    roles.require(caller, project, Role.MANAGER, Role.LEAD);
    change(caller, project, item, null);
  }

  private void change(Caller caller, ProjectId project, ItemId item, @Nullable Sensitivity kind) {
    if (!desk.mark(project, item, kind)) throw new NotFound("item");
    audit.record(caller.id(), project, "item.sensitivity", item.toString(), Map.of("category", kind == null ? "none" : kind.word()));
  }
}
