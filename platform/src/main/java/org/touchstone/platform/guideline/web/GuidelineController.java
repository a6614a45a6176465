package org.touchstone.platform.guideline.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.touchstone.platform.guideline.Comparison;
import org.touchstone.platform.guideline.Draft;
import org.touchstone.platform.guideline.DraftChanged;
import org.touchstone.platform.guideline.GuidelineDesk;
import org.touchstone.platform.guideline.GuidelineVersion;
import org.touchstone.platform.guideline.Guidelines;
import org.touchstone.platform.guideline.Rubric;
import org.touchstone.platform.guideline.RubricDifference;
import org.touchstone.platform.guideline.RubricTemplates;
import org.touchstone.platform.identity.Accounts;
import org.touchstone.platform.identity.Caller;
import org.touchstone.platform.identity.Role;
import org.touchstone.platform.identity.Roles;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.Invalid;
import org.touchstone.platform.shared.NotFound;
import org.touchstone.platform.shared.Page;
import org.touchstone.platform.shared.ProjectId;

/** The guideline of a project: its versions, its draft, and having read it. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "guidelines", description = "Guidelines and rubrics by version")
class GuidelineController {
  /** @param body left out in lists */
  record GuidelineView(int version, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String body, Rubric rubric, String changeNote,
      GuidelineVersion.Effect effect, Instant publishedAt, String publishedBy) {}

  /** @param to null for the draft; @param between without their bodies, the newest first */
  record VersionComparison(int from, @Nullable Integer to, String bodyBefore, String bodyAfter, List<RubricDifference.CriterionChange> criteria,
      List<String> rulesAdded, List<String> rulesRemoved, List<GuidelineView> between) {}

  /** @param revision another one with each save; to be sent with the next, so that nobody saves over what they have not seen */
  record GuidelineDraft(String body, Rubric rubric, Instant updatedAt, String updatedBy, String revision, List<String> problems) {}

  /** @param grownFrom the revision it was written on, v0 where there was none; without it, nothing but one's own draft is replaced */
  record NewGuidelineDraft(@Nullable String body, @Nullable Rubric rubric, @Nullable String grownFrom) {}

  /** @param revision of the draft that is meant; without it, the draft as it is */
  record GuidelinePublication(@Nullable String changeNote, GuidelineVersion.@Nullable Effect effect, @Nullable String revision) {}

  private final GuidelineDesk desk;
  private final Guidelines guidelines;
  private final Roles roles;
  private final Accounts accounts;

  GuidelineController(GuidelineDesk desk, Guidelines guidelines, Roles roles, Accounts accounts) {
    this.desk = desk;
    this.guidelines = guidelines;
    this.roles = roles;
    this.accounts = accounts;
  }

  @GetMapping("/rubric-templates")
  Page<RubricTemplates.Template> templates(Caller caller) {
    return new Page<>(RubricTemplates.all(), null);
  }

  @GetMapping("/projects/{project}/guidelines")
  Page<GuidelineView> versions(Caller caller, @PathVariable ProjectId project) {
    roles.requireMember(caller, project);
    return new Page<>(guidelines.all(project).stream().map(version -> view(version, false)).toList(), null);
  }

  @GetMapping("/projects/{project}/guidelines/current")
  GuidelineView current(Caller caller, @PathVariable ProjectId project) {
    roles.requireMember(caller, project);
    return view(guidelines.current(project).orElseThrow(() -> new NotFound("guideline")), true);
  }

  @GetMapping("/projects/{project}/guidelines/{version:[0-9]{1,6}}")
  GuidelineView version(Caller caller, @PathVariable ProjectId project, @PathVariable int version) {
    roles.requireMember(caller, project);
    return view(guidelines.version(project, version), true);
  }

  /** Two versions side by side; without a number the version in force, and the one before it. */
  @GetMapping("/projects/{project}/guidelines/comparison")
  VersionComparison comparison(Caller caller, @PathVariable ProjectId project, @RequestParam(required = false) @Nullable Integer from,
      @RequestParam(required = false) @Nullable Integer to) {
    roles.requireMember(caller, project);
    int later = to != null ? to : guidelines.currentNumber(project).orElseThrow(() -> new NotFound("guideline"));
    return view(desk.compare(project, from != null ? from : later - 1, later));
  }

  /** The draft beside the version in force. */
  @GetMapping("/projects/{project}/guidelines/draft/comparison")
  VersionComparison draftComparison(Caller caller, @PathVariable ProjectId project) {
    roles.require(caller, project, Role.MANAGER, Role.LEAD);
    return view(desk.compareDraft(project).orElseThrow(() -> new NotFound("earlier version to compare with")));
  }

  @GetMapping("/projects/{project}/guidelines/draft")
  GuidelineDraft draft(Caller caller, @PathVariable ProjectId project) {
    roles.require(caller, project, Role.MANAGER, Role.LEAD);
    var draft = desk.draft(project).orElseThrow(() -> new NotFound("draft"));
    return view(draft);
  }

  @PutMapping("/projects/{project}/guidelines/draft")
  GuidelineDraft saveDraft(Caller caller, @PathVariable ProjectId project, @RequestBody NewGuidelineDraft body) {
    roles.require(caller, project, Role.MANAGER, Role.LEAD);
    if (body.rubric() == null) throw new Invalid("rubric", "A draft carries its rubric, if only with an empty list of criteria.");
    return view(desk.saveDraft(caller.id(), project, body.body() == null ? "" : body.body(), body.rubric(), body.grownFrom()));
  }

  @PostMapping("/projects/{project}/guidelines")
  @ResponseStatus(HttpStatus.CREATED)
  GuidelineView publish(Caller caller, @PathVariable ProjectId project, @RequestBody GuidelinePublication body) {
    roles.require(caller, project, Role.MANAGER, Role.LEAD);
    if (body.effect() == null) throw new Invalid("effect", "Say what the change asks of trainers: EDITORIAL, CLARIFYING or BREAKING.");
    return view(desk.publish(caller.id(), project, body.changeNote(), body.effect(), body.revision()), true);
  }

  @PostMapping("/projects/{project}/guidelines/{version}/acknowledgement")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void acknowledge(Caller caller, @PathVariable ProjectId project, @PathVariable int version) {
    roles.requireMember(caller, project);
    desk.acknowledge(caller.id(), project, version);
  }

  /** What the other wrote travels with the refusal, so that both can be seen side by side. */
  @ExceptionHandler
  ResponseEntity<ProblemDetail> changed(DraftChanged changed) {
    var problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, changed.getMessage());
    problem.setType(URI.create("/problems/" + changed.slug()));
    problem.setTitle(changed.title());
    problem.setProperty("draft", view(changed.stored()));
    return ResponseEntity.status(HttpStatus.CONFLICT).body(problem);
  }

  private GuidelineView view(GuidelineVersion version, boolean withBody) {
    return new GuidelineView(version.version(), withBody ? version.body() : null, version.rubric(), version.changeNote(), version.effect(),
        version.publishedAt(), name(version.publishedBy()));
  }

  private VersionComparison view(Comparison comparison) {
    return new VersionComparison(comparison.from(), comparison.to(), comparison.bodyBefore(), comparison.bodyAfter(), comparison.rubric().criteria(),
        comparison.rubric().rulesAdded(), comparison.rubric().rulesRemoved(),
        comparison.between().stream().map(version -> view(version, false)).toList());
  }

  private GuidelineDraft view(Draft draft) {
    return new GuidelineDraft(draft.body(), draft.rubric(), draft.updatedAt(), name(draft.updatedBy()), draft.revision(), draft.problems());
  }

  private String name(AccountId id) {
    return accounts.name(id);
  }
}
