package org.touchstone.platform.identity;

import java.util.EnumSet;
import java.util.Set;
import org.touchstone.platform.shared.AccountId;

/**
 * Who makes this request; a controller asks for it as an argument.
 *
 * @param owner may do everything a manager, lead or engineer may, in every project
 * @param scopes all of them for a signed-in browser, those of the token otherwise
 */
public record Caller(AccountId id, String name, boolean owner, Set<Scope> scopes) {
  public Caller {
    scopes = Set.copyOf(scopes);
  }

  /** A signed-in person with every scope; also for calls inside the product on behalf of somebody. */
  public static Caller of(Account account) {
    return new Caller(account.id(), account.name(), account.owner(), EnumSet.allOf(Scope.class));
  }
}
