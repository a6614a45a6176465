package org.touchstone.platform.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.Audit;
import org.touchstone.platform.shared.Conflict;
import org.touchstone.platform.shared.Invalid;
import org.touchstone.platform.shared.NotFound;

/** Where a decision over somebody's access is appealed and the appeal answered. */
@Service
public class AppealDesk {
  /** An appeal is answered within five days. */
  static final Duration ANSWER = Duration.ofDays(5);

  private final Decisions decisions;
  private final AccessDesk access;
  private final AccessNews news;
  private final Audit audit;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  AppealDesk(Decisions decisions, AccessDesk access, AccessNews news, Audit audit, Clock clock, ApplicationEventPublisher events) {
    this.decisions = decisions;
    this.access = access;
    this.news = news;
    this.audit = audit;
    this.clock = clock;
    this.events = events;
  }

  /** Only the person concerned may appeal, once, and only against a restriction. */
  @Transactional
  public Decision appeal(AccountId account, UUID id, String text) {
    var decision = decisions.find(id).filter(d -> d.accountId().equals(account)).orElseThrow(() -> new NotFound("decision"));
    if (decision.action() != Decision.Action.RESTRICTED) throw new Conflict("Only a restriction can be appealed.");
    if (text == null || text.strip().length() < 10) throw new Invalid("text", "Say in a sentence or two why the decision is wrong.");
    if (text.length() > 5000) throw new Invalid("text", "Keep the appeal under 5000 characters.");
    var due = now().plus(ANSWER);
    if (!decisions.appeal(id, text.strip(), now(), due)) throw new Conflict("This decision has been appealed already; you will get a notice with the answer.");
    audit.record(account, decision.projectId(), "access.appealed", id.toString(), Map.of());
    events.publishEvent(new Decision.Appealed(id, decision.projectId(), account, text.strip(), due));
    return decisions.find(id).orElseThrow();
  }

  /** Answers an appeal; upholding it lifts the restriction at once. */
  @Transactional
  public Decision answer(UUID id, boolean upheld, String answer, AccountId by) {
    var decision = decisions.find(id).orElseThrow(() -> new NotFound("decision"));
    if (by.equals(decision.accountId()) || by.equals(decision.decidedBy())) {
      throw new Conflict("An appeal is answered by somebody who neither made the decision nor is concerned by it.");
    }
    var state = upheld ? Decision.Appeal.State.UPHELD : Decision.Appeal.State.DECLINED;
    if (!decisions.answer(id, state, answer, by, now())) throw new Conflict("There is no open appeal against this decision.");
    audit.record(by, decision.projectId(), "appeal.answered", id.toString(), Map.of("upheld", upheld));
    var restored = upheld ? access.restore(decision.projectId(), decision.accountId(), by, "Your appeal was upheld. " + answer) : Optional.empty();
    if (restored.isEmpty()) news.answered(decision, upheld, answer);
    return decisions.find(id).orElseThrow();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
