package org.touchstone.platform.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.touchstone.platform.access.Passes;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.BriefCache;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.trainer.Profile;
import org.touchstone.platform.trainer.Profiles;

/** Who may work in which lane, and what is missing where they may not. */
@Component
class Eligibility {
  private record Asked(ProjectId project, AccountId rater) {}

  private static final Integer[] ONLY_OPEN = {Lane.OPEN};

  private final Lanes lanes;
  private final Profiles profiles;
  private final Passes passes;
  private final TrackRecord record;
  private final BriefCache<Asked, Integer[]> known = BriefCache.ofSeconds(2, asked -> find(asked.project(), asked.rater()));

  Eligibility(Lanes lanes, Profiles profiles, Passes passes, TrackRecord record) {
    this.lanes = lanes;
    this.profiles = profiles;
    this.passes = passes;
    this.record = record;
  }

  /** The numbers of the lanes from which this rater may be handed work, the open one among them. */
  Integer[] lanes(ProjectId project, AccountId rater) {
    return lanes.of(project).isEmpty() ? ONLY_OPEN : known.get(new Asked(project, rater));
  }

  private Integer[] find(ProjectId project, AccountId rater) {
    var profile = profiles.of(rater);
    var reached = new ArrayList<Integer>(List.of(Lane.OPEN));
    for (var lane : lanes.of(project)) if (missing(lane, project, rater, profile).isEmpty()) reached.add(lane.number());
    return reached.toArray(Integer[]::new);
  }

  /** What keeps this rater out of a lane, each to be read after 'asks for'. */
  List<String> missing(Lane lane, ProjectId project, AccountId rater) {
    return missing(lane, project, rater, profiles.of(rater));
  }

  private List<String> missing(Lane lane, ProjectId project, AccountId rater, Profile profile) {
    var ask = lane.ask();
    var missing = new ArrayList<String>();
    if (ask.language() != null && profile.languages().stream().noneMatch(own -> Languages.same(own, ask.language()))) {
      missing.add("%s among your languages".formatted(ask.language()));
    }
    if (ask.skill() != null && profile.expertise().stream().noneMatch(own -> own.equalsIgnoreCase(ask.skill()))) {
      missing.add("%s among your fields of expertise".formatted(ask.skill()));
    }
    var credential = ask.credential();
    if (credential != null && passes.level(rater, credential.subject()).orElse(0) < credential.level()) {
      missing.add("having passed “%s”".formatted(credential.title()));
    }
    if (ask.goldAtLeast() != null && !record.reaches(project, rater, ask.goldAtLeast())) {
      missing.add(String.format(Locale.ROOT, "an agreement with known answers whose whole interval reaches %.0f %%", ask.goldAtLeast() * 100));
    }
    return missing;
  }
}
