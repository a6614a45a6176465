package org.touchstone.platform.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.touchstone.platform.exchange.Import.Fault;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.shared.Sql;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All imports, their reports, and who is working on them. */
@Repository
class Imports {
  /** How many faults of an import are kept. */
  static final int MOST_FAULTS = 1_000;

  private static final int SHOWN_FAULTS = 100;
  private static final TypeReference<List<Map<String, JsonNode>>> PREVIEW = new TypeReference<>() {};
  private static final TypeReference<List<Fault>> FAULTS = new TypeReference<>() {};

  /** What the beginning of a file holds. */
  record Look(List<String> columns, List<Map<String, JsonNode>> preview, List<Fault> faults) {}

  /** What one batch brought. */
  record Step(long rows, long imported, long duplicates, List<Fault> faults) {}

  private final JdbcClient jdbc;
  private final JsonMapper json;

  Imports(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  void insert(Import one) {
    jdbc.sql("""
            insert into exchange_import (id, project_id, created_by, state, file_name, format, columns, preview, mapping, total)
            values (:id, :project, :account, :state, :name, :format, :columns, :preview::jsonb, :mapping::jsonb, :total)
            """)
        .param("id", one.id().value())
        .param("project", one.projectId().value())
        .param("account", one.createdBy().value())
        .param("state", one.state().name())
        .param("name", one.fileName())
        .param("format", one.format().name())
        .param("columns", one.columns().toArray(String[]::new))
        .param("preview", json.writeValueAsString(one.preview()))
        .param("mapping", json.writeValueAsString(one.mapping()))
        .param("total", one.total())
        .update();
  }

  /** What the file turned out to hold. */
  void describe(ImportId id, Format format, Look seen, Mapping mapping, long total) {
    jdbc.sql("""
            update exchange_import set format = :format, columns = :columns, preview = :preview::jsonb, preview_faults = :faults::jsonb,
                   mapping = :mapping::jsonb, total = :total
             where id = :id
            """)
        .param("format", format.name())
        .param("columns", seen.columns().toArray(String[]::new))
        .param("preview", json.writeValueAsString(seen.preview()))
        .param("faults", json.writeValueAsString(seen.faults()))
        .param("mapping", json.writeValueAsString(mapping))
        .param("total", total)
        .param("id", id.value())
        .update();
  }

  Optional<Import> find(ProjectId project, ImportId id) {
    return jdbc.sql("select * from exchange_import where id = :id and project_id = :project")
        .param("id", id.value())
        .param("project", project.value())
        .query((row, n) -> read(row, faults(id, SHOWN_FAULTS)))
        .optional();
  }

  /** The newest hundred, without their faults. */
  List<Import> of(ProjectId project) {
    return jdbc.sql("select * from exchange_import where project_id = :project order by id desc limit 100")
        .param("project", project.value())
        .query((row, n) -> read(row, List.of()))
        .list();
  }

  List<Fault> faults(ImportId id, int limit) {
    return jdbc.sql("select line, column_name, message from exchange_fault where import_id = :id order by line limit :limit")
        .param("id", id.value())
        .param("limit", limit)
        .query((row, n) -> new Fault(row.getLong(1), row.getString(2), row.getString(3)))
        .list();
  }

  /** Lets an import run that waits or has failed; false when it runs already or is done. */
  boolean start(ImportId id, Mapping mapping) {
    return jdbc.sql("""
            update exchange_import set state = 'RUNNING', mapping = :mapping::jsonb, error = null, claim = null, claimed_until = null
             where id = :id and state in ('UPLOADED', 'FAILED')
            """)
        .param("id", id.value())
        .param("mapping", json.writeValueAsString(mapping))
        .update() == 1;
  }

  /** Runs that nobody works on, because they are new or because their runner is gone. */
  List<ImportId> waiting() {
    return jdbc.sql("select id from exchange_import where state = 'RUNNING' and (claimed_until is null or claimed_until < now()) order by id")
        .query((row, n) -> new ImportId(Sql.uuid(row, "id")))
        .list();
  }

  /** Takes one of them; empty where another was faster. */
  Optional<Import> claim(ImportId id, UUID claim) {
    return jdbc.sql("""
            update exchange_import set claim = :claim, claimed_until = now() + interval '20 seconds'
             where id = :id and state = 'RUNNING' and (claimed_until is null or claimed_until < now())
            returning *
            """)
        .param("id", id.value())
        .param("claim", claim)
        .query((row, n) -> read(row, List.of()))
        .optional();
  }

  /** Books a batch in the transaction that brought its items; false when the claim is lost and the batch must not count. */
  boolean advance(ImportId id, UUID claim, Step step) {
    int held = jdbc.sql("""
            update exchange_import
               set done = done + :rows, imported = imported + :imported, duplicates = duplicates + :duplicates,
                   error_count = error_count + :faults, claimed_until = now() + interval '20 seconds'
             where id = :id and claim = :claim and state = 'RUNNING'
            """)
        .param("rows", step.rows())
        .param("imported", step.imported())
        .param("duplicates", step.duplicates())
        .param("faults", step.faults().size())
        .param("id", id.value())
        .param("claim", claim)
        .update();
    if (held == 1 && !step.faults().isEmpty()) keep(id, step.faults());
    return held == 1;
  }

  private void keep(ImportId id, List<Fault> faults) {
    jdbc.sql("""
            insert into exchange_fault (import_id, line, column_name, message)
            select :id, f.line, f.column_name, f.message
              from unnest(cast(:lines as bigint[]), cast(:columns as text[]), cast(:messages as text[])) with ordinality as f (line, column_name, message, n)
             order by f.n limit greatest(0, :most - (select count(*) from exchange_fault where import_id = :id))
            """)
        .param("id", id.value())
        .param("lines", faults.stream().map(fault -> Long.toString(fault.line())).toArray(String[]::new))
        .param("columns", faults.stream().map(Fault::column).toArray(String[]::new))
        .param("messages", faults.stream().map(Fault::message).toArray(String[]::new))
        .param("most", MOST_FAULTS)
        .update();
  }

  void finish(ImportId id, UUID claim, Import.State state, @Nullable String error) {
    jdbc.sql("""
            update exchange_import
               set state = :state, error = :error, finished_at = now(), claim = null, claimed_until = null,
                   total = case when :state = 'DONE' then done else total end
             where id = :id and claim = :claim
            """)
        .param("state", state.name())
        .param("error", error)
        .param("id", id.value())
        .param("claim", claim)
        .update();
  }

  /** Gives the work back, so that the next runner need not wait for the claim to run out. */
  void release(ImportId id, UUID claim) {
    jdbc.sql("update exchange_import set claim = null, claimed_until = null where id = :id and claim = :claim")
        .param("id", id.value())
        .param("claim", claim)
        .update();
  }

  private Import read(ResultSet row, List<Fault> faults) throws SQLException {
    return new Import(
        new ImportId(Sql.uuid(row, "id")),
        ProjectId.of(Sql.uuid(row, "project_id")),
        AccountId.of(Sql.uuid(row, "created_by")),
        Import.State.valueOf(row.getString("state")),
        row.getString("file_name"),
        Format.valueOf(row.getString("format")),
        Sql.strings(row, "columns"),
        json.readValue(row.getString("preview"), PREVIEW),
        json.readValue(row.getString("preview_faults"), FAULTS),
        json.readValue(row.getString("mapping"), Mapping.class),
        row.getLong("total"),
        row.getLong("done"),
        row.getLong("imported"),
        row.getLong("duplicates"),
        row.getLong("error_count"),
        faults,
        row.getString("error"),
        Sql.instant(row, "created_at"),
        Sql.instantOrNull(row, "finished_at"));
  }
}
