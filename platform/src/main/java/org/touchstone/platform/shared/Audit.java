package org.touchstone.platform.shared;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The trail of who changed what: written in the transaction of the change, never updated. */
@Component
public class Audit {
  /** @param actor null where the product itself acted, for instance a gate */
  public record Record(
      UUID id, Instant at, @Nullable AccountId actor, String action, String subject, Map<String, Object> detail) {}

  private static final TypeReference<Map<String, Object>> DETAIL = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  Audit(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /**
   * @param actor who did it, null for the product itself
   * @param project where, null for what concerns the whole installation
   * @param action a past participle such as {@code project.published}
   * @param subject the id or name of what was changed
   */
  public void record(@Nullable AccountId actor, @Nullable ProjectId project, String action, String subject, Map<String, ?> detail) {
    jdbc.sql("""
            insert into shared_audit (id, at, actor_id, project_id, action, subject, detail)
            values (:id, now(), :actor, :project, :action, :subject, :detail::jsonb)
            """)
        .param("id", Uuid7.next())
        .param("actor", actor == null ? null : actor.value())
        .param("project", project == null ? null : project.value())
        .param("action", action)
        .param("subject", subject)
        .param("detail", json.writeValueAsString(detail))
        .update();
  }

  /** The newest first; the cursor is the last id of the page before. */
  public Page<Record> page(ProjectId project, @Nullable UUID cursor, int limit) {
    List<Record> rows = jdbc.sql("""
            select id, at, actor_id, action, subject, detail from shared_audit
             where project_id = :project and (:cursor::uuid is null or id < :cursor::uuid)
             order by id desc limit :limit
            """)
        .param("project", project.value())
        .param("cursor", cursor)
        .param("limit", limit + 1)
        .query((row, n) -> {
          var actor = Sql.uuid(row, "actor_id");
          return new Record(Sql.uuid(row, "id"), Sql.instant(row, "at"), actor == null ? null : AccountId.of(actor),
              row.getString("action"), row.getString("subject"), json.readValue(row.getString("detail"), DETAIL));
        })
        .list();
    return Page.cut(rows, limit, row -> row.id().toString());
  }
}
