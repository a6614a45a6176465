package org.touchstone.platform.adjudication;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.touchstone.platform.identity.Caller;
import org.touchstone.platform.judgment.Judgment;

/** The end of a case: what was decided is kept, the people concerned are told, and what follows is set going. */
@Component
class CaseClosing {
  private final Cases cases;
  private final Outcomes outcomes;
  private final Announcements announcements;
  private final ApplicationEventPublisher events;

  CaseClosing(Cases cases, Outcomes outcomes, Announcements announcements, ApplicationEventPublisher events) {
    this.cases = cases;
    this.outcomes = outcomes;
    this.announcements = announcements;
    this.events = events;
  }

  void close(Case open, Caller caller, Verdict verdict, @Nullable Judgment answer, List<Outcome> decided, List<Judgment> said) {
    var byId = said.stream().collect(Collectors.toMap(Judgment::id, judgment -> judgment));
    String reason = verdict.reason().strip();
    cases.decide(open.id(), caller.id(), reason, verdict.uphold(), answer == null ? null : answer.id());
    outcomes.add(open.id(), open.projectId(), caller.id(), decided, byId);
    announcements.decided(open, caller, reason, decided, byId);
    events.publishEvent(new Case.Decided(open.id(), open.projectId(), open.kind(), reason, decided));
  }
}
