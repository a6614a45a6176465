package org.touchstone.platform.identity.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.touchstone.platform.identity.Account;
import org.touchstone.platform.identity.Caller;
import org.touchstone.platform.identity.SignInDesk;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.Page;

/** One's own password, and for the owner the accounts of the installation. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "accounts", description = "Accounts of the installation")
class AccountController {
  record PasswordChange(@Nullable String current, @Nullable String next) {}

  record Rights(@Nullable Boolean mayCreateProjects, @Nullable Boolean disabled) {}

  record AccountView(AccountId id, Account.Kind kind, String name, @Nullable String email, boolean owner, boolean mayCreateProjects, Instant createdAt, boolean disabled) {
    static AccountView of(Account account) {
      return new AccountView(account.id(), account.kind(), account.name(), account.email(), account.owner(), account.mayCreateProjects(),
          account.createdAt(), account.disabled());
    }
  }

  private final SignInDesk desk;

  AccountController(SignInDesk desk) {
    this.desk = desk;
  }

  @PostMapping("/account/password")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void changePassword(Caller caller, @RequestBody PasswordChange body, HttpServletRequest request) {
    desk.changePassword(caller, body.current(), body.next(), request);
  }

  @GetMapping("/accounts")
  Page<AccountView> accounts(Caller caller) {
    List<AccountView> all = desk.accounts(caller).stream().map(AccountView::of).toList();
    return new Page<>(all, null);
  }

  @PatchMapping("/accounts/{account}")
  AccountView changeRights(Caller caller, @PathVariable AccountId account, @RequestBody Rights body) {
    return AccountView.of(desk.changeRights(caller, account, body.mayCreateProjects(), body.disabled()));
  }
}
