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

  /** The newest known answer of each item, whether or not it holds for the version in force. */
  public Map<ItemId, Gold> of(Collection<ItemId> items) {
    return every(items).stream().collect(Collectors.toMap(Gold::itemId, gold -> gold, (earlier, later) -> later));
  }

  /** The known answers of these items in every era, the earlier first. */
  public List<Gold> every(Collection<ItemId> items) {
    return jdbc.sql("select * from quality_gold where item_id = any(cast(:items as uuid[])) order by item_id, era")
        .param("items", items.stream().map(ItemId::toString).toArray(String[]::new))
        .query((row, n) -> gold(row)).list();
  }

  /** All known answers of a project in every era, the earlier first. */
  public List<Gold> every(ProjectId project) {
    return jdbc.sql("select * from quality_gold where project_id = :project order by item_id, era").param("project", project.value())
        .query((row, n) -> gold(row)).list();
  }

  /** @param met the share of the known answer that those who judged it met on average */
  public record Contested(ItemId item, int judgments, double met) {}

  /** Known answers that most of at least three people contradict. */
  public List<Contested> contested(ProjectId project) {
    return jdbc.sql("""
        select item_id, count(*) as n, avg(gold_hit) as met from quality_measurement where project_id = :project and gold_hit is not null
        group by item_id having count(*) >= 3 and avg(gold_hit) < 0.5 order by avg(gold_hit), item_id limit 100""")
        .param("project", project.value())
        .query((row, n) -> new Contested(new ItemId(Sql.uuid(row, "item_id")), row.getInt("n"), row.getDouble("met"))).list();
  }

  /** The newest known answer of each item of a project. */
  public List<Gold> of(ProjectId project) {
    return jdbc.sql("""
        select distinct on (item_id) * from quality_gold where project_id = :project order by item_id, era desc""")
        .param("project", project.value()).query((row, n) -> gold(row)).list();
  }

  /** The newest known answers that hold only for eras before this one. */
  public List<Gold> outdated(ProjectId project, int era) {
    return of(project).stream().filter(gold -> gold.era() < era).toList();
  }

  void put(ProjectId project, AccountId by, List<GoldDesk.Known> known, int version, int era) {
    jdbc.sql("""
        insert into quality_gold (item_id, project_id, answers, explanation, guideline_version, era, made_by)
        select item_id, :project, cast(answers as jsonb), explanation, :version, :era, :by
        from unnest(cast(:items as uuid[]), cast(:answers as text[]), cast(:explanations as text[])) as k (item_id, answers, explanation)
        on conflict (item_id, era) do update set answers = excluded.answers, explanation = excluded.explanation,
          guideline_version = excluded.guideline_version, made_by = excluded.made_by, made_at = now()""")
        .param("project", project.value()).param("by", by.value()).param("version", version).param("era", era)
        .param("items", known.stream().map(one -> one.item().toString()).toArray(String[]::new))
        .param("answers", known.stream().map(one -> json.writeValueAsString(one.answers())).toArray(String[]::new))
        .param("explanations", known.stream().map(GoldDesk.Known::explanation).toArray(String[]::new)).update();
  }

  boolean remove(ItemId item) {
    return jdbc.sql("delete from quality_gold where item_id = :item").param("item", item.value()).update() > 0;
  }

  private Gold gold(java.sql.ResultSet row) throws java.sql.SQLException {
    return new Gold(new ItemId(Sql.uuid(row, "item_id")), new ProjectId(Sql.uuid(row, "project_id")),
        json.readValue(row.getString("answers"), Answers.class), row.getString("explanation"), row.getInt("guideline_version"), row.getInt("era"),
        new AccountId(Sql.uuid(row, "made_by")), Sql.instant(row, "made_at"));
  }
}
