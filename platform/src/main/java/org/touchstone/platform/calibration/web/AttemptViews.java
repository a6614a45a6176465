package org.touchstone.platform.calibration.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.touchstone.platform.calibration.Attempt;
import org.touchstone.platform.calibration.Attempts;
import org.touchstone.platform.calibration.Discrepancies;
import org.touchstone.platform.calibration.Discrepancy;
import org.touchstone.platform.calibration.Round;
import org.touchstone.platform.calibration.Rounds;
import org.touchstone.platform.calibration.Rulings;
import org.touchstone.platform.calibration.Score;
import org.touchstone.platform.calibration.SetItem;
import org.touchstone.platform.calibration.SetItems;
import org.touchstone.platform.calibration.Sheet;
import org.touchstone.platform.guideline.Answers;
import org.touchstone.platform.guideline.Rubric;
import org.touchstone.platform.identity.Accounts;
import org.touchstone.platform.identity.Caller;
import org.touchstone.platform.project.Projects;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.Money;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.task.Item;

/**
 * Shows an attempt, its responses in the order this person saw them. The standard is not in the answer at all before the
 * attempt was handed in, or in practice before the item was answered; nor are the ids of items and the rest of the set.
 */
@Component
class AttemptViews {
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record AskedItem(String prompt, @Nullable String context, List<AskedResponse> responses, @Nullable List<Item.Turn> conversation) {}

  /** @param steps where the rubric asks about them */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record AskedResponse(String text, @Nullable List<String> steps, @Nullable String output) {}

  record ThreadMessage(String author, boolean fromTrainer, String text, Instant at) {}

  /** @param objection whether the trainer opened it against a decision, so that somebody else answers */
  record ThreadView(UUID id, String criterion, Discrepancy.@Nullable Outcome outcome, @Nullable String note, @Nullable String settledBy, boolean objection, List<ThreadMessage> messages) {}

  record MarkView(String criterion, double share, String note) {}

  /**
   * What an item is seen beside, once it may be.
   *
   * @param shares how far each criterion was met, 0 to 1; null where a person has still to read it
   * @param setAside criteria that the guideline leaves open, which count against nobody
   */
  record Revealed(int version, Answers standard, Map<String, String> explanations, @Nullable String correction, Map<String, @Nullable Double> shares, List<String> setAside,
      List<MarkView> marks, List<ThreadView> threads) {}

  record AskedView(int position, AskedItem item, Answers answers, int revision, boolean done, @Nullable Revealed revealed) {}

  record PartView(String criterion, double share, double met, int asked, int waiting) {}

  /** @param meets whether the rule is met as things stand */
  record ScoreView(double share, int asked, int waiting, boolean meets, List<PartView> parts) {}

  /** @param own whether the caller decided it; @param alone whether nobody else is there to answer an objection to it */
  record RulingView(String reason, @Nullable String by, boolean own, boolean alone, Instant at, double share) {}

  /** @param mine whether it is the caller's own; @param reviews whether the caller may review it */
  record AttemptView(UUID id, UUID roundId, @Nullable ProjectId projectId, @Nullable String projectName, Round.Kind kind, Sheet sheet, int guidelineVersion, Rubric rubric, int number,
      Attempt.State state, String personName, boolean mine, boolean reviews, @Nullable Money rate, Instant startedAt, @Nullable Instant handedInAt, @Nullable RulingView ruling,
      @Nullable ScoreView score, List<AskedView> items) {}

  private final Rounds rounds;
  private final SetItems sets;
  private final Attempts attempts;
  private final Discrepancies discrepancies;
  private final Rulings rulings;
  private final Accounts accounts;
  private final Projects projects;
  private final RoundRights rights;

  AttemptViews(Rounds rounds, SetItems sets, Attempts attempts, Discrepancies discrepancies, Rulings rulings, Accounts accounts, Projects projects, RoundRights rights) {
    this.rounds = rounds;
    this.sets = sets;
    this.attempts = attempts;
    this.discrepancies = discrepancies;
    this.rulings = rulings;
    this.accounts = accounts;
    this.projects = projects;
    this.rights = rights;
  }

