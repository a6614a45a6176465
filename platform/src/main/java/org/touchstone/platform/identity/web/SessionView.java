package org.touchstone.platform.identity.web;

import org.jspecify.annotations.Nullable;
import org.touchstone.platform.identity.Account;
import org.touchstone.platform.shared.AccountId;

/** What the browser app asks first: who am I, and is there anybody yet. */
record SessionView(@Nullable Me account, boolean setupRequired, boolean demo) {
  record Me(AccountId id, String name, @Nullable String email, boolean owner, boolean mayCreateProjects) {
    static Me of(Account account) {
      return new Me(account.id(), account.name(), account.email(), account.owner(), account.owner() || account.mayCreateProjects());
    }
  }
}
