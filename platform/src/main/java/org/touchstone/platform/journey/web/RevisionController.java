package org.touchstone.platform.journey.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.touchstone.platform.guideline.Answers;
import org.touchstone.platform.guideline.Rubric;
import org.touchstone.platform.identity.Caller;
import org.touchstone.platform.journey.OwnJudgments;
import org.touchstone.platform.journey.Revisions;
import org.touchstone.platform.judgment.RevisionDesk;
import org.touchstone.platform.judgment.Submission;
import org.touchstone.platform.shared.JudgmentId;
import org.touchstone.platform.shared.LeaseId;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.task.web.LeaseView;

/** A rater thinks better of what they said, while there is time. */
@RestController
@RequestMapping("/api/v1/judgments/{judgment}/revision")
@Tag(name = "work", description = "Leases, drafts and judgments of the caller")
class RevisionController {
  /** @param answers as they hold now, naming responses as shown; @param revision how often they were revised before; @param returned why a reviewer gave it back */
  record RevisionView(
      JudgmentId judgmentId, ProjectId projectId, @Nullable LeaseId leaseId, LeaseView.ShownItem item, Rubric rubric, int guidelineVersion, Answers answers,
      @Nullable String note, int revision, Instant until, @Nullable String returned) {}

  private final Revisions revisions;
  private final RevisionDesk desk;
  private final LeaseView.Views views;
  private final OwnJudgments own;

  RevisionController(Revisions revisions, RevisionDesk desk, LeaseView.Views views, OwnJudgments own) {
    this.revisions = revisions;
    this.desk = desk;
    this.views = views;
    this.own = own;
  }

  /** The task again as it was judged, with what was said. */
  @GetMapping
  RevisionView form(Caller caller, @PathVariable JudgmentId judgment) {
    var open = revisions.open(caller.id(), judgment);
    var said = open.judgment();
    var form = desk.form(said);
    return new RevisionView(said.id(), said.projectId(), said.leaseId(), views.shown(form.item(), said.shown(), form.rubric()), form.rubric(),
        said.guidelineVersion(), said.answers().toShown(said.shown()), said.note(), said.revision(), open.until(), open.returned());
  }

  /** Says something else; safe to send again. The price stays what it was. */
  @PutMapping
  OwnJudgments.Own revise(Caller caller, @PathVariable JudgmentId judgment, @RequestBody Submission submission) {
    return own.of(List.of(revisions.revise(caller.id(), judgment, submission))).getFirst();
  }
}
