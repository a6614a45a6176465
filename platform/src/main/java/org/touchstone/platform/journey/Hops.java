package org.touchstone.platform.journey;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.touchstone.platform.shared.JudgmentId;
import org.touchstone.platform.shared.Sql;

/** What is still to be done; a row that is there is a hop that was not done. */
@Repository
class Hops {
  /** @param oldestSeconds how long the longest overdue hop has waited, 0 where none has */
  record Backlog(long waiting, long failed, long oldestSeconds) {}

  private final JdbcClient jdbc;

  Hops(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(JudgmentId judgment, Instant measureAt, @Nullable Instant settleAt) {
    jdbc.sql("""
        insert into journey_hop (judgment_id, hop, due_at)
        select :judgment, hop, due from (values ('MEASURE', cast(:measure as timestamptz)), ('SETTLE', cast(:settle as timestamptz))) as h (hop, due)
        where due is not null on conflict do nothing""")
        .param("judgment", judgment.value()).param("measure", Sql.time(measureAt)).param("settle", Sql.time(settleAt)).update();
  }

  /** Takes what is due, for the rest of this transaction; other servers take other rows. */
  List<JudgmentId> claim(Hop hop, int most) {
    return jdbc.sql("""
        select judgment_id from journey_hop where hop = :hop and due_at <= now() order by due_at limit :most
        for update skip locked""")
        .param("hop", hop.name()).param("most", most).query((row, n) -> new JudgmentId(row.getObject(1, UUID.class))).list();
  }

  /** Takes one that is due, unless somebody else has it. */
  boolean claimOne(Hop hop, JudgmentId judgment) {
    return jdbc.sql("""
        select judgment_id from journey_hop where hop = :hop and judgment_id = :judgment and due_at <= now() for update skip locked""")
        .param("hop", hop.name()).param("judgment", judgment.value()).query(UUID.class).optional().isPresent();
  }

  /** The rows go, or become those of the next hop, in the transaction of what they stood for. */
  void done(Hop hop, List<JudgmentId> judgments) {
    var ids = judgments.stream().map(JudgmentId::toString).toArray(String[]::new);
    hop.next().ifPresentOrElse(
        next -> {
          // A judgment that was revised meanwhile may wait for the next hop already.
          jdbc.sql("""
              delete from journey_hop h where hop = :hop and judgment_id = any(cast(:ids as uuid[]))
                and exists (select from journey_hop n where n.judgment_id = h.judgment_id and n.hop = :next)""")
              .param("next", next.name()).param("hop", hop.name()).param("ids", ids).update();
          jdbc.sql("""
              update journey_hop set hop = :next, due_at = now(), attempts = 0, last_error = null
              where hop = :hop and judgment_id = any(cast(:ids as uuid[]))""")
              .param("next", next.name()).param("hop", hop.name()).param("ids", ids).update();
        },
        () -> jdbc.sql("delete from journey_hop where hop = :hop and judgment_id = any(cast(:ids as uuid[]))")
            .param("hop", hop.name()).param("ids", ids).update());
  }

  /** Tried again after 1, 2, 4 … seconds, at most an hour later. */
  void failed(Hop hop, JudgmentId judgment, String error) {
    jdbc.sql("""
        update journey_hop set attempts = attempts + 1, last_error = :error,
          due_at = now() + least(interval '1 hour', interval '1 second' * (2 ^ least(attempts, 12)))
        where hop = :hop and judgment_id = :judgment""")
        .param("error", error).param("hop", hop.name()).param("judgment", judgment.value()).update();
  }

  /** What these judgments still wait for. */
  Map<JudgmentId, Set<Hop>> waiting(Collection<JudgmentId> judgments) {
    var waiting = new HashMap<JudgmentId, Set<Hop>>();
    jdbc.sql("select judgment_id, hop from journey_hop where judgment_id = any(cast(:ids as uuid[]))")
        .param("ids", judgments.stream().map(JudgmentId::toString).toArray(String[]::new))
        .query((row, n) -> waiting.computeIfAbsent(new JudgmentId(Sql.uuid(row, "judgment_id")), any -> EnumSet.noneOf(Hop.class))
            .add(Hop.valueOf(row.getString("hop")))).list();
    return waiting;
  }

  Backlog backlog() {
    return jdbc.sql("""
        select count(*) filter (where hop <> 'SETTLE' or due_at <= now()) as waiting, count(*) filter (where attempts > 0) as failed,
          coalesce(greatest(0, extract(epoch from now() - min(due_at))), 0)::bigint as oldest from journey_hop""")
        .query((row, n) -> new Backlog(row.getLong("waiting"), row.getLong("failed"), row.getLong("oldest"))).single();
  }

  List<String> failures() {
    return jdbc.sql("select judgment_id || ' ' || hop || ': ' || last_error from journey_hop where attempts >= 5 limit 100")
        .query(String.class).list();
  }
}
