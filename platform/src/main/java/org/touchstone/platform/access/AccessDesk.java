package org.touchstone.platform.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.touchstone.platform.guideline.Guidelines;
import org.touchstone.platform.notice.Notices;
import org.touchstone.platform.project.Project;
import org.touchstone.platform.project.Projects;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.Audit;
import org.touchstone.platform.shared.Conflict;
import org.touchstone.platform.shared.Invalid;
import org.touchstone.platform.shared.NotFound;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.shared.Uuid7;
import org.touchstone.statistics.Estimate;

/** Where it is decided whether somebody may work, and where such a decision is appealed. */
@Service
public class AccessDesk {
  /** An appeal is answered within five days. */
  static final Duration ANSWER = Duration.ofDays(5);

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private final Grants grants;
  private final Gates gates;
  private final Decisions decisions;
  private final Passes passes;
  private final Projects projects;
  private final Guidelines guidelines;
  private final Notices notices;
  private final Audit audit;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  AccessDesk(Grants grants, Gates gates, Decisions decisions, Passes passes, Projects projects, Guidelines guidelines, Notices notices, Audit audit,
      Clock clock, ApplicationEventPublisher events) {
    this.grants = grants;
    this.gates = gates;
    this.decisions = decisions;
    this.passes = passes;
    this.projects = projects;
    this.guidelines = guidelines;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
    this.events = events;
  }

  public Gate gate(ProjectId project) {
    return gates.of(project);
  }

  /** A new rule judges from now on; what was decided under the old one stays. */
  @Transactional
  public void setGate(AccountId actor, ProjectId project, Gate gate) {
    gates.set(project, gate.checked());
    audit.record(actor, project, "gate.changed", project.toString(), Map.of("gate", gate));
  }

  /** Everything that stands between this person and the next task, each with its remedy. */
  public Admission mayWork(ProjectId id, AccountId account) {
    var project = projects.find(id);
    var grant = grants.of(id, account).orElse(null);
    var reasons = new ArrayList<Admission.Reason>();
    if (grant == null || grant.terms() == null || grant.state() == Grant.State.LEFT) {
      reasons.add(new Admission.Reason(Admission.Code.NOT_A_MEMBER,
          grant != null && grant.state() == Grant.State.LEFT ? "You have left this project." : "You have not accepted the terms of this project yet.",
          project.state().isListed() ? "Read the terms on the project's page and accept them." : "The terms can be accepted once the project is published."));
    } else if (grant.state() == Grant.State.RESTRICTED) {
      reasons.add(new Admission.Reason(Admission.Code.RESTRICTED,
          "Your access is restricted until %s.".formatted(DAY.format(grant.restrictedUntil())),
          "It ends by itself then. The decision with its evidence is on your standing page, where you can appeal; what you have earned is not touched."));
    }
    var unread = guidelines.unread(id, account);
    if (gates.of(id).requireAcknowledgement() && unread.isPresent()) {
      reasons.add(new Admission.Reason(Admission.Code.ACKNOWLEDGE,
          "Version %d of the guideline is new to you.".formatted(unread.getAsInt()), "Read the guideline and acknowledge it."));
    }
    if (grant != null && grant.state() == Grant.State.ACTIVE) passes.unmet(grant).stream().map(AccessDesk::toPass).forEach(reasons::add);
    state(project).ifPresent(reasons::add);
    return reasons.isEmpty() ? new Admission.Allowed(grant) : new Admission.Refused(reasons);
  }

  /**
   * Applies the project's gate to what was measured. It restricts only when the whole interval lies below the line; asking
   * again changes nothing, and after a restriction has ended the gate waits for as many new observations as it needs.
   */
  @Transactional
  public Optional<Decision> review(ProjectId id, AccountId account, Finding finding) {
    var rule = gates.of(id).restriction().filter(restriction -> restriction.isMetBy(finding)).orElse(null);
    if (rule == null) return Optional.empty();
    var grant = grants.lock(id, account).filter(g -> g.state() == Grant.State.ACTIVE).orElse(null);
    if (grant == null) return Optional.empty();
    var known = (Estimate.Known) finding.estimate();
    long before = decisions.of(id, account).stream().filter(d -> d.action() == Decision.Action.RESTRICTED).findFirst().map(Decision::observations).orElse(0L);
    if (before > 0 && known.n() < before + rule.minimum()) return Optional.empty();
    var now = now();
    var interval = known.interval().orElseThrow();
    String reason = "%s of %d judgments agreed with the %s; the whole interval, %s to %s, lies below %s.".formatted(Gate.percent(known.value()), known.n(),
        rule.signal() == Gate.Signal.GOLD ? "known answers" : "consensus", Gate.percent(interval.low()), Gate.percent(interval.high()), Gate.percent(rule.below()));
    var decision = new Decision(Uuid7.next(), id, account, Decision.Action.RESTRICTED, rule.rule(), reason, finding.evidence(), known.n(), now,
        now.plus(rule.lasting()), null, null);
    decisions.insert(grant, decision);
    grants.restrict(grant, decision.until());
    audit.record(null, id, "access.restricted", account.toString(), Map.of("decision", decision.id(), "reason", reason));
    notices.tell(account, "Your access to %s is restricted until %s: %s You can appeal; what you have earned is not touched.".formatted(
        projects.find(id).name(), DAY.format(decision.until()), reason), link(id));
    return Optional.of(decision);
  }

