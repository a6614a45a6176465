package org.touchstone.platform.task.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
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
import org.springframework.web.bind.annotation.RestController;
import org.touchstone.platform.guideline.Answers;
import org.touchstone.platform.identity.Caller;
import org.touchstone.platform.identity.Role;
import org.touchstone.platform.identity.Roles;
import org.touchstone.platform.shared.Invalid;
import org.touchstone.platform.shared.LeaseId;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.task.Draft;
import org.touchstone.platform.task.DraftDesk;
import org.touchstone.platform.task.DraftOutdated;
import org.touchstone.platform.task.Exposure;
import org.touchstone.platform.task.LeaseDesk;
import org.touchstone.platform.task.web.LeaseView.WorkView;

/** A rater's way to work: one lease a project and one ahead of it, drafts, more time, or passing it on. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "work", description = "Leases, drafts and judgments of the caller")
class LeaseController {
  /** @param aside the note to the reviewer, the flag and the skip as far as they are written; absent where none is */
  record DraftBody(@Nullable Answers answers, Draft.@Nullable Aside aside, @Nullable Integer revision) {}

  record Saved(int revision, Instant savedAt) {}

  record Renewed(Instant expiresAt, Instant serverTime) {}

  record Skip(@Nullable String reason, @Nullable String note) {}

  private final LeaseDesk desk;
  private final DraftDesk drafts;
  private final LeaseView.Views views;
  private final Roles roles;
  private final Exposure exposure;

  LeaseController(LeaseDesk desk, DraftDesk drafts, LeaseView.Views views, Roles roles, Exposure exposure) {
    this.desk = desk;
    this.drafts = drafts;
    this.views = views;
    this.roles = roles;
    this.exposure = exposure;
  }

  /**
   * The lease the caller holds already, else a new one, else the true reason why there is none. With ahead=true the answer
   * carries the task after it too, held for the caller until they come to it.
   */
  @PostMapping("/projects/{project}/leases")
  WorkView next(Caller caller, @PathVariable ProjectId project, @RequestParam(defaultValue = "false") boolean ahead) {
    roles.require(caller, project, Role.TRAINER);
    return views.of(desk.resume(project, caller.id(), ahead));
  }

  /** The lease the caller holds, without taking a new one. */
  @GetMapping("/projects/{project}/leases/current")
  WorkView current(Caller caller, @PathVariable ProjectId project) {
    roles.require(caller, project, Role.TRAINER);
    return views.of(desk.current(project, caller.id()));
  }

  @GetMapping("/leases/{lease}")
  LeaseView lease(Caller caller, @PathVariable LeaseId lease) {
    return views.of(desk.find(lease, caller.id()));
  }

  @PutMapping("/leases/{lease}/draft")
  Saved save(Caller caller, @PathVariable LeaseId lease, @RequestBody DraftBody draft) {
    desk.find(lease, caller.id());
    if (draft.answers() == null || draft.revision() == null) {
      throw new Invalid("revision", "A draft is its answers and a revision that counts up with each change.");
    }
    var saved = drafts.save(lease, caller.id(), draft.answers(), draft.aside(), draft.revision());
    return new Saved(saved.revision(), saved.savedAt());
  }

  /** The rater lifts the cover of a sensitive item, which is shown from now on and counts towards their day. */
  @PostMapping("/leases/{lease}/opening")
  LeaseView open(Caller caller, @PathVariable LeaseId lease) {
    desk.find(lease, caller.id());
    exposure.open(lease, caller.id());
    return views.of(desk.find(lease, caller.id()));
  }

  /** Asks for the full lease time again, counted from now. */
  @PostMapping("/leases/{lease}/renewal")
  Renewed renew(Caller caller, @PathVariable LeaseId lease) {
    var renewed = desk.renew(lease, caller.id());
    return new Renewed(renewed.expiresAt(), renewed.at());
  }

  /** Passes the task on to somebody else and answers with the next one. */
  @PostMapping("/leases/{lease}/skip")
  WorkView skip(Caller caller, @PathVariable LeaseId lease, @RequestParam(defaultValue = "false") boolean ahead, @RequestBody Skip skip) {
    desk.find(lease, caller.id());
    if (skip.reason() == null || skip.reason().isBlank()) throw new Invalid("reason", "Say why you skip this task; one word is enough.");
    String reason = skip.note() == null || skip.note().isBlank() ? skip.reason() : skip.reason() + ": " + skip.note();
    return views.of(desk.skip(lease, caller.id(), reason.length() > 2000 ? reason.substring(0, 2000) : reason, ahead));
  }

  /** A newer draft travels with the refusal, so that an older tab can go on from it. */
  @ExceptionHandler
  ResponseEntity<ProblemDetail> outdated(DraftOutdated outdated) {
    var problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, outdated.getMessage());
    problem.setType(java.net.URI.create("/problems/" + outdated.slug()));
    problem.setTitle(outdated.title());
    problem.setProperty("draft", outdated.stored());
    return ResponseEntity.status(HttpStatus.CONFLICT).body(problem);
  }
}
