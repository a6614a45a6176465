package org.touchstone.platform.calibration;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.touchstone.platform.guideline.Answers;
import org.touchstone.platform.guideline.Criterion;
import org.touchstone.platform.guideline.Guidelines;
import org.touchstone.platform.guideline.Rubric;
import org.touchstone.platform.quality.Golds;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.Audit;
import org.touchstone.platform.shared.Conflict;
import org.touchstone.platform.shared.Invalid;
import org.touchstone.platform.shared.ItemId;
import org.touchstone.platform.shared.NotFound;
import org.touchstone.platform.shared.Problem.Fault;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.shared.Uuid7;
import org.touchstone.platform.task.ItemDesk;
import org.touchstone.platform.task.Items;

/** Where rounds are put together; once open, what people were promised no longer changes. */
@Service
public class RoundDesk {
  public static final int MOST_ITEMS = 200;

  /** @param source an item of the project to copy; @param text what is typed instead; @param answers the standard, in the item's own order */
  public record NewItem(@Nullable ItemId source, SetItem.@Nullable SetText text, @Nullable Answers answers, @Nullable Map<String, String> explanations) {}

  /** @param rubric asked of an assessment only; a project's rounds take the rubric of the guideline in force */
  public record NewRound(Round.Kind kind, Sheet sheet, @Nullable Rubric rubric) {}

  private final Rounds rounds;
  private final SetItems sets;
  private final Guidelines guidelines;
  private final Items items;
  private final Golds golds;
  private final Audit audit;
  private final Clock clock;

  RoundDesk(Rounds rounds, SetItems sets, Guidelines guidelines, Items items, Golds golds, Audit audit, Clock clock) {
    this.rounds = rounds;
    this.sets = sets;
    this.guidelines = guidelines;
    this.items = items;
    this.golds = golds;
    this.audit = audit;
    this.clock = clock;
  }

  /** @param project null for an assessment */
  @Transactional
  public Round create(AccountId by, @Nullable ProjectId project, NewRound wish) {
    if (wish.kind() == null) throw new Invalid("kind", "Say what it is: PRACTICE, CALIBRATION, GUIDELINE_TEST or ASSESSMENT.");
    if (wish.sheet() == null) throw new Invalid("sheet", "Say what people read before they begin: title, minutes, rule and rate.");
    if ((wish.kind() == Round.Kind.ASSESSMENT) != (project == null)) {
      throw new Invalid("kind", "An assessment belongs to the installation, every other round to a project.");
    }
    var sheet = wish.sheet().checked(wish.kind());
    var id = Uuid7.next();
    var round = project == null ? new Round(id, null, id, wish.kind(), Round.State.DRAFT, 1, sheet, checked(wish.rubric()), by, now()) : ofProject(by, project, wish.kind(), sheet, id);
    rounds.insert(round);
    audit.record(by, project, "round.made", id.toString(), Map.of("kind", wish.kind(), "title", sheet.title()));
    return round;
  }

  private Round ofProject(AccountId by, ProjectId project, Round.Kind kind, Sheet sheet, UUID id) {
    var guideline = guidelines.current(project).orElseThrow(() -> new Conflict("Publish the guideline first: a round is judged by its rubric."));
    return new Round(id, project, id, kind, Round.State.DRAFT, guideline.version(), sheet, guideline.rubric(), by, now());
  }

