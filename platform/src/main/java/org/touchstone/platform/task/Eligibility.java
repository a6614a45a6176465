package org.touchstone.platform.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.touchstone.platform.access.Passes;
import org.touchstone.platform.project.Project;
import org.touchstone.platform.project.Settings;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.BriefCache;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.trainer.Profile;
import org.touchstone.platform.trainer.Profiles;

/** Who may work in which lane, and what is missing where they may not. */
@Component
public class Eligibility {
  /** One lane as it stands to one rater. */
  public record LaneAccess(String name, List<Asked> asks) {
    public boolean isOpen() {
      return asks.stream().allMatch(Asked::met);
    }
  }

  /**
   * One thing that a lane asks of a rater.
   *
   * @param what the language, the field of expertise, what must have been passed, or the share in percent
   * @param met whether this rater has it
   */
  public record Asked(Kind kind, String what, boolean met) {
    /** Where a rater shows it. */
    public enum Kind { LANGUAGE, SKILL, PASS, AGREEMENT }

    String phrase() {
      return switch (kind) {
        case LANGUAGE -> "%s among your languages".formatted(what);
        case SKILL -> "%s among your fields of expertise".formatted(what);
        case PASS -> "having passed “%s”".formatted(what);
        case AGREEMENT -> "an agreement with known answers whose whole interval reaches %s %%".formatted(what);
      };
    }
  }

  private record Whose(ProjectId project, AccountId rater) {}

  private static final Integer[] ONLY_OPEN = {Lane.OPEN};

  private final Lanes lanes;
  private final Profiles profiles;
  private final Passes passes;
  private final TrackRecord record;
  private final BriefCache<Whose, Integer[]> known = BriefCache.ofSeconds(2, whose -> find(whose.project(), whose.rater()));

  Eligibility(Lanes lanes, Profiles profiles, Passes passes, TrackRecord record) {
    this.lanes = lanes;
    this.profiles = profiles;
    this.passes = passes;
    this.record = record;
  }

  /** The numbers of the lanes from which this rater may be handed work, the open one among them. */
  Integer[] lanes(ProjectId project, AccountId rater) {
    return lanes.of(project).isEmpty() ? ONLY_OPEN : known.get(new Whose(project, rater));
  }

  private Integer[] find(ProjectId project, AccountId rater) {
    var profile = profiles.of(rater);
    var reached = new ArrayList<Integer>(List.of(Lane.OPEN));
    for (var lane : lanes.of(project)) if (missing(lane, project, rater, profile).findAny().isEmpty()) reached.add(lane.number());
    return reached.toArray(Integer[]::new);
  }

  /**
   * Every lane of the project as it stands to this rater, member or not: what it asks, and what of that is there. None
   * where work is assigned by name, since lanes are not asked there.
   */
  public List<LaneAccess> accessTo(Project project, AccountId rater) {
    if (project.settings().routing() == Settings.Routing.ASSIGNED) return List.of();
    var profile = profiles.of(rater);
    return lanes.of(project.id()).stream().map(lane -> new LaneAccess(lane.name(), asked(lane, project.id(), rater, profile))).toList();
  }

  /** What keeps this rater out of a lane, each to be read after 'asks for'. */
  List<String> missing(Lane lane, ProjectId project, AccountId rater) {
    return missing(lane, project, rater, profiles.of(rater)).map(Asked::phrase).toList();
  }

  private Stream<Asked> missing(Lane lane, ProjectId project, AccountId rater, Profile profile) {
    return asked(lane, project, rater, profile).stream().filter(asked -> !asked.met());
  }

  private List<Asked> asked(Lane lane, ProjectId project, AccountId rater, Profile profile) {
    var ask = lane.ask();
    var asked = new ArrayList<Asked>();
    if (ask.language() != null) {
      asked.add(new Asked(Asked.Kind.LANGUAGE, ask.language(), profile.languages().stream().anyMatch(own -> Languages.same(own, ask.language()))));
    }
    if (ask.skill() != null) {
      asked.add(new Asked(Asked.Kind.SKILL, ask.skill(), profile.expertise().stream().anyMatch(own -> own.equalsIgnoreCase(ask.skill()))));
    }
    var credential = ask.credential();
    if (credential != null) {
      asked.add(new Asked(Asked.Kind.PASS, credential.title(), passes.level(rater, credential.subject()).orElse(0) >= credential.level()));
    }
    if (ask.goldAtLeast() != null) {
      asked.add(new Asked(Asked.Kind.AGREEMENT, String.format(Locale.ROOT, "%.0f", ask.goldAtLeast() * 100), record.reaches(project, rater, ask.goldAtLeast())));
    }
    return asked;
  }
}
