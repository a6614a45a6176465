package org.touchstone.platform.task;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.touchstone.platform.access.Admission;
import org.touchstone.platform.project.Project;
import org.touchstone.platform.project.Settings;
import org.touchstone.platform.shared.AccountId;

/** Finds the true reason why a rater got no work, and what opens next. */
@Component
class EmptyQueue {
  private final Leases leases;
  private final Exposure exposure;
  private final Lanes lanes;
  private final Eligibility eligibility;
  private final Waits waits;
  private final Shares shares;

  EmptyQueue(Leases leases, Exposure exposure, Lanes lanes, Eligibility eligibility, Waits waits, Shares shares) {
    this.shares = shares;
    this.waits = waits;
    this.lanes = lanes;
    this.eligibility = eligibility;
    this.leases = leases;
    this.exposure = exposure;
  }

  Empty because(Admission.Refused refused) {
    var first = refused.reasons().getFirst();
    return new Empty(code(first.code()), first.sentence(), first.remedy());
  }

  private static Empty.Code code(Admission.Code code) {
    return code == Admission.Code.NOT_PUBLISHED ? Empty.Code.PAUSED : Empty.Code.valueOf(code.name());
  }

  /** The reason, noted for the distribution report. */
  Empty told(Project project, AccountId rater) {
    var empty = because(project, rater);
    waits.note(project.id(), rater, empty.code());
    return empty;
  }

  private Empty because(Project project, AccountId rater) {
    Map<String, Object> standing = leases.standing(project.id(), rater);
    if (!is(standing, "any_task")) {
      return new Empty(Empty.Code.NO_TASKS_YET, "This project has no tasks yet.", "Work opens as soon as its manager imports items.");
    }
    if (project.settings().routing() == Settings.Routing.ASSIGNED && !is(standing, "assigned_open")) {
      return is(standing, "assigned")
          ? new Empty(Empty.Code.DONE, "You have judged everything that was assigned to you.", "New work appears here once it is assigned.")
          : new Empty(Empty.Code.NOT_ASSIGNED, "In this project tasks are assigned, and none is assigned to you yet.",
              "The project's manager assigns the work; you will find it here.");
    }
    if (!is(standing, "any_undone")) {
      return new Empty(Empty.Code.DONE, "Every task of this project has all the judgments it asked for.",
          "New work appears here when its manager imports more items.");
    }
    var share = shares.reached(project, rater);
    if (share.isPresent()) return new Empty(Empty.Code.SHARE_REACHED, shareSentence(share.getAsInt()), "The rest is for others. If its manager raises the limit or brings more items, work opens here again.");
    boolean assigned = project.settings().routing() == Settings.Routing.ASSIGNED;
    var own = eligibility.lanes(project.id(), rater);
    boolean free = leases.hasFree(project.id(), rater, assigned, own);
    if (!free && leases.hasFreeWithSensitive(project.id(), rater, assigned, own)) return onlySensitive(project, rater);
    if (!free && !assigned) {
      var elsewhere = elsewhere(project, rater);
      if (!elsewhere.isEmpty()) return notYourLane(project, rater, elsewhere);
    }
    if (is(standing, "any_free")) {
      return new Empty(Empty.Code.ALL_SEEN, "You have seen every task that is still open; each one goes to different people.",
          "New work appears here when its manager imports more items.");
    }
    return new Empty(Empty.Code.ALL_TAKEN, "Every open task is with somebody just now.", whenOneReturns(standing));
  }

  private static String shareSentence(int most) {
    return "You have judged your share of this project; one person may judge at most %d of its tasks.".formatted(most);
  }

  /** Lanes with free work that this rater may not have. */
  private List<Lane> elsewhere(Project project, AccountId rater) {
    var own = List.of(eligibility.lanes(project.id(), rater));
    return lanes.of(project.id()).stream().filter(lane -> !own.contains(lane.number()))
        .filter(lane -> leases.hasFree(project.id(), rater, false, new Integer[] {lane.number()})).toList();
  }

  private Empty notYourLane(Project project, AccountId rater, List<Lane> elsewhere) {
    var asks = elsewhere.stream().limit(3).map(lane -> "“%s” asks for %s".formatted(lane.name(), String.join(", ", eligibility.missing(lane, project.id(), rater)))).toList();
    return new Empty(Empty.Code.NOT_YOUR_LANE, "The tasks that are left ask for something you have not shown yet: %s.".formatted(String.join("; ", asks)),
        "Say in your profile what is true of you, or pass what is asked; the work then opens to you within seconds. New work for everybody appears here too.");
  }

  private Empty onlySensitive(Project project, AccountId rater) {
    var choice = exposure.choice(rater);
    if (!choice.allows(project.id())) {
      return new Empty(Empty.Code.SENSITIVE, "The tasks that are left carry sensitive content, which you chose not to be shown.",
          "Other tasks appear here as they are imported. You can change the choice in your account; it never touches your standing.");
    }
    var met = exposure.of(project.id(), rater);
    String whose = choice.dailyLimit() != null && choice.dailyLimit() <= met.limit() ? "your own limit" : "this project's limit";
    return new Empty(Empty.Code.SENSITIVE, "The tasks that are left carry sensitive content, and %s of %d a day is reached.".formatted(whose, met.limit()),
        exposure.opensAgain(rater) + " Other tasks appear here as they are imported.");
  }

  private static String whenOneReturns(Map<String, Object> standing) {
    if (!(standing.get("next_expiry_seconds") instanceof Long seconds)) return "Look in again in a minute.";
    long minutes = Math.max(1, (seconds + 59) / 60);
    return "If one is not finished, it returns to the queue in about %d minute%s.".formatted(minutes, minutes == 1 ? "" : "s");
  }

  private static boolean is(Map<String, Object> standing, String fact) {
    return Boolean.TRUE.equals(standing.get(fact));
  }
}
