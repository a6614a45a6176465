package org.touchstone.platform.iteration.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.touchstone.platform.identity.Caller;
import org.touchstone.platform.identity.Role;
import org.touchstone.platform.identity.Roles;
import org.touchstone.platform.iteration.VersionCause;
import org.touchstone.platform.iteration.CauseDesk;
import org.touchstone.platform.shared.Invalid;
import org.touchstone.platform.shared.JudgmentId;
import org.touchstone.platform.shared.Page;
import org.touchstone.platform.shared.ProjectId;

/** From doubts to the next version, and back from a version to the doubts that led to it. */
@RestController
@RequestMapping("/api/v1/projects/{project}")
@Tag(name = "guidelines", description = "Guidelines and rubrics by version")
class CauseController {
  record PickedCause(VersionCause.@Nullable Kind kind, @Nullable String subject) {}

  record PickedCauses(@Nullable List<@Nullable PickedCause> causes) {}

  record AnsweredFlag(JudgmentId judgmentId, int version) {}

  private final CauseDesk desk;
  private final Roles roles;

  CauseController(CauseDesk desk, Roles roles) {
    this.desk = desk;
    this.roles = roles;
  }

  /** Flags about the guideline, criteria on which judges differ, contested known answers; those picked for the draft first. */
  @GetMapping("/guidelines/draft/causes")
  Page<VersionCause> ofDraft(Caller caller, @PathVariable ProjectId project) {
    roles.require(caller, project, Role.MANAGER, Role.LEAD);
    return new Page<>(desk.ofDraft(project), null);
  }

  /** Says which doubts the draft answers; these and no others. */
  @PutMapping("/guidelines/draft/causes")
  Page<VersionCause> pick(Caller caller, @PathVariable ProjectId project, @RequestBody PickedCauses body) {
    roles.require(caller, project, Role.MANAGER, Role.LEAD);
    if (body.causes() == null) throw new Invalid("causes", "Send the doubts this draft answers, if only an empty list.");
    var picks = body.causes().stream().map(cause -> {
      if (cause == null || cause.kind() == null || cause.subject() == null) throw new Invalid("causes", "Each doubt is named by its kind and its subject.");
      return new CauseDesk.Pick(cause.kind(), cause.subject());
    }).toList();
    return new Page<>(desk.pick(project, caller.id(), picks), null);
  }

  /** What led to each published version, the newest first. */
  @GetMapping("/guidelines/causes")
  Page<VersionCause> ofVersions(Caller caller, @PathVariable ProjectId project) {
    roles.require(caller, project, Role.MANAGER, Role.LEAD);
    return new Page<>(desk.ofVersions(project), null);
  }

  /** Which of the caller's own flags a version of the guideline answered. */
  @GetMapping("/judgments/mine/answered-flags")
  Page<AnsweredFlag> answeredFlags(Caller caller, @PathVariable ProjectId project) {
    roles.requireMember(caller, project);
    return new Page<>(desk.answeredFlags(project, caller.id()).entrySet().stream().map(one -> new AnsweredFlag(one.getKey(), one.getValue())).toList(), null);
  }
}
