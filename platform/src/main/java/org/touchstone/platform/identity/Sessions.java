package org.touchstone.platform.identity;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.BriefCache;
import org.touchstone.platform.shared.Sql;

/** Signed-in browsers: a cookie with a random secret, of which the database knows only the hash. */
@Repository
public class Sessions {
  static final String COOKIE = "touchstone_session";
  static final Duration IDLE = Duration.ofDays(7);
  static final Duration LONGEST = Duration.ofDays(30);
  private static final Duration NOTED = Duration.ofMinutes(5);

  private record Session(AccountId account, Instant startedAt, Instant seenAt) {
    boolean isOver(Instant now) {
      return seenAt.plus(IDLE).isBefore(now) || startedAt.plus(LONGEST).isBefore(now);
    }
  }

  private final JdbcClient jdbc;
  private final Clock clock;
  private final BriefCache<String, Optional<Session>> brief = BriefCache.ofSeconds(2, this::load);

  Sessions(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Always a new secret, so that one planted before the sign-in is worth nothing after it. */
  public void start(AccountId account, HttpServletRequest request, HttpServletResponse response) {
    end(request, response);
    String secret = Secret.next();
    var now = Sql.time(clock.instant());
    jdbc.sql("insert into identity_session (hash, account_id, started_at, seen_at) values (:hash, :account, :now, :now)")
        .param("hash", Secret.hash(secret))
        .param("account", account.value())
        .param("now", now)
        .update();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie(secret, LONGEST, request));
  }

  public void end(HttpServletRequest request, HttpServletResponse response) {
    String secret = secret(request);
    if (secret == null) return;
    jdbc.sql("delete from identity_session where hash = :hash").param("hash", Secret.hash(secret)).update();
    brief.forget(secret);
    response.addHeader(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO, request));
  }

  /** Ends every session of the account but the one that makes this request. */
  void endOthers(AccountId account, HttpServletRequest request) {
    String secret = secret(request);
    jdbc.sql("delete from identity_session where account_id = :account and hash <> :kept")
        .param("account", account.value())
        .param("kept", Secret.hash(secret == null ? "" : secret))
        .update();
  }

  void endAll(AccountId account) {
    jdbc.sql("delete from identity_session where account_id = :account").param("account", account.value()).update();
  }

  /** Whose session this request belongs to; empty when it has none or it is over. */
  Optional<AccountId> account(HttpServletRequest request) {
    String secret = secret(request);
    if (secret == null) return Optional.empty();
    var now = clock.instant();
    var session = brief.get(secret).filter(s -> !s.isOver(now));
    if (session.isPresent() && session.get().seenAt().plus(NOTED).isBefore(now)) noteSeen(secret, now);
    return session.map(Session::account);
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
  void clearAway() {
    jdbc.sql("delete from identity_session where seen_at < :idle or started_at < :longest")
        .param("idle", Sql.time(clock.instant().minus(IDLE)))
        .param("longest", Sql.time(clock.instant().minus(LONGEST)))
        .update();
  }

  private void noteSeen(String secret, Instant now) {
    jdbc.sql("update identity_session set seen_at = :now where hash = :hash")
        .param("now", Sql.time(now))
        .param("hash", Secret.hash(secret))
        .update();
    brief.forget(secret);
  }

  private Optional<Session> load(String secret) {
    return jdbc.sql("select account_id, started_at, seen_at from identity_session where hash = :hash")
        .param("hash", Secret.hash(secret))
        .query((row, n) -> new Session(AccountId.of(Sql.uuid(row, "account_id")), Sql.instant(row, "started_at"), Sql.instant(row, "seen_at")))
        .optional();
  }

  private static @Nullable String secret(HttpServletRequest request) {
    if (request.getCookies() == null) return null;
    for (Cookie cookie : request.getCookies()) {
      if (cookie.getName().equals(COOKIE) && !cookie.getValue().isEmpty()) return cookie.getValue();
    }
    return null;
  }

  private static String cookie(String secret, Duration life, HttpServletRequest request) {
    return ResponseCookie.from(COOKIE, secret).httpOnly(true).sameSite("Lax").secure(request.isSecure()).path("/").maxAge(life).build().toString();
  }
}
