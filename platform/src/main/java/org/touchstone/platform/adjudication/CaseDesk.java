package org.touchstone.platform.adjudication;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.touchstone.platform.access.Decision;
import org.touchstone.platform.judgment.Judgment;
import org.touchstone.platform.judgment.Judgments;
import org.touchstone.platform.quality.Consensus;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.Conflict;
import org.touchstone.platform.shared.Invalid;
import org.touchstone.platform.shared.ItemId;
import org.touchstone.platform.shared.JudgmentId;
import org.touchstone.platform.shared.NotFound;
import org.touchstone.platform.task.Items;
import org.touchstone.platform.task.Task;

/** Where doubts are brought: by raters who flag, by answers that differ, and by people who object. */
@Service
public class CaseDesk {
  private final Cases cases;
  private final Judgments judgments;
  private final Outcomes outcomes;
  private final Consensus consensus;
  private final Items items;
  private final ApplicationEventPublisher events;

  CaseDesk(Cases cases, Judgments judgments, Outcomes outcomes, Consensus consensus, Items items, ApplicationEventPublisher events) {
    this.cases = cases;
    this.judgments = judgments;
    this.outcomes = outcomes;
    this.consensus = consensus;
    this.items = items;
    this.events = events;
  }

  /** Opens a case for every flag, and for every finished item whose answers leave no clear consensus. */
  @Transactional
  public void escalate(Collection<JudgmentId> ids) {
    var some = judgments.all(ids);
    some.stream().filter(judgment -> judgment.flag() != null).forEach(judgment -> cases.doubt(judgment.projectId(), judgment.itemId(),
        new Case.Cause(Case.Kind.FLAG, judgment.flag().category().word(), judgment.flag().note()), judgment.id().value()));
    var judged = some.stream().map(Judgment::itemId).distinct().toList();
    Map<ItemId, Task> tasks = items.tasks(judged);
    var complete = judged.stream().filter(item -> tasks.get(item) != null && !tasks.get(item).probe() && tasks.get(item).isComplete()).toList();
    var project = some.stream().collect(Collectors.toMap(Judgment::itemId, Judgment::projectId, (a, b) -> a));
    consensus.contested(complete).forEach(item -> cases.doubt(project.get(item), item,
        new Case.Cause(Case.Kind.DISAGREEMENT, null, "The judgments leave no clear answer."), item.value()));
  }

  /** The person concerned objects to a rejection, once; the money is set aside until somebody else has decided. */
  @Transactional
  public UUID dispute(AccountId person, JudgmentId id, String text) {
    var judgment = judgments.find(id).filter(own -> own.raterId().equals(person)).orElseThrow(() -> new NotFound("judgment"));
    checkWords(text);
    var outcome = outcomes.of(List.of(id)).get(id);
    if (outcome == null || outcome.kind() != Outcome.Kind.REJECTED) throw new Conflict("Only a rejected judgment can be disputed; this one is not.");
    var opened = cases.dispute(judgment, text.strip())
        .orElseThrow(() -> new Conflict("You disputed this rejection already; you will get a notice with the answer."));
    events.publishEvent(new Case.Disputed(opened, id));
    return opened;
  }

  /** Somebody appeals against a decision about their access. */
  @Transactional
  public void appeal(Decision.Appealed appealed) {
    cases.appeal(appealed);
  }

  private static void checkWords(String text) {
    if (text == null || text.strip().length() < 10) throw new Invalid("text", "Say in a sentence or two why the rejection is wrong.");
    if (text.length() > 5000) throw new Invalid("text", "Keep the dispute under 5000 characters.");
  }
}
