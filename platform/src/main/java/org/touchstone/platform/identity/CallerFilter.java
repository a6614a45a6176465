package org.touchstone.platform.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;
import org.touchstone.platform.shared.NotAllowed;
import org.touchstone.platform.shared.ProblemWriter;
import org.touchstone.platform.shared.SignInNeeded;

/** Finds out who calls, by token or by session cookie, and holds tokens to their scopes. */
final class CallerFilter extends OncePerRequestFilter {
  private static final String BEARER = "Bearer ";

  private final Tokens tokens;
  private final Sessions sessions;
  private final Accounts accounts;
  private final ProblemWriter problems;

  CallerFilter(Tokens tokens, Sessions sessions, Accounts accounts, ProblemWriter problems) {
    this.tokens = tokens;
    this.sessions = sessions;
    this.accounts = accounts;
    this.problems = problems;
  }

  static @Nullable String bearer(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length()) ? header.substring(BEARER.length()).strip() : null;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
    String bearer = bearer(request);
    Optional<Caller> caller = bearer == null ? sessions.account(request).flatMap(accounts::find).filter(account -> !account.disabled()).map(Caller::of) : byToken(bearer);
    if (bearer != null && caller.isEmpty()) {
      problems.write(response, new SignInNeeded("This token is unknown, withdrawn or expired: make a new one under your account."));
      return;
    }
    var needed = ScopeNeeded.by(request);
    if (bearer != null && !caller.orElseThrow().scopes().contains(needed)) {
      problems.write(response, new NotAllowed("This token lacks the scope '%s' that this request needs.".formatted(needed.text())));
      return;
    }
    caller.ifPresent(known -> SecurityContextHolder.setContext(new SecurityContextImpl(new CallerAuthentication(known))));
    chain.doFilter(request, response);
  }

  private Optional<Caller> byToken(String bearer) {
    if (!bearer.startsWith(Tokens.PREFIX)) return Optional.empty();
    return tokens.pass(bearer).flatMap(pass -> accounts.find(pass.account())
        .filter(account -> !account.disabled())
        .map(account -> new Caller(account.id(), account.name(), account.owner(), pass.scopes())));
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getRequestURI().startsWith("/api/") && !request.getRequestURI().startsWith("/actuator/");
  }
}