  /** The same items under the guideline in force, as far as their standards still fit its rubric; a pass of it surpasses one of the old. */
  @Transactional
  public Round renew(@Nullable AccountId by, UUID id, int returning) {
    var old = rounds.find(id).orElseThrow(() -> new NotFound("round"));
    if (old.projectId() == null) throw new Conflict("An assessment has no guideline that could have changed.");
    var guideline = guidelines.current(old.projectId()).orElseThrow();
    if (guideline.version() <= old.level()) throw new Conflict("This round is written for version %d already, the one in force.".formatted(old.level()));
    var before = old.sheet();
    var author = by == null ? old.madeBy() : by;
    var sheet = new Sheet(before.title(), before.about(), before.rule(), before.rate(), before.draw(), old.kind().decides() ? returning : null, before.minutes(), null);
    var round = new Round(Uuid7.next(), old.projectId(), old.series(), old.kind(), Round.State.DRAFT, guideline.version(), sheet, guideline.rubric(), author, now());
    rounds.insert(round);
    for (var item : sets.of(id)) {
      boolean fits = item.standard() != null && guideline.rubric().asKnowledge().check(item.standard().answers(), item.text().canonical()).isEmpty();
      var standard = fits ? new SetItem.Standard(1, item.standard().answers(), item.standard().explanations(), null, item.standard().madeBy(), now()) : null;
      sets.insert(new SetItem(Uuid7.next(), round.id(), item.source(), item.text(), standard));
    }
    audit.record(by, old.projectId(), "round.renewed", round.id().toString(), Map.of("from", id.toString(), "version", guideline.version()));
    return round;
  }

  @Transactional
  public Round change(AccountId by, UUID id, Sheet sheet) {
    var round = draft(id);
    rounds.change(id, sheet.checked(round.kind()));
    audit.record(by, round.projectId(), "round.changed", id.toString(), Map.of("title", sheet.title()));
    return rounds.find(id).orElseThrow();
  }

  @Transactional
  public void choose(AccountId by, UUID id, Set<AccountId> people) {
    var round = rounds.find(id).orElseThrow(() -> new NotFound("round"));
    if (round.kind() != Round.Kind.GUIDELINE_TEST) throw new Conflict("People are chosen for a test of the guideline only; other rounds are open to everybody.");
    if (people.size() > 200) throw new Invalid("people", "At most 200 people can be chosen.");
    rounds.choose(id, people);
    audit.record(by, round.projectId(), "round.people-chosen", id.toString(), Map.of("people", people.size()));
  }

  /** Adds items with their standards; all or nothing. */
  @Transactional
  public void add(AccountId by, UUID id, List<NewItem> brought) {
    var round = draft(id);
    if (brought.isEmpty()) throw new Invalid("items", "There is nothing to add.");
    if (sets.of(id).size() + brought.size() > MOST_ITEMS) throw new Invalid("items", "A round has at most %d items.".formatted(MOST_ITEMS));
    var faults = new ArrayList<Fault>();
    for (int i = 0; i < brought.size(); i++) {
      var one = brought.get(i);
      var text = text(round, one, "items[%d]".formatted(i), faults);
      if (text == null) continue;
      var known = one.answers() == null && one.source() != null ? gold(round, one) : one;
      SetItem.Standard standard = null;
      if (known.answers() != null && !known.answers().byCriterion().isEmpty()) {
        standard = standard(round, text, known.answers(), known.explanations(), by, "items[%d].answers.".formatted(i), faults);
      }
      if (faults.isEmpty()) sets.insert(new SetItem(Uuid7.next(), id, one.source(), text, standard));
    }
    if (!faults.isEmpty()) throw new Invalid(faults);
    audit.record(by, round.projectId(), "round.items-added", id.toString(), Map.of("items", brought.size()));
  }

  /** Sets the standard of an item that nobody was judged by yet. */
  @Transactional
  public void know(AccountId by, UUID id, UUID item, Answers answers, Map<String, String> explanations) {
    var round = draft(id);
    var found = item(id, item);
    var faults = new ArrayList<Fault>();
    var standard = standard(round, found.text(), answers, explanations, by, "answers.", faults);
    if (!faults.isEmpty()) throw new Invalid(faults);
    int version = found.standard() == null ? 1 : found.standard().version() + 1;
    sets.put(item, new SetItem.Standard(version, standard.answers(), standard.explanations(), null, by, now()));
  }

  @Transactional
  public void remove(UUID id, UUID item) {
    draft(id);
    item(id, item);
    sets.remove(item);
  }

  /** A draft that nobody will need; what was once open stays. */
  @Transactional
  public void delete(AccountId by, UUID id) {
    var round = draft(id);
    rounds.delete(id);
    audit.record(by, round.projectId(), "round.deleted", id.toString(), Map.of("title", round.sheet().title()));
  }

