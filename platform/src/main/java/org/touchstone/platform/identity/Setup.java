package org.touchstone.platform.identity;

import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.touchstone.platform.shared.Audit;
import org.touchstone.platform.shared.Welcome;

/** Makes the first account, the owner's, for whoever can read the terminal; the secret is new at each start. */
@Component
@Order(0)
public class Setup implements Welcome {
  private final Accounts accounts;
  private final JdbcClient jdbc;
  private final Audit audit;
  private final String token = Secret.next();
  private volatile boolean done;

  Setup(Accounts accounts, JdbcClient jdbc, Audit audit) {
    this.accounts = accounts;
    this.jdbc = jdbc;
    this.audit = audit;
  }

  /** Whether there is no account yet; once there is one, there always is. */
  public boolean isRequired() {
    if (!done) done = !accounts.none();
    return !done;
  }

  @Transactional
  public Account complete(String given, String name, String email, String password) {
    // One at a time, so that two who hold the link do not both become owner.
    jdbc.sql("select pg_advisory_xact_lock(hashtext('identity.setup'))").query((row, n) -> true).list();
    if (!accounts.none()) throw new SetupClosed("This installation has its owner already: sign in, or ask for an invitation.");
    if (given == null || !Secret.same(given, token)) {
      throw new SetupClosed("The link is not the one printed in the terminal at the last start: copy it from there, or start again for a new one.");
    }
    var owner = accounts.create(name, email, password, true, true);
    audit.record(owner.id(), null, "installation.set-up", owner.id().toString(), Map.of());
    return owner;
  }

  @Override
  public List<String> lines() {
    if (!isRequired()) return List.of();
    return List.of("No account yet. Set up the owner with this one-time link:", "  {address}/setup?token=" + token);
  }

  String token() {
    return token;
  }
}
