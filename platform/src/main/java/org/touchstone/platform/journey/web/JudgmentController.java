package org.touchstone.platform.journey.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.touchstone.platform.adjudication.CaseDesk;
import org.touchstone.platform.identity.Caller;
import org.touchstone.platform.identity.Role;
import org.touchstone.platform.identity.Roles;
import org.touchstone.platform.journey.OwnJudgments;
import org.touchstone.platform.judgment.JudgmentDesk;
import org.touchstone.platform.judgment.Judgments;
import org.touchstone.platform.judgment.Submission;
import org.touchstone.platform.shared.JudgmentId;
import org.touchstone.platform.shared.LeaseId;
import org.touchstone.platform.shared.Page;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.task.LeaseDesk;
import org.touchstone.platform.task.web.LeaseView;
import org.touchstone.platform.task.web.LeaseView.WorkView;

/** A rater hands in, reads what became of it, and disputes what was rejected. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "work", description = "Leases, drafts and judgments of the caller")
class JudgmentController {
  private static final int USUAL = 50;
  private static final int MOST = 200;

  record Submitted(OwnJudgments.Own judgment, @Nullable WorkView next) {}

  record DisputeBody(@Nullable String text) {}

  private final JudgmentDesk desk;
  private final LeaseDesk leases;
  private final Judgments judgments;
  private final OwnJudgments own;
  private final CaseDesk cases;
  private final LeaseView.Views views;
  private final Roles roles;

  JudgmentController(JudgmentDesk desk, LeaseDesk leases, Judgments judgments, OwnJudgments own, CaseDesk cases, LeaseView.Views views, Roles roles) {
    this.desk = desk;
    this.leases = leases;
    this.judgments = judgments;
    this.own = own;
    this.cases = cases;
    this.views = views;
    this.roles = roles;
  }

  /**
   * Hands in; safe to send again, since a lease yields one judgment. With next=true the answer carries the next lease, with
   * ahead=true besides the task after that.
   */
  @PutMapping("/leases/{lease}/judgment")
  Submitted submit(Caller caller, @PathVariable LeaseId lease, @RequestParam(defaultValue = "false") boolean next,
      @RequestParam(defaultValue = "false") boolean ahead, @RequestBody Submission submission) {
    var handedIn = desk.submit(caller.id(), lease, submission);
    var view = handedIn.again() ? own.of(List.of(handedIn.judgment())).getFirst() : own.fresh(handedIn.judgment(), handedIn.prompt());
    return new Submitted(view, next ? views.of(leases.next(handedIn.judgment().projectId(), caller.id(), ahead)) : null);
  }

  /** The caller's own judgments, newest first. */
  @GetMapping("/projects/{project}/judgments/mine")
  Page<OwnJudgments.Own> mine(Caller caller, @PathVariable ProjectId project, @RequestParam(required = false) JudgmentId cursor,
      @RequestParam(required = false) Integer limit) {
    roles.requireMember(caller, project);
    int most = limit == null ? USUAL : Math.clamp(limit, 1, MOST);
    var page = Page.cut(judgments.ofRater(project, caller.id(), cursor, most), most, judgment -> judgment.id().toString());
    return new Page<>(own.of(page.items()), page.nextCursor());
  }

  /** Objects to a rejection; somebody who did not decide it answers, and the money is set aside until then. */
  @PostMapping("/judgments/{judgment}/dispute")
  OwnJudgments.Own dispute(Caller caller, @PathVariable JudgmentId judgment, @RequestBody DisputeBody body) {
    cases.dispute(caller.id(), judgment, body.text());
    return own.of(List.of(judgments.find(judgment).orElseThrow())).getFirst();
  }
}
