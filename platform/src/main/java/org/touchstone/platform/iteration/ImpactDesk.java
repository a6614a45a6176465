package org.touchstone.platform.iteration;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.touchstone.platform.calibration.Renewal;
import org.touchstone.platform.guideline.GuidelineDesk;
import org.touchstone.platform.guideline.RubricDifference;
import org.touchstone.platform.judgment.Judgments;
import org.touchstone.platform.quality.Golds;
import org.touchstone.platform.shared.NotFound;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.task.Passes;
import org.touchstone.platform.task.TaskDesk;

/** Where it is said, before a version is published, what it would touch. */
@Service
public class ImpactDesk {
  private final GuidelineDesk desk;
  private final StaleWork work;
  private final Judgments judgments;
  private final TaskDesk tasks;
  private final Golds golds;
  private final Rates rates;
  private final Renewal renewal;

  ImpactDesk(GuidelineDesk desk, StaleWork work, Judgments judgments, TaskDesk tasks, Golds golds, Rates rates, Renewal renewal) {
    this.renewal = renewal;
    this.desk = desk;
    this.work = work;
    this.judgments = judgments;
    this.tasks = tasks;
    this.golds = golds;
    this.rates = rates;
  }

  /** Read in one moment, so that the figures belong together. */
  @Transactional(readOnly = true)
  public Impact ofDraft(ProjectId project) {
    var comparison = desk.compareDraft(project).orElseThrow(() -> new NotFound("version in force that a draft could change"));
    int next = comparison.from() + 1;
    int era = work.since(project);
    int open = tasks.progress(project).open();
    var answered = judgments.answered(project, era, next);
    var stale = work.before(project, next);
    int standing = judgments.perVersion(project).entrySet().stream().filter(one -> one.getKey() >= era).mapToInt(Map.Entry::getValue).sum();
    return new Impact(next, standing, open, work.inFlight(project), golds.of(project).size(), criteria(comparison.rubric(), answered, open),
        rates.cost(project, stale.size(), stale.stream().mapToInt(Passes.Stale::places).sum()), renewal.foreseen(project));
  }

  private static List<Impact.CriterionImpact> criteria(RubricDifference difference, Map<String, Judgments.Answered> answered, int open) {
    return difference.criteria().stream().map(change -> {
      var said = answered.getOrDefault(change.key(), new Judgments.Answered(0, 0));
      boolean asked = change.changesAnswers() && change.kind() != RubricDifference.Kind.REMOVED;
      return new Impact.CriterionImpact(change.key(), change.title(), change.kind(), said.judgments(), said.items(), asked ? open : 0);
    }).toList();
  }
}
