package org.touchstone.platform.calibration.web;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.touchstone.platform.calibration.Attempt;
import org.touchstone.platform.calibration.AttemptDesk;
import org.touchstone.platform.calibration.Attempts;
import org.touchstone.platform.calibration.OpeningDesk;
import org.touchstone.platform.calibration.Round;
import org.touchstone.platform.calibration.Rounds;
import org.touchstone.platform.calibration.SetItem;
import org.touchstone.platform.calibration.SetItems;
import org.touchstone.platform.calibration.Sheet;
import org.touchstone.platform.guideline.Answers;
import org.touchstone.platform.guideline.Rubric;
import org.touchstone.platform.identity.Accounts;
import org.touchstone.platform.identity.Caller;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.ItemId;
import org.touchstone.platform.shared.ProjectId;

/** Shows rounds: the sheet to everybody who may begin one, the set with its standards to those who run it. */
@Component
class RoundViews {
  /** @param because why none can be begun now; @param from when the next attempt opens */
  record OwnPart(List<OwnAttempt> attempts, boolean mayBegin, @Nullable String because, @Nullable Instant from) {}

  record OwnAttempt(UUID id, int number, Attempt.State state, @Nullable Double share, Instant startedAt, @Nullable Instant handedInAt) {
    static OwnAttempt of(Attempt attempt) {
      return new OwnAttempt(attempt.id(), attempt.number(), attempt.state(), attempt.ruling() == null ? null : attempt.ruling().share(), attempt.startedAt(), attempt.handedInAt());
    }
  }

  /** @param runs whether the caller runs it; @param waiting how many attempts wait for a person, for those who run it */
  record RoundCard(UUID id, @Nullable ProjectId projectId, Round.Kind kind, Round.State state, int level, Sheet sheet, int items, OpeningDesk.@Nullable Asked askedOf,
      OwnPart mine, boolean runs, @Nullable Integer waiting) {}

  record StandardView(int version, Answers answers, Map<String, String> explanations, @Nullable String reason, String by, Instant at) {}

  record SetItemView(UUID id, @Nullable ItemId source, SetItem.SetText text, @Nullable StandardView standard) {}

  record Participant(AccountId accountId, String name) {}

  record RoundView(RoundCard card, Rubric rubric, List<SetItemView> items, List<Participant> participants) {}

  private final Rounds rounds;
  private final SetItems sets;
  private final Attempts attempts;
  private final AttemptDesk desk;
  private final OpeningDesk openings;
  private final Accounts accounts;
  private final RoundRights rights;

  RoundViews(Rounds rounds, SetItems sets, Attempts attempts, AttemptDesk desk, OpeningDesk openings, Accounts accounts, RoundRights rights) {
    this.rounds = rounds;
    this.sets = sets;
    this.attempts = attempts;
    this.desk = desk;
    this.openings = openings;
    this.accounts = accounts;
    this.rights = rights;
  }

  /** What the caller may see of these: drafts only where they run them. */
  List<RoundCard> cards(Caller caller, List<Round> all, @Nullable ProjectId project) {
    var own = attempts.of(all.stream().map(Round::id).toList(), caller.id()).stream().collect(Collectors.groupingBy(Attempt::roundId, LinkedHashMap::new, Collectors.toList()));
    var shown = all.stream().filter(round -> isShown(caller, round, own.containsKey(round.id()))).toList();
    var ids = shown.stream().map(Round::id).toList();
    var sizes = sets.sizes(ids);
    var waiting = attempts.waiting(ids);
    return shown.stream().map(round -> {
      boolean runs = rights.runs(caller, round);
      var standing = desk.standing(round, caller.id(), own.getOrDefault(round.id(), List.of()));
      var mine = new OwnPart(standing.attempts().stream().map(OwnAttempt::of).toList(), standing.mayBegin(), standing.because(), standing.from());
      return new RoundCard(round.id(), round.projectId(), round.kind(), round.state(), round.level(), round.sheet(), sizes.getOrDefault(round.id(), 0),
          project == null ? null : openings.asked(project, round.series()), mine, runs, runs ? waiting.getOrDefault(round.id(), 0) : null);
    }).toList();
  }

  private boolean isShown(Caller caller, Round round, boolean tookPart) {
    if (rights.runs(caller, round) || tookPart) return true;
    if (round.state() != Round.State.OPEN) return false;
    return round.kind() != Round.Kind.GUIDELINE_TEST || rounds.participants(round.id()).contains(caller.id());
  }

  RoundView whole(Caller caller, Round round) {
    var items = sets.of(round.id());
    var people = rounds.participants(round.id());
    var names = accounts.names(java.util.stream.Stream.concat(people.stream(), items.stream().filter(item -> item.standard() != null).map(item -> item.standard().madeBy())).distinct().toList());
    var views = items.stream().map(item -> new SetItemView(item.id(), item.source(), item.text(), view(item.standard(), names))).toList();
    var chosen = people.stream().map(id -> new Participant(id, names.getOrDefault(id, "Somebody"))).sorted(java.util.Comparator.comparing(Participant::name)).toList();
    return new RoundView(cards(caller, List.of(round), round.projectId()).getFirst(), round.rubric(), views, chosen);
  }

  private static @Nullable StandardView view(SetItem.@Nullable Standard standard, Map<AccountId, String> names) {
    return standard == null ? null : new StandardView(standard.version(), standard.answers(), standard.explanations(), standard.reason(),
        names.getOrDefault(standard.madeBy(), "Somebody"), standard.madeAt());
  }
}