  AttemptView of(Caller caller, Attempt attempt) {
    var round = rounds.find(attempt.roundId()).orElseThrow();
    var set = sets.of(round.id()).stream().collect(Collectors.toMap(SetItem::id, item -> item));
    var lines = rulings.lines(attempt);
    var threads = discrepancies.of(attempt.id());
    var marks = discrepancies.marks(attempt.id());
    var names = names(attempt, threads);
    boolean handedIn = attempt.handedInAt() != null;
    var items = attempts.answers(attempt.id()).stream().map(one -> {
      var item = set.get(one.itemId());
      boolean open = item.standard() != null && (handedIn || round.kind() == Round.Kind.PRACTICE && one.done());
      var revealed = open ? revealed(round, attempt, one, item, lines.get(one.position()), threads, marks, names) : null;
      return new AskedView(one.position(), asked(item.text(), one.shown(), round.rubric()), one.answers().toShown(one.shown()), one.revision(), one.done(), revealed);
    }).toList();
    var ruling = attempt.ruling();
    return new AttemptView(attempt.id(), round.id(), round.projectId(), round.projectId() == null ? null : projects.find(round.projectId()).name(), round.kind(), round.sheet(), round.level(),
        round.rubric(), attempt.number(), attempt.state(), names.getOrDefault(attempt.accountId(), "Somebody"), attempt.accountId().equals(caller.id()),
        !attempt.accountId().equals(caller.id()) && rights.runs(caller, round), attempt.rate(), attempt.startedAt(), attempt.handedInAt(),
        ruling == null ? null : new RulingView(ruling.reason(), ruling.by() == null ? null : accounts.name(ruling.by()), caller.id().equals(ruling.by()), rulings.decidedAlone(round, attempt), ruling.at(), ruling.share()),
        handedIn && !lines.isEmpty() ? score(round, lines) : null, items);
  }

  private Map<AccountId, String> names(Attempt attempt, List<Discrepancy> threads) {
    var people = new LinkedHashSet<AccountId>();
    people.add(attempt.accountId());
    threads.forEach(thread -> {
      thread.messages().forEach(message -> people.add(message.author()));
      if (thread.settled() != null) people.add(thread.settled().by());
    });
    return accounts.names(people);
  }

  private Revealed revealed(Round round, Attempt attempt, Attempt.Answered one, SetItem item, Score.Line line, List<Discrepancy> threads, List<Discrepancies.Mark> marks,
      Map<AccountId, String> names) {
    var standard = item.standard();
    var own = threads.stream().filter(thread -> thread.position() == one.position()).map(thread -> view(attempt, thread, names)).toList();
    var read = marks.stream().filter(mark -> mark.position() == one.position()).map(mark -> new MarkView(mark.criterion(), mark.share(), mark.note())).toList();
    return new Revealed(standard.version(), standard.answers().toShown(one.shown()), standard.explanations(), standard.reason(), line.shares(round.rubric()),
        List.copyOf(line.setAside()), read, own);
  }

  private static ThreadView view(Attempt attempt, Discrepancy thread, Map<AccountId, String> names) {
    var settled = thread.settled();
    return new ThreadView(thread.id(), thread.criterion(), settled == null ? null : settled.outcome(), settled == null ? null : settled.note(),
        settled == null ? null : names.getOrDefault(settled.by(), "Somebody"), thread.isObjectionTo(attempt), thread.messages().stream().map(message -> new ThreadMessage(
            names.getOrDefault(message.author(), "Somebody"), message.author().equals(attempt.accountId()), message.text(), message.at())).toList());
  }

  private static ScoreView score(Round round, Map<Integer, Score.Line> lines) {
    var score = Score.of(round.rubric(), List.copyOf(lines.values()));
    var rule = round.sheet().rule();
    return new ScoreView(score.share(), score.asked(), score.waiting(), rule == null || score.waiting() == 0 && rule.isMetBy(score),
        score.parts().stream().map(part -> new PartView(part.criterion(), part.share(), part.met(), part.asked(), part.waiting())).toList());
  }

  private static AskedItem asked(SetItem.SetText text, int[] shown, Rubric rubric) {
    var responses = Arrays.stream(shown).mapToObj(own -> text.responses().get(own))
        .map(one -> new AskedResponse(one.text(), rubric.asksForSteps() ? one.inSteps() : null, one.output())).toList();
    return new AskedItem(text.prompt(), text.context(), responses, text.conversation().isEmpty() ? null : text.conversation());
  }
}
