package org.touchstone.platform.exchange;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.shared.Sql;

/** All pictures; they are added and read, never changed. */
@Repository
class Images {
  /** A picture with its content. */
  record Content(String mediaType, byte[] bytes) {}

  private final JdbcClient jdbc;

  Images(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether it was taken: not where another picture has the name. The same picture again is fine. */
  boolean add(ProjectId project, AccountId by, String name, ImageFile file, byte[] bytes) {
    return jdbc.sql("""
        with brought as (select sha256(cast(:bytes as bytea)) as digest), added as (
          insert into exchange_image (id, project_id, name, media_type, width, height, bytes, digest, uploaded_by)
          select :id, :project, :name, :type, :width, :height, cast(:bytes as bytea), digest, :by from brought
          on conflict (project_id, name) do nothing returning id
        )
        select exists (select from added)
          or exists (select from exchange_image i, brought b where i.project_id = :project and i.name = :name and i.digest = b.digest)""")
        .param("id", UUID.randomUUID()).param("project", project.value()).param("name", name).param("type", file.mediaType())
        .param("width", file.width()).param("height", file.height()).param("bytes", bytes).param("by", by.value())
        .query(Boolean.class).single();
  }

  List<Image> of(ProjectId project, int most) {
    return jdbc.sql("""
        select id, name, media_type, width, height, length(bytes) as size from exchange_image
        where project_id = :project order by uploaded_at desc, name limit :most""")
        .param("project", project.value()).param("most", most)
        .query((row, n) -> new Image(Sql.uuid(row, "id"), row.getString("name"), row.getString("media_type"), row.getInt("width"), row.getInt("height"), row.getLong("size"))).list();
  }

  long count(ProjectId project) {
    return jdbc.sql("select count(*) from exchange_image where project_id = :project").param("project", project.value()).query(Long.class).single();
  }

  Map<String, UUID> names(ProjectId project) {
    var names = new HashMap<String, UUID>();
    jdbc.sql("select name, id from exchange_image where project_id = :project").param("project", project.value())
        .query((row, n) -> names.put(row.getString(1), Sql.uuid(row, "id"))).list();
    return names;
  }

  Optional<Content> content(ProjectId project, UUID id) {
    return jdbc.sql("select media_type, bytes from exchange_image where id = :id and project_id = :project")
        .param("id", id).param("project", project.value())
        .query((row, n) -> new Content(row.getString(1), row.getBytes(2))).optional();
  }
}
