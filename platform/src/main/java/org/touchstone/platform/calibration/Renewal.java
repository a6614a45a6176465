package org.touchstone.platform.calibration;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.touchstone.platform.access.Grant;
import org.touchstone.platform.access.Grants;
import org.touchstone.platform.access.Passes;
import org.touchstone.platform.guideline.GuidelineVersion;
import org.touchstone.platform.notice.Notices;
import org.touchstone.platform.project.Projects;
import org.touchstone.platform.shared.Money;
import org.touchstone.platform.shared.ProjectId;

/** A breaking version of the guideline makes open rounds old: a short calibration and the practice are drafted anew, and those who lead are told. */
@Component
public class Renewal {
  /** How many items those are asked who passed the version before. */
  static final int SHORT = 3;

  /**
   * What a recalibration would ask and cost if a breaking version were published now.
   *
   * @param items how many of it somebody judges who passed before
   * @param people how many who work here have passed before
   * @param each what one of them is paid, whatever the outcome; null where the round is unpaid
   * @param altogether the same for all of them
   */
  public record Foreseen(UUID round, String title, int items, int people, @Nullable Money each, @Nullable Money altogether) {}

  private final Rounds rounds;
  private final SetItems sets;
  private final Grants grants;
  private final Passes passes;
  private final RoundDesk desk;
  private final Rulings rulings;
  private final Projects projects;
  private final Notices notices;

  Renewal(Rounds rounds, SetItems sets, Grants grants, Passes passes, RoundDesk desk, Rulings rulings, Projects projects, Notices notices) {
    this.rounds = rounds;
    this.sets = sets;
    this.grants = grants;
    this.passes = passes;
    this.desk = desk;
    this.rulings = rulings;
    this.projects = projects;
    this.notices = notices;
  }

  /** For each open calibration, in the order of the rounds. */
  public List<Foreseen> foreseen(ProjectId project) {
    var here = grants.ofProject(project).values().stream().filter(grant -> grant.state() == Grant.State.ACTIVE || grant.state() == Grant.State.RESTRICTED)
        .map(Grant::accountId).collect(Collectors.toSet());
    return rounds.of(project).stream().filter(round -> round.kind() == Round.Kind.CALIBRATION && round.state() == Round.State.OPEN).map(round -> {
      int items = Math.min(SHORT, sets.of(round.id()).size());
      int people = (int) passes.whoPassed(round.series()).stream().filter(here::contains).count();
      var rate = round.sheet().rate();
      return new Foreseen(round.id(), round.sheet().title(), items, people, rate == null ? null : times(rate, items), rate == null ? null : times(rate, items * people));
    }).toList();
  }

  private static Money times(Money rate, int n) {
    return new Money(Math.multiplyExact(rate.minor(), n), rate.currency());
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
