package org.touchstone.platform.calibration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.shared.Sql;
import org.touchstone.platform.shared.Uuid7;

/** Everything that was talked over between trainers and reviewers, and the marks given to texts. */
@Repository
public class Discrepancies {
  /** @param criterion the text's question; @param share 0, one half or 1 */
  /** @param attempt in which it was talked over; @param note what the reviewer wrote of it; @param round its title */
  public record Gap(UUID attempt, String criterion, String note, String prompt, String round) {}

  public record Mark(int position, String criterion, double share, String note, AccountId by) {}

  private final JdbcClient jdbc;

  Discrepancies(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Optional<Discrepancy> find(UUID id) {
    return read("where id = :id", Map.of("id", id)).stream().findFirst();
  }

  public List<Discrepancy> of(UUID attempt) {
    return read("where attempt_id = :attempt", Map.of("attempt", attempt));
  }

  Discrepancy open(Discrepancy one) {
    jdbc.sql("""
            insert into calibration_thread (id, attempt_id, item_id, position, criterion, opened_by, opened_at)
            values (:id, :attempt, :item, :position, :criterion, :by, :at) on conflict (attempt_id, position, criterion) do nothing
            """)
        .param("id", one.id())
        .param("attempt", one.attemptId())
        .param("item", one.itemId())
        .param("position", one.position())
        .param("criterion", one.criterion())
        .param("by", one.openedBy().value())
        .param("at", Sql.time(one.openedAt()))
        .update();
    return read("where attempt_id = :attempt and position = :position and criterion = :criterion",
        Map.of("attempt", one.attemptId(), "position", one.position(), "criterion", one.criterion())).getFirst();
  }

  /** Holds the row until the end of the transaction and reads it as it stands then, so that two cannot both settle it. */
  Discrepancy lock(UUID id) {
    jdbc.sql("select id from calibration_thread where id = :id for no key update").param("id", id).query(UUID.class).list();
    return find(id).orElseThrow();
  }

  void say(UUID thread, AccountId author, String text, Instant at) {
    jdbc.sql("insert into calibration_message (id, thread_id, author_id, text, at) values (:id, :thread, :author, :text, :at)")
        .param("id", Uuid7.next())
        .param("thread", thread)
        .param("author", author.value())
        .param("text", text)
        .param("at", Sql.time(at))
        .update();
  }

  void settle(UUID thread, Discrepancy.Settlement settlement) {
    jdbc.sql("update calibration_thread set outcome = :outcome, note = :note, settled_by = :by, settled_at = :at where id = :id")
        .param("outcome", settlement.outcome().name())
        .param("note", settlement.note())
        .param("by", settlement.by().value())
        .param("at", Sql.time(settlement.at()))
        .param("id", thread)
        .update();
  }

  /** Whoever objects again opens it again; a gap of the guideline stays one. */
  void reopen(UUID thread, AccountId by, Instant at) {
    jdbc.sql("""
            update calibration_thread set outcome = null, note = null, settled_by = null, settled_at = null, opened_by = :by, opened_at = :at
             where id = :id and outcome <> 'GUIDELINE_GAP'
            """)
        .param("by", by.value())
        .param("at", Sql.time(at))
        .param("id", thread)
        .update();
  }

  /** What the guideline was found to leave open, by item. */
  Map<UUID, Set<String>> gaps(Collection<UUID> items) {
    var gaps = new HashMap<UUID, Set<String>>();
    jdbc.sql("select distinct item_id, criterion from calibration_thread where outcome = 'GUIDELINE_GAP' and item_id = any(:items)")
        .param("items", Sql.uuids(items))
        .query(row -> {
          gaps.computeIfAbsent(Sql.uuid(row, "item_id"), any -> new HashSet<>()).add(row.getString("criterion"));
        });
    return gaps;
  }

  /** The same with what was said, for whoever writes the next version. */
  public List<Discrepancy> gapsOf(UUID round) {
    return read("where outcome = 'GUIDELINE_GAP' and attempt_id in (select id from calibration_attempt where round_id = :round)", Map.of("round", round));
  }

  /** What rounds of a project found the guideline to leave open, each question of an item once, as it was first settled. */
  public List<Gap> gapsIn(ProjectId project) {
    return jdbc.sql("""
            select distinct on (t.item_id, t.criterion) t.attempt_id, t.criterion, t.note, i.text ->> 'prompt' as prompt, r.sheet ->> 'title' as round
              from calibration_thread t
              join calibration_attempt a on a.id = t.attempt_id
              join calibration_round r on r.id = a.round_id
              join calibration_item i on i.id = t.item_id
             where t.outcome = 'GUIDELINE_GAP' and r.project_id = :project
             order by t.item_id, t.criterion, t.id
            """)
        .param("project", project.value())
        .query((row, n) -> new Gap(Sql.uuid(row, "attempt_id"), row.getString("criterion"), row.getString("note"), row.getString("prompt"), row.getString("round")))
        .list();
  }

  public List<Mark> marks(UUID attempt) {
    return jdbc.sql("select * from calibration_mark where attempt_id = :attempt")
        .param("attempt", attempt)
        .query((row, n) -> new Mark(row.getInt("position"), row.getString("criterion"), row.getDouble("share"), row.getString("note"), AccountId.of(Sql.uuid(row, "made_by"))))
        .list();
  }

  void mark(UUID attempt, Mark mark, Instant at) {
    jdbc.sql("""
            insert into calibration_mark (attempt_id, position, criterion, share, note, made_by, made_at)
            values (:attempt, :position, :criterion, :share, :note, :by, :at)
            on conflict (attempt_id, position, criterion) do update set share = excluded.share, note = excluded.note, made_by = excluded.made_by, made_at = excluded.made_at
            """)
        .param("attempt", attempt)
        .param("position", mark.position())
        .param("criterion", mark.criterion())
        .param("share", mark.share())
        .param("note", mark.note())
        .param("by", mark.by().value())
        .param("at", Sql.time(at))
        .update();
  }

  private List<Discrepancy> read(String where, Map<String, Object> parameters) {
    var threads = jdbc.sql("select * from calibration_thread " + where + " order by position, id").params(parameters).query((row, n) -> thread(row)).list();
    var messages = messages(threads.stream().map(Discrepancy::id).toList());
    return threads.stream().map(one -> new Discrepancy(one.id(), one.attemptId(), one.itemId(), one.position(), one.criterion(), one.openedBy(), one.openedAt(),
        one.settled(), messages.getOrDefault(one.id(), List.of()))).toList();
  }

  private Map<UUID, List<Discrepancy.Message>> messages(Collection<UUID> threads) {
    var messages = new LinkedHashMap<UUID, List<Discrepancy.Message>>();
    jdbc.sql("select * from calibration_message where thread_id = any(:threads) order by id")
        .param("threads", Sql.uuids(threads))
        .query(row -> {
          messages.computeIfAbsent(Sql.uuid(row, "thread_id"), any -> new ArrayList<>())
              .add(new Discrepancy.Message(AccountId.of(Sql.uuid(row, "author_id")), row.getString("text"), Sql.instant(row, "at")));
        });
    return messages;
  }

  private static Discrepancy thread(ResultSet row) throws SQLException {
    var settled = row.getString("outcome") == null ? null : new Discrepancy.Settlement(Discrepancy.Outcome.valueOf(row.getString("outcome")), row.getString("note"),
        AccountId.of(Sql.uuid(row, "settled_by")), Sql.instant(row, "settled_at"));
    return new Discrepancy(Sql.uuid(row, "id"), Sql.uuid(row, "attempt_id"), Sql.uuid(row, "item_id"), row.getInt("position"), row.getString("criterion"),
        AccountId.of(Sql.uuid(row, "opened_by")), Sql.instant(row, "opened_at"), settled, List.of());
  }
}
