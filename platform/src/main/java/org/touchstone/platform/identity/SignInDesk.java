package org.touchstone.platform.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.Audit;
import org.touchstone.platform.shared.Conflict;
import org.touchstone.platform.shared.Invalid;
import org.touchstone.platform.shared.NotAllowed;
import org.touchstone.platform.shared.NotFound;

/** Where people prove who they are, and where the owner looks after accounts. */
@Service
public class SignInDesk {
  private final Accounts accounts;
  private final Passwords passwords;
  private final Attempts attempts;
  private final Sessions sessions;
  private final Audit audit;

  SignInDesk(Accounts accounts, Passwords passwords, Attempts attempts, Sessions sessions, Audit audit) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.attempts = attempts;
    this.sessions = sessions;
    this.audit = audit;
  }

  /** The same answer in the same time, whether the e-mail is unknown or the password wrong. */
  public Account signIn(@Nullable String email, @Nullable String password, String address) {
    if (email == null || email.isBlank()) throw new Invalid("email", "Type the e-mail of your account.");
    if (password == null || password.isEmpty()) throw new Invalid("password", "Type your password.");
    attempts.take(address, email);
    var account = accounts.byEmail(email).filter(known -> !known.disabled()).orElse(null);
    String hash = account == null ? null : accounts.passwordHash(account.id()).orElse(null);
    if (!passwords.matches(password, hash)) throw new WrongPassword();
    attempts.forgive(address, email);
    return account;
  }

  /** Every other browser that is signed in with the old password is signed out. */
  @Transactional
  public void changePassword(Caller caller, @Nullable String current, @Nullable String next, HttpServletRequest request) {
    attempts.take(request.getRemoteAddr(), caller.id().toString());
    String hash = accounts.passwordHash(caller.id()).orElse(null);
    if (!passwords.matches(current == null ? "" : current, hash)) throw new Invalid("current", "This is not your current password.");
    attempts.forgive(request.getRemoteAddr(), caller.id().toString());
    accounts.changePassword(caller.id(), next);
    sessions.endOthers(caller.id(), request);
    audit.record(caller.id(), null, "password.changed", caller.id().toString(), Map.of());
  }

  public List<Account> accounts(Caller caller) {
    onlyOwner(caller);
    return accounts.all();
  }

  @Transactional
  public Account changeRights(Caller caller, AccountId id, @Nullable Boolean mayCreateProjects, @Nullable Boolean disabled) {
    onlyOwner(caller);
    var account = accounts.find(id).orElseThrow(() -> new NotFound("account"));
    if (id.equals(caller.id()) && Boolean.TRUE.equals(disabled)) throw new Conflict("You cannot close your own account: another owner would have to.");
    boolean mayCreate = mayCreateProjects == null ? account.mayCreateProjects() : mayCreateProjects;
    boolean closed = disabled == null ? account.disabled() : disabled;
    accounts.changeRights(id, mayCreate, closed);
    if (closed) sessions.endAll(id);
    audit.record(caller.id(), null, "account.changed", id.toString(), Map.of("mayCreateProjects", mayCreate, "disabled", closed));
    return accounts.find(id).orElseThrow();
  }

  static void onlyOwner(Caller caller) {
    if (!caller.owner()) throw new NotAllowed("Only the owner of this installation looks after its accounts.");
  }
}
