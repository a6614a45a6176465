package org.touchstone.platform.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.Audit;
import org.touchstone.platform.shared.Conflict;
import org.touchstone.platform.shared.Invalid;
import org.touchstone.platform.shared.NotFound;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.shared.Uuid7;

/** Where people are invited into projects, by a link that works once. */
@Service
public class InvitationDesk {
  private static final Duration LIFE = Duration.ofDays(14);

  private final Invitations invitations;
  private final Roles roles;
  private final Audit audit;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  InvitationDesk(Invitations invitations, Roles roles, Audit audit, Clock clock, ApplicationEventPublisher events) {
    this.invitations = invitations;
    this.roles = roles;
    this.audit = audit;
    this.clock = clock;
    this.events = events;
  }

  @Transactional
  public Invitation.Sent invite(AccountId author, ProjectId project, @Nullable Role role, @Nullable String email) {
    if (role == null) throw new Invalid("role", "Choose one of MANAGER, LEAD, ENGINEER and TRAINER.");
    String address = email == null || email.isBlank() ? null : email.strip();
    if (address != null && !address.matches("[^@\\s]+@[^@\\s]+")) throw new Invalid("email", "'%s' does not look like an e-mail address.".formatted(address));
    var invitation = new Invitation(Uuid7.next(), project, role, author, address, clock.instant().plus(LIFE).truncatedTo(ChronoUnit.SECONDS), null);
    String secret = Secret.next();
    invitations.insert(invitation, secret);
    audit.record(author, project, "invitation.sent", invitation.id().toString(), Map.of("role", role, "email", address == null ? "" : address));
    return new Invitation.Sent(invitation, secret);
  }

  public List<Invitation> of(ProjectId project) {
    return invitations.of(project);
  }

  @Transactional
  public void withdraw(AccountId actor, ProjectId project, UUID id) {
    if (!invitations.delete(project, id)) throw new NotFound("open invitation");
    audit.record(actor, project, "invitation.withdrawn", id.toString(), Map.of());
  }

  public Invitation open(String secret) {
    return invitations.open(secret).orElseThrow(InvitationSpent::new);
  }

  /** Lets this person in, whose account may only come into being with it; the link is spent then. */
  @Transactional
  public Account welcome(Invitation invitation, Supplier<Account> person) {
    var guest = person.get();
    if (invitation.email() != null && !invitation.email().equalsIgnoreCase(guest.email())) {
      throw new Conflict("This invitation is for %s: sign out, then open the link again.".formatted(invitation.email()));
    }
    if (!invitations.accept(invitation.id(), guest.id())) throw new InvitationSpent();
    roles.grant(guest.id(), invitation.projectId(), invitation.role());
    audit.record(guest.id(), invitation.projectId(), "invitation.accepted", invitation.id().toString(), Map.of("role", invitation.role()));
    events.publishEvent(new Invitation.Accepted(invitation.projectId(), guest.id(), invitation.role()));
    return guest;
  }
}
