package org.touchstone.platform.shared;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** Remembers for a day what was answered to each request that carried an Idempotency-Key. */
@Repository
class Idempotency {
  static final Duration KEPT = Duration.ofHours(24);
  /** After this time an unanswered first request is taken for dead, and a retry may run in its place. */
  static final Duration ABANDONED = Duration.ofMinutes(2);

  /** @param contentType null where there is no body */
  record Answer(int status, @Nullable String contentType, @Nullable String location, byte[] body) {}

  /** What the table says about a key: nobody had it, somebody is at it, it is answered, or it was another request. */
  sealed interface Known {
    record New() implements Known {}

    record Running() implements Known {}

    record Answered(Answer answer) implements Known {}

    record Different() implements Known {}
  }

  private record Row(byte[] fingerprint, Optional<Answer> answer) {}

  private final JdbcClient jdbc;
  private final Clock clock;

  Idempotency(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Known begin(UUID account, String key, byte[] fingerprint) {
    var now = clock.instant();
    boolean first = jdbc.sql("""
            insert into shared_idempotency as known (account_id, key, fingerprint, started_at) values (:account, :key, :fingerprint, :now)
            on conflict (account_id, key) do update
               set fingerprint = excluded.fingerprint, started_at = excluded.started_at, status = null, content_type = null, location = null, body = null
             where known.started_at < :old or (known.status is null and known.started_at < :abandoned and known.fingerprint = excluded.fingerprint)
            """)
        .param("account", account)
        .param("key", key)
        .param("fingerprint", fingerprint)
        .param("now", Sql.time(now))
        .param("old", Sql.time(now.minus(KEPT)))
        .param("abandoned", Sql.time(now.minus(ABANDONED)))
        .update() == 1;
    if (first) return new Known.New();
    var row = jdbc.sql("select fingerprint, status, content_type, location, body from shared_idempotency where account_id = :account and key = :key")
        .param("account", account)
        .param("key", key)
        .query((columns, n) -> new Row(columns.getBytes("fingerprint"), columns.getObject("status") == null ? Optional.empty()
            : Optional.of(new Answer(columns.getInt("status"), columns.getString("content_type"), columns.getString("location"), columns.getBytes("body")))))
        .optional()
        .orElse(null);
    if (row == null) return new Known.Running();
    if (!Arrays.equals(row.fingerprint(), fingerprint)) return new Known.Different();
    return row.answer().<Known>map(Known.Answered::new).orElseGet(Known.Running::new);
  }

  void finish(UUID account, String key, Answer answer) {
    jdbc.sql("""
            update shared_idempotency set status = :status, content_type = :type, location = :location, body = :body
             where account_id = :account and key = :key
            """)
        .param("status", answer.status())
        .param("type", answer.contentType())
        .param("location", answer.location())
        .param("body", answer.body())
        .param("account", account)
        .param("key", key)
        .update();
  }

  /** The request failed on our side or its answer is too long to keep: a retry runs again. */
  void forget(UUID account, String key) {
    jdbc.sql("delete from shared_idempotency where account_id = :account and key = :key").param("account", account).param("key", key).update();
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
  void clearAway() {
    jdbc.sql("delete from shared_idempotency where started_at < :old").param("old", Sql.time(clock.instant().minus(KEPT))).update();
  }

  static byte[] fingerprint(String method, String address, byte[] body) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update((method + " " + address + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
      return digest.digest(body);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
