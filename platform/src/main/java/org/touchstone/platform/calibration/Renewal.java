package org.touchstone.platform.calibration;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.touchstone.platform.guideline.GuidelineVersion;
import org.touchstone.platform.notice.Notices;
import org.touchstone.platform.project.Projects;

/** A breaking version of the guideline makes open rounds old: a short calibration and the practice are drafted anew, and those who lead are told. */
@Component
class Renewal {
  /** How many items those are asked who passed the version before. */
  static final int SHORT = 3;

  private final Rounds rounds;
  private final RoundDesk desk;
  private final Rulings rulings;
  private final Projects projects;
  private final Notices notices;

  Renewal(Rounds rounds, RoundDesk desk, Rulings rulings, Projects projects, Notices notices) {
    this.rounds = rounds;
    this.desk = desk;
    this.rulings = rulings;
    this.projects = projects;
    this.notices = notices;
  }

  @EventListener
  void on(GuidelineVersion.Published published) {
    if (published.effect() != GuidelineVersion.Effect.BREAKING) return;
    rounds.of(published.projectId()).stream()
        .filter(round -> round.kind() != Round.Kind.GUIDELINE_TEST && round.state() == Round.State.OPEN && round.level() < published.version())
        .forEach(old -> {
          var draft = desk.renew(null, old.id(), SHORT);
          notices.tell(rulings.reviewers(old), sentence(old).formatted(published.version(), projects.find(published.projectId()).name(), old.sheet().title()), "/projects/%s/calibration/%s".formatted(published.projectId(), draft.id()));
        });
  }

  private static String sentence(Round old) {
    return old.kind() == Round.Kind.PRACTICE ? "Version %d of the guideline of %s breaks with what people practise. “%s” is drafted anew: check its standards and open it."
        : "Version %d of the guideline of %s breaks with what people were calibrated to. A short recalibration from “%s” is drafted: check its standards and open it.";
  }
}
