package org.touchstone.platform.dataset;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.touchstone.platform.guideline.Rubric;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.shared.Sql;
import tools.jackson.databind.json.JsonMapper;

/** All snapshots and their frozen lines. */
@Repository
class Snapshots {
  private final JdbcClient jdbc;
  private final JsonMapper json;

  Snapshots(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  void insert(SnapshotId id, ProjectId project, String name, Snapshot.Filter filter, Rubric rubric, AccountId by) {
    jdbc.sql("""
            insert into dataset_snapshot (id, project_id, name, state, filter, rubric, created_by)
            values (:id, :project, :name, 'RUNNING', :filter::jsonb, :rubric::jsonb, :by)
            """)
        .param("id", id.value())
        .param("project", project.value())
        .param("name", name)
        .param("filter", json.writeValueAsString(filter))
        .param("rubric", json.writeValueAsString(rubric))
        .param("by", by.value())
        .update();
  }

  Optional<Snapshot> find(SnapshotId id) {
    return jdbc.sql("select * from dataset_snapshot where id = :id").param("id", id.value()).query(this::read).optional();
  }

  List<Snapshot> of(ProjectId project) {
    return jdbc.sql("select * from dataset_snapshot where project_id = :project order by id desc limit 200")
        .param("project", project.value())
        .query(this::read)
        .list();
  }

  List<SnapshotId> waiting() {
    return jdbc.sql("select id from dataset_snapshot where state = 'RUNNING' and (claimed_until is null or claimed_until < now()) order by id")
        .query((row, n) -> new SnapshotId(Sql.uuid(row, "id")))
        .list();
  }

  /** Takes a snapshot to make; whatever an earlier attempt left is thrown away, since its pseudonyms are lost with its key. */
  boolean claim(SnapshotId id) {
    int mine = jdbc.sql("""
            update dataset_snapshot set claimed_until = now() + interval '1 minute'
             where id = :id and state = 'RUNNING' and (claimed_until is null or claimed_until < now())
            """)
        .param("id", id.value())
        .update();
    if (mine == 1) jdbc.sql("delete from dataset_chunk where snapshot_id = :id").param("id", id.value()).update();
    return mine == 1;
  }

  void append(SnapshotId id, int number, int items, byte[] bytes) {
    jdbc.sql("insert into dataset_chunk (snapshot_id, number, item_count, bytes) values (:id, :number, :items, :bytes)")
        .param("id", id.value())
        .param("number", number)
        .param("items", items)
        .param("bytes", bytes)
        .update();
    jdbc.sql("update dataset_snapshot set claimed_until = now() + interval '1 minute' where id = :id").param("id", id.value()).update();
  }

  /** The packed lines of one piece; empty behind the last. */
  Optional<byte[]> piece(SnapshotId id, int number) {
    return jdbc.sql("select bytes from dataset_chunk where snapshot_id = :id and number = :number")
        .param("id", id.value())
        .param("number", number)
        .query((row, n) -> row.getBytes(1))
        .optional();
  }

  void ready(SnapshotId id, String hash, DataCard card) {
    jdbc.sql("update dataset_snapshot set state = 'READY', hash = :hash, card = :card::jsonb, ready_at = now() where id = :id and state = 'RUNNING'")
        .param("hash", hash)
        .param("card", json.writeValueAsString(card))
        .param("id", id.value())
        .update();
  }

  void failed(SnapshotId id, String error) {
    jdbc.sql("update dataset_snapshot set state = 'FAILED', error = :error where id = :id and state = 'RUNNING'")
        .param("error", error)
        .param("id", id.value())
        .update();
  }

  private Snapshot read(ResultSet row, int number) throws SQLException {
    String card = row.getString("card");
    return new Snapshot(
        new SnapshotId(Sql.uuid(row, "id")),
        ProjectId.of(Sql.uuid(row, "project_id")),
        row.getString("name"),
        Snapshot.State.valueOf(row.getString("state")),
        json.readValue(row.getString("filter"), Snapshot.Filter.class),
        Sql.instant(row, "created_at"),
        AccountId.of(Sql.uuid(row, "created_by")),
        "",
        Sql.instantOrNull(row, "ready_at"),
        row.getString("hash"),
        card == null ? null : json.readValue(card, DataCard.class),
        row.getString("error"),
        json.readValue(row.getString("rubric"), Rubric.class));
  }
}