  private SetItem item(UUID round, UUID item) {
    return sets.find(item).filter(one -> one.roundId().equals(round)).orElseThrow(() -> new NotFound("item"));
  }

  private Round draft(UUID id) {
    var round = rounds.lock(id).orElseThrow(() -> new NotFound("round"));
    if (round.state() != Round.State.DRAFT) throw new Conflict("This round was opened: what people were promised and judged by does not change. Make a new one instead.");
    return round;
  }

  private SetItem.@Nullable SetText text(Round round, NewItem one, String at, List<Fault> faults) {
    if (one.source() != null) {
      if (round.projectId() == null) throw new Invalid(at + ".source", "An assessment has items of its own: send the text.");
      return items.find(one.source()).filter(item -> item.projectId().equals(round.projectId())).map(SetItem.SetText::of).orElseThrow(() -> new NotFound("item"));
    }
    var text = one.text();
    if (text == null || text.prompt() == null || text.prompt().isBlank()) {
      faults.add(new Fault(at + ".text.prompt", "The prompt is empty: every item needs the text that is judged."));
      return null;
    }
    if (text.responses().size() > ItemDesk.MOST_RESPONSES) faults.add(new Fault(at + ".text.responses", "An item takes at most %d responses.".formatted(ItemDesk.MOST_RESPONSES)));
    if (text.responses().size() != 2 && round.rubric().criteria().stream().anyMatch(asked -> asked instanceof Criterion.Compare && asked.common().required())) {
      faults.add(new Fault(at + ".text.responses", "The questions compare two responses, and this item has %s.".formatted(
          text.responses().isEmpty() ? "none" : text.responses().size() == 1 ? "one" : Integer.toString(text.responses().size()))));
    }
    boolean tooLong = text.prompt().length() > ItemDesk.LONGEST_TEXT || text.responses().stream().anyMatch(response -> response.text() == null || response.text().length() > ItemDesk.LONGEST_TEXT);
    if (tooLong) faults.add(new Fault(at + ".text", "A text has at most %d characters.".formatted(ItemDesk.LONGEST_TEXT)));
    return text;
  }

  private NewItem gold(Round round, NewItem one) {
    return golds.of(one.source()).filter(gold -> gold.projectId().equals(round.projectId()))
        .map(gold -> new NewItem(one.source(), null, gold.answers(), Map.of("", gold.explanation()))).orElse(one);
  }

  private SetItem.Standard standard(Round round, SetItem.SetText text, Answers answers, @Nullable Map<String, String> explanations, AccountId by, String at, List<Fault> faults) {
    round.rubric().asKnowledge().check(answers, text.canonical()).forEach(violation -> faults.add(new Fault(at + violation.criterion(), violation.message())));
    if (answers.byCriterion().isEmpty()) faults.add(new Fault(at.substring(0, at.length() - 1), "The standard answers at least one criterion."));
    var said = explanations == null ? Map.<String, String>of() : explanations;
    if (said.values().stream().allMatch(why -> why == null || why.isBlank())) {
      faults.add(new Fault(at.replace("answers.", "explanations"), "Explain the standard: people learn from the reason, not from the answer."));
    }
    if (said.values().stream().anyMatch(why -> why != null && why.length() > 5000)) faults.add(new Fault(at.replace("answers.", "explanations"), "Keep each explanation under 5000 characters."));
    var kept = new java.util.LinkedHashMap<String, String>();
    said.forEach((criterion, why) -> {
      if (why != null && !why.isBlank()) kept.put(criterion, why.strip());
    });
    return new SetItem.Standard(1, answers, kept, null, by, now());
  }

  private static Rubric checked(@Nullable Rubric rubric) {
    if (rubric == null) throw new Invalid("rubric", "An assessment brings its own questions: send a rubric.");
    var problems = rubric.problems();
    if (!problems.isEmpty()) throw new Invalid(problems.stream().map(problem -> new Fault("rubric", problem)).toList());
    return rubric;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
