package org.touchstone.platform.identity.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.touchstone.platform.identity.Account;
import org.touchstone.platform.identity.Accounts;
import org.touchstone.platform.identity.Caller;
import org.touchstone.platform.identity.WelcomeDesk;
import org.touchstone.platform.identity.Sessions;
import org.touchstone.platform.identity.Setup;
import org.touchstone.platform.identity.SignInDesk;

/** Signing in and out, the first set-up and the acceptance of an invitation: whatever starts or ends a session. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "session", description = "Signing in and out")
class SessionController {
  record SignIn(@Nullable String email, @Nullable String password) {}

  record Owner(@Nullable String token, @Nullable String name, @Nullable String email, @Nullable String password) {}

  record Guest(@Nullable String name, @Nullable String email, @Nullable String password) {}

  private final SignInDesk desk;
  private final WelcomeDesk door;
  private final Sessions sessions;
  private final Setup setup;
  private final Accounts accounts;
  private final boolean demo;

  SessionController(SignInDesk desk, WelcomeDesk door, Sessions sessions, Setup setup, Accounts accounts,
      @Value("${touchstone.demo:false}") boolean demo) {
    this.desk = desk;
    this.door = door;
    this.sessions = sessions;
    this.setup = setup;
    this.accounts = accounts;
    this.demo = demo;
  }

  @GetMapping("/session")
  SessionView session(Optional<Caller> caller) {
    return caller.flatMap(known -> accounts.find(known.id())).map(this::view).orElseGet(() -> new SessionView(null, setup.isRequired(), demo));
  }

  @PostMapping("/session")
  SessionView signIn(@RequestBody SignIn body, HttpServletRequest request, HttpServletResponse response) {
    var account = desk.signIn(body.email(), body.password(), request.getRemoteAddr());
    sessions.start(account.id(), request, response);
    return view(account);
  }

  @DeleteMapping("/session")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void signOut(HttpServletRequest request, HttpServletResponse response) {
    sessions.end(request, response);
  }

  @PostMapping("/setup")
  SessionView setUp(@RequestBody Owner body, HttpServletRequest request, HttpServletResponse response) {
    var owner = setup.complete(body.token(), body.name(), body.email() == null ? "" : body.email(), body.password());
    sessions.start(owner.id(), request, response);
    return view(owner);
  }

  @PostMapping("/invitations/{token}/acceptance")
  SessionView acceptInvitation(
      @PathVariable String token, @RequestBody Guest body, Optional<Caller> caller, HttpServletRequest request, HttpServletResponse response) {
    var guest = door.accept(token, caller, body.name(), body.email(), body.password(), request.getRemoteAddr());
    if (caller.isEmpty()) sessions.start(guest.id(), request, response);
    return view(guest);
  }

  private SessionView view(Account account) {
    return new SessionView(SessionView.Me.of(account), false, demo);
  }
}
