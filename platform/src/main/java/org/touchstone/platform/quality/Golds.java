package org.touchstone.platform.quality;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.touchstone.platform.guideline.Answers;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.ItemId;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.shared.Sql;
import tools.jackson.databind.json.JsonMapper;

/** All known answers. */
@Repository
public class Golds {
  private final JdbcClient jdbc;
  private final JsonMapper json;

  Golds(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  public Optional<Gold> of(ItemId item) {
    return Optional.ofNullable(of(List.of(item)).get(item));
  }

  public Map<ItemId, Gold> of(Collection<ItemId> items) {
    return jdbc.sql("select * from quality_gold where item_id = any(cast(:items as uuid[]))")
        .param("items", items.stream().map(ItemId::toString).toArray(String[]::new))
        .query((row, n) -> gold(row)).list().stream().collect(Collectors.toMap(Gold::itemId, gold -> gold));
  }

  public List<Gold> of(ProjectId project) {
    return jdbc.sql("select * from quality_gold where project_id = :project order by item_id").param("project", project.value())
        .query((row, n) -> gold(row)).list();
  }

  void put(ProjectId project, AccountId by, List<GoldDesk.Known> known) {
    jdbc.sql("""
        insert into quality_gold (item_id, project_id, answers, explanation, made_by)
        select item_id, :project, cast(answers as jsonb), explanation, :by
        from unnest(cast(:items as uuid[]), cast(:answers as text[]), cast(:explanations as text[])) as k (item_id, answers, explanation)
        on conflict (item_id) do update set answers = excluded.answers, explanation = excluded.explanation,
          made_by = excluded.made_by, made_at = now()""")
        .param("project", project.value()).param("by", by.value())
        .param("items", known.stream().map(one -> one.item().toString()).toArray(String[]::new))
        .param("answers", known.stream().map(one -> json.writeValueAsString(one.answers())).toArray(String[]::new))
        .param("explanations", known.stream().map(GoldDesk.Known::explanation).toArray(String[]::new)).update();
  }

  boolean remove(ItemId item) {
    return jdbc.sql("delete from quality_gold where item_id = :item").param("item", item.value()).update() == 1;
  }

  private Gold gold(java.sql.ResultSet row) throws java.sql.SQLException {
    return new Gold(new ItemId(Sql.uuid(row, "item_id")), new ProjectId(Sql.uuid(row, "project_id")),
        json.readValue(row.getString("answers"), Answers.class), row.getString("explanation"),
        new AccountId(Sql.uuid(row, "made_by")), Sql.instant(row, "made_at"));
  }
}