  /** Lifts a restriction before its time. Nothing happens when there is none. */
  @Transactional
  public Optional<Decision> restore(ProjectId id, AccountId account, AccountId by, String reason) {
    var grant = grants.lock(id, account).filter(g -> g.restrictedUntil() != null).orElse(null);
    if (grant == null) return Optional.empty();
    var last = decisions.of(id, account).stream().findFirst();
    var decision = new Decision(Uuid7.next(), id, account, Decision.Action.RESTORED, "A person lifted the restriction.", reason, List.of(),
        last.map(Decision::observations).orElse(0L), now(), null, by, null);
    decisions.insert(grant, decision);
    grants.restrict(grant, null);
    audit.record(by, id, "access.restored", account.toString(), Map.of("decision", decision.id(), "reason", reason));
    notices.tell(account, "Your access to %s is restored: %s".formatted(projects.find(id).name(), reason), link(id));
    return Optional.of(decision);
  }

  /** What restricts in this project, if anything does; whoever measures need not measure for nothing. */
  public Optional<Gate.Restriction> restriction(ProjectId project) {
    return gates.of(project).restriction();
  }

  public Optional<Decision> decision(UUID id) {
    return decisions.find(id);
  }

  public List<Decision> decisions(ProjectId project) {
    return decisions.ofProject(project);
  }

  public List<Decision> decisions(ProjectId project, AccountId account) {
    return decisions.of(project, account);
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
  public Decision answerAppeal(UUID id, boolean upheld, String answer, AccountId by) {
    var decision = decisions.find(id).orElseThrow(() -> new NotFound("decision"));
    if (by.equals(decision.accountId()) || by.equals(decision.decidedBy())) {
      throw new Conflict("An appeal is answered by somebody who neither made the decision nor is concerned by it.");
    }
    var state = upheld ? Decision.Appeal.State.UPHELD : Decision.Appeal.State.DECLINED;
    if (!decisions.answer(id, state, answer, by, now())) throw new Conflict("There is no open appeal against this decision.");
    audit.record(by, decision.projectId(), "appeal.answered", id.toString(), Map.of("upheld", upheld));
    var restored = upheld ? restore(decision.projectId(), decision.accountId(), by, "Your appeal was upheld. " + answer) : Optional.empty();
    if (restored.isEmpty()) {
      notices.tell(decision.accountId(), "Your appeal in %s was %s: %s".formatted(
          projects.find(decision.projectId()).name(), upheld ? "upheld" : "declined", answer), link(decision.projectId()));
    }
    return decisions.find(id).orElseThrow();
  }

  private static Admission.Reason toPass(Requirement requirement) {
    return new Admission.Reason(Admission.Code.CALIBRATE, "Paid tasks open once you have passed “%s”.".formatted(requirement.title()),
        "Its rule, its attempts and what it pays stand beside it; you can begin whenever you like.");
  }

  private static Optional<Admission.Reason> state(Project project) {
    return switch (project.state()) {
      case PUBLISHED -> Optional.empty();
      case DRAFT -> Optional.of(new Admission.Reason(Admission.Code.NOT_PUBLISHED, "This project is not open yet.", "Work starts when its manager publishes it."));
      case PAUSED -> Optional.of(new Admission.Reason(Admission.Code.PAUSED, "This project is paused.", "Work goes on when its manager resumes it; what you hold stays yours."));
      case CLOSED -> Optional.of(new Admission.Reason(Admission.Code.CLOSED, "This project is closed.", "There will be no more work here; everything earned is paid."));
    };
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static @Nullable String link(ProjectId project) {
    return "/projects/%s/record".formatted(project);
  }
}
