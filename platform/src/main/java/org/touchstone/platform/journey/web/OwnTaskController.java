package org.touchstone.platform.journey.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.touchstone.platform.guideline.Rubric;
import org.touchstone.platform.identity.Caller;
import org.touchstone.platform.journey.OwnJudgments;
import org.touchstone.platform.journey.Revisions;
import org.touchstone.platform.judgment.RevisionDesk;
import org.touchstone.platform.shared.JudgmentId;
import org.touchstone.platform.shared.LeaseId;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.task.LeaseDesk;
import org.touchstone.platform.task.web.LeaseView;

/** What a rater judged can be read by them at any time, with the task as it was shown to them. */
@RestController
@RequestMapping("/api/v1/judgments/{judgment}")
@Tag(name = "work", description = "Leases, drafts and judgments of the caller")
class OwnTaskController {
  /** @param item as it was shown; null where its cover was never lifted */
  record OwnTask(OwnJudgments.Own judgment, ProjectId projectId, @Nullable LeaseId leaseId, LeaseView.@Nullable ShownItem item, Rubric rubric) {}

  private final Revisions revisions;
  private final RevisionDesk desk;
  private final LeaseDesk leases;
  private final LeaseView.Views views;
  private final OwnJudgments own;

  OwnTaskController(Revisions revisions, RevisionDesk desk, LeaseDesk leases, LeaseView.Views views, OwnJudgments own) {
    this.revisions = revisions;
    this.desk = desk;
    this.leases = leases;
    this.views = views;
    this.own = own;
  }

  /** The caller's own judgment with its task, whatever became of it. */
  @GetMapping
  OwnTask one(Caller caller, @PathVariable JudgmentId judgment) {
    var said = revisions.own(caller.id(), judgment);
    var form = desk.form(said);
    boolean unseen = said.leaseId() != null && leases.find(said.leaseId(), caller.id()).isCovered();
    return new OwnTask(own.of(List.of(said)).getFirst(), said.projectId(), said.leaseId(), unseen ? null : views.shown(form.item(), said.shown(), form.rubric()), form.rubric());
  }
}
