package org.touchstone.platform.calibration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.touchstone.platform.guideline.Answers;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.Money;
import org.touchstone.platform.shared.Sql;
import tools.jackson.databind.json.JsonMapper;

/** All attempts with the answers given in them. */
@Repository
public class Attempts {
  private final JdbcClient jdbc;
  private final JsonMapper json;

  Attempts(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  public Optional<Attempt> find(UUID id) {
    return jdbc.sql("select * from calibration_attempt where id = :id").param("id", id).query(Attempts::attempt).optional();
  }

  /** Holds the row until the end of the transaction, so that it is handed in and decided once. */
  Optional<Attempt> lock(UUID id) {
    return jdbc.sql("select * from calibration_attempt where id = :id for update").param("id", id).query(Attempts::attempt).optional();
  }

  /** A person's attempts in these rounds, the oldest first. */
  public List<Attempt> of(Collection<UUID> rounds, AccountId account) {
    return jdbc.sql("select * from calibration_attempt where round_id = any(:rounds) and account_id = :account order by number")
        .param("rounds", Sql.uuids(rounds))
        .param("account", account.value())
        .query(Attempts::attempt)
        .list();
  }

  /** Everybody's attempts in a round, the newest first. */
  public List<Attempt> of(UUID round) {
    return jdbc.sql("select * from calibration_attempt where round_id = :round order by id desc").param("round", round).query(Attempts::attempt).list();
  }

  /** Everybody who was asked this item and has handed it in. */
  List<Attempt> withItem(UUID item) {
    return jdbc.sql("""
            select a.* from calibration_attempt a
             where a.handed_in_at is not null and exists (select from calibration_answer n where n.attempt_id = a.id and n.item_id = :item) order by a.id
            """)
        .param("item", item)
        .query(Attempts::attempt)
        .list();
  }

  /** How many attempts of these rounds wait for a person. */
  public Map<UUID, Integer> waiting(Collection<UUID> rounds) {
    var waiting = new HashMap<UUID, Integer>();
    jdbc.sql("""
            select round_id, count(*) as n from calibration_attempt a where round_id = any(:rounds) and (state = 'HANDED_IN'
              or exists (select from calibration_thread t where t.attempt_id = a.id and t.outcome is null)) group by round_id
            """)
        .param("rounds", Sql.uuids(rounds))
        .query(row -> {
          waiting.put(Sql.uuid(row, "round_id"), row.getInt("n"));
        });
    return waiting;
  }

  public List<Attempt.Answered> answers(UUID attempt) {
    return jdbc.sql("select * from calibration_answer where attempt_id = :attempt order by position").param("attempt", attempt).query(this::answered).list();
  }

  /** Everything handed in within a round. */
  public List<Attempt.Answered> answersOf(UUID round) {
    return jdbc.sql("""
            select n.* from calibration_answer n join calibration_attempt a on a.id = n.attempt_id
             where a.round_id = :round and a.handed_in_at is not null order by a.number, n.attempt_id, n.position
            """)
        .param("round", round)
        .query(this::answered)
        .list();
  }

  /** How often this person was asked each item of a round. */
  Map<UUID, Integer> asked(UUID round, AccountId account) {
    var asked = new HashMap<UUID, Integer>();
    jdbc.sql("""
            select n.item_id, count(*) as n from calibration_answer n join calibration_attempt a on a.id = n.attempt_id
             where a.round_id = :round and a.account_id = :account group by n.item_id
            """)
        .param("round", round)
        .param("account", account.value())
        .query(row -> {
          asked.put(Sql.uuid(row, "item_id"), row.getInt("n"));
        });
    return asked;
  }

  void insert(Attempt attempt, List<Attempt.Answered> blank) {
    jdbc.sql("""
            insert into calibration_attempt (id, round_id, account_id, number, state, rate_minor, currency, started_at)
            values (:id, :round, :account, :number, 'OPEN', :minor, :currency, :at)
            """)
        .param("id", attempt.id())
        .param("round", attempt.roundId())
        .param("account", attempt.accountId().value())
        .param("number", attempt.number())
        .param("minor", attempt.rate() == null ? null : attempt.rate().minor())
        .param("currency", attempt.rate() == null ? null : attempt.rate().currency())
        .param("at", Sql.time(attempt.startedAt()))
        .update();
    for (var one : blank) {
      jdbc.sql("""
              insert into calibration_answer (id, attempt_id, item_id, position, shown, answers, revision, done)
              values (:id, :attempt, :item, :position, :shown, '{}', 0, false)
              """)
          .param("id", one.id())
          .param("attempt", one.attemptId())
          .param("item", one.itemId())
          .param("position", one.position())
          .param("shown", Arrays.stream(one.shown()).boxed().toArray(Integer[]::new))
          .update();
    }
  }

  /** @return whether it was saved; an older revision changes nothing */
  boolean save(Attempt.Answered one) {
    return jdbc.sql("""
            update calibration_answer set answers = :answers::jsonb, revision = :revision, done = :done, saved_at = now()
             where id = :id and revision <= :revision
            """)
        .param("answers", json.writeValueAsString(one.answers()))
        .param("revision", one.revision())
        .param("done", one.done())
        .param("id", one.id())
        .update() == 1;
  }

  /** @return whether it had not been paid before */
  boolean paid(UUID answer) {
    return jdbc.sql("update calibration_answer set paid = true where id = :id and not paid").param("id", answer).update() == 1;
  }

  /** How many answers were paid, for the reconciliation. */
  public long paid() {
    return jdbc.sql("select count(*) from calibration_answer where paid").query(Long.class).single();
  }

  void handIn(UUID attempt, Attempt.State state, Instant at) {
    jdbc.sql("update calibration_attempt set state = :state, handed_in_at = :at where id = :id")
        .param("state", state.name())
        .param("at", Sql.time(at))
        .param("id", attempt)
        .update();
  }

  void decide(UUID attempt, Attempt.State state, Attempt.Ruling ruling) {
    jdbc.sql("update calibration_attempt set state = :state, decided_at = :at, decided_by = :by, reason = :reason, share = :share where id = :id")
        .param("state", state.name())
        .param("at", Sql.time(ruling.at()))
        .param("by", ruling.by() == null ? null : ruling.by().value())
        .param("reason", ruling.reason())
        .param("share", ruling.share())
        .param("id", attempt)
        .update();
  }

  private static Attempt attempt(ResultSet row, int number) throws SQLException {
    var minor = Sql.longOrNull(row, "rate_minor");
    var by = Sql.uuid(row, "decided_by");
    var decided = Sql.instantOrNull(row, "decided_at");
    var ruling = decided == null ? null : new Attempt.Ruling(row.getString("reason"), by == null ? null : AccountId.of(by), decided, row.getDouble("share"));
    return new Attempt(Sql.uuid(row, "id"), Sql.uuid(row, "round_id"), AccountId.of(Sql.uuid(row, "account_id")), row.getInt("number"),
        Attempt.State.valueOf(row.getString("state")), minor == null ? null : new Money(minor, row.getString("currency")), Sql.instant(row, "started_at"),
        Sql.instantOrNull(row, "handed_in_at"), ruling);
  }

  private Attempt.Answered answered(ResultSet row, int number) throws SQLException {
    int[] shown = Arrays.stream((Integer[]) row.getArray("shown").getArray()).mapToInt(Integer::intValue).toArray();
    return new Attempt.Answered(Sql.uuid(row, "id"), Sql.uuid(row, "attempt_id"), Sql.uuid(row, "item_id"), row.getInt("position"), shown,
        json.readValue(row.getString("answers"), Answers.class), row.getInt("revision"), row.getBoolean("done"), row.getBoolean("paid"));
  }
}
