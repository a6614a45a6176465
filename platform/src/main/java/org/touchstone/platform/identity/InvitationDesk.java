package org.touchstone.platform.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.Audit;
import org.touchstone.platform.shared.Conflict;
import org.touchstone.platform.shared.Invalid;
import org.touchstone.platform.shared.NotFound;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.shared.Uuid7;

/** Where people are let into projects, by a link that works once. */
@Service
public class InvitationDesk {
  private static final Duration LIFE = Duration.ofDays(14);

  private final Invitations invitations;
  private final Accounts accounts;
  private final Roles roles;
  private final SignInDesk signIn;
  private final Audit audit;
  private final Clock clock;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transactions;

  InvitationDesk(Invitations invitations, Accounts accounts, Roles roles, SignInDesk signIn, Audit audit, Clock clock,
      ApplicationEventPublisher events, TransactionTemplate transactions) {
    this.invitations = invitations;
    this.accounts = accounts;
    this.roles = roles;
    this.signIn = signIn;
    this.audit = audit;
    this.clock = clock;
    this.events = events;
    this.transactions = transactions;
  }

  @Transactional
  public Invitation.Sent invite(AccountId author, ProjectId project, @Nullable Role role, @Nullable String email) {
    if (role == null) throw new Invalid("role", "Choose one of MANAGER, LEAD, ENGINEER and TRAINER.");
    String address = email == null || email.isBlank() ? null : email.strip();
    if (address != null && !address.matches("[^@\\s]+@[^@\\s]+")) throw new Invalid("email", "'%s' does not look like an e-mail address.".formatted(address));
    var invitation = new Invitation(Uuid7.next(), project, role, address, clock.instant().plus(LIFE).truncatedTo(ChronoUnit.SECONDS), null);
    String secret = Secret.next();
    invitations.insert(invitation, secret, author);
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

  /**
   * Lets the person in: the one who is signed in, else the one whose e-mail and password are given, else a new account.
   *
   * @param address of the browser, to slow down guessing
   */
  public Account accept(String secret, Optional<Caller> caller, @Nullable String name, @Nullable String email, @Nullable String password, String address) {
    var invitation = open(secret);
    // Passwords are hashed before the transaction begins: that takes long enough to hold up everybody who waits for a connection.
    var guest = caller.flatMap(known -> accounts.find(known.id())).map(account -> (Supplier<Account>) () -> account)
        .orElseGet(() -> guest(invitation, name, email, password, address));
    return transactions.execute(status -> welcome(invitation, guest.get()));
  }

  private Account welcome(Invitation invitation, Account guest) {
    if (invitation.email() != null && !invitation.email().equalsIgnoreCase(guest.email())) {
      throw new Conflict("This invitation is for %s: sign out, then open the link again.".formatted(invitation.email()));
    }
    if (!invitations.accept(invitation.id(), guest.id())) throw new InvitationSpent();
    roles.grant(guest.id(), invitation.projectId(), invitation.role());
    audit.record(guest.id(), invitation.projectId(), "invitation.accepted", invitation.id().toString(), Map.of("role", invitation.role()));
    events.publishEvent(new Invitation.Accepted(invitation.projectId(), guest.id(), invitation.role()));
    return guest;
  }

  private Supplier<Account> guest(Invitation invitation, @Nullable String name, @Nullable String email, @Nullable String password, String address) {
    String mail = invitation.email() != null ? invitation.email() : email;
    if (mail == null || mail.isBlank()) throw new Invalid("email", "Type the e-mail you want to sign in with.");
    if (accounts.byEmail(mail).isEmpty()) return accounts.prepared(name, mail, password, false, false);
    var known = signIn.signIn(mail, password, address);
    return () -> known;
  }
}
