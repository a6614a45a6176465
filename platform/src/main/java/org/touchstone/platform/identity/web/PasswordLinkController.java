package org.touchstone.platform.identity.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.touchstone.platform.identity.Caller;
import org.touchstone.platform.identity.PasswordLinkDesk;
import org.touchstone.platform.identity.Sessions;
import org.touchstone.platform.shared.AccountId;

/** Links to a new password: made by the owner, opened and used by who forgot theirs. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "accounts", description = "Accounts of the installation")
class PasswordLinkController {
  /** @param link for the person who forgot their password, shown only now */
  record MadeLinkView(String link, Instant expiresAt) {}

  record PasswordLinkView(String name, @Nullable String email) {}

  record NewPassword(@Nullable String password) {}

  private final PasswordLinkDesk desk;
  private final Sessions sessions;
  private final boolean demo;

  PasswordLinkController(PasswordLinkDesk desk, Sessions sessions, @Value("${touchstone.demo:false}") boolean demo) {
    this.desk = desk;
    this.sessions = sessions;
    this.demo = demo;
  }

  @PostMapping("/accounts/{account}/password-link")
  @ResponseStatus(HttpStatus.CREATED)
  MadeLinkView make(Caller caller, @PathVariable AccountId account) {
    var made = desk.make(caller, account);
    return new MadeLinkView(ServletUriComponentsBuilder.fromCurrentContextPath().path("/new-password/").path(made.secret()).toUriString(), made.expiresAt());
  }

  @GetMapping("/password-links/{token}")
  PasswordLinkView opened(@PathVariable String token) {
    var account = desk.open(token);
    return new PasswordLinkView(account.name(), account.email());
  }

  @PostMapping("/password-links/{token}/password")
  SessionView use(@PathVariable String token, @RequestBody NewPassword body, HttpServletRequest request, HttpServletResponse response) {
    var account = desk.use(token, body.password());
    sessions.start(account.id(), request, response);
    return new SessionView(SessionView.Me.of(account), false, demo);
  }
}
