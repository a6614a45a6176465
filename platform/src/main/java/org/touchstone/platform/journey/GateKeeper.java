package org.touchstone.platform.journey;

import java.util.List;
import org.springframework.stereotype.Component;
import org.touchstone.platform.access.AccessDesk;
import org.touchstone.platform.judgment.Judgment;
import org.touchstone.platform.judgment.Judgments;
import org.touchstone.platform.quality.QualityDesk;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.JudgmentId;
import org.touchstone.platform.shared.ProjectId;

/** Shows a project's gate, where it has one, what was measured about those who just handed in. */
@Component
class GateKeeper {
  private record Rater(ProjectId project, AccountId account) {}

  private final Judgments judgments;
  private final QualityDesk quality;
  private final AccessDesk access;

  GateKeeper(Judgments judgments, QualityDesk quality, AccessDesk access) {
    this.judgments = judgments;
    this.quality = quality;
    this.access = access;
  }

  void review(List<JudgmentId> ids) {
    judgments.all(ids).stream().filter(judgment -> judgment.role() == Judgment.Role.TRAINER)
        .map(judgment -> new Rater(judgment.projectId(), judgment.raterId())).distinct().forEach(this::review);
  }

  private void review(Rater rater) {
    access.restriction(rater.project()).ifPresent(rule -> access.review(
        rater.project(), rater.account(), quality.finding(rater.project(), rater.account(), rule.signal())));
  }
}
