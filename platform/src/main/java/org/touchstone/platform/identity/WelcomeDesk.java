package org.touchstone.platform.identity;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.touchstone.platform.shared.Invalid;

/** Where somebody comes in with an invitation in hand, whether known here or not. */
@Service
public class WelcomeDesk {
  private final InvitationDesk invitations;
  private final Accounts accounts;
  private final SignInDesk signIn;

  WelcomeDesk(InvitationDesk invitations, Accounts accounts, SignInDesk signIn) {
    this.invitations = invitations;
    this.accounts = accounts;
    this.signIn = signIn;
  }

  /**
   * Lets the person in: the one who is signed in, else the one whose e-mail and password are given, else a new account.
   *
   * @param address of the browser, to slow down guessing
   */
  public Account accept(String secret, Optional<Caller> caller, @Nullable String name, @Nullable String email, @Nullable String password, String address) {
    var invitation = invitations.open(secret);
    // Passwords are hashed before the transaction of welcome begins: that takes long enough to hold up everybody who waits for a connection.
    var guest = caller.flatMap(known -> accounts.find(known.id())).map(account -> (Supplier<Account>) () -> account)
        .orElseGet(() -> guest(invitation, name, email, password, address));
    return invitations.welcome(invitation, guest);
  }

  private Supplier<Account> guest(Invitation invitation, @Nullable String name, @Nullable String email, @Nullable String password, String address) {
    String mail = invitation.email() != null ? invitation.email() : email;
    if (mail == null || mail.isBlank()) throw new Invalid("email", "Type the e-mail you want to sign in with.");
    if (accounts.byEmail(mail).isEmpty()) return accounts.prepared(name, mail, password, false, false);
    var known = signIn.signIn(mail, password, address);
    return () -> known;
  }
}
