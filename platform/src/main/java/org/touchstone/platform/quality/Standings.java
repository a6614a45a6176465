package org.touchstone.platform.quality;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.ItemId;
import org.touchstone.platform.shared.JudgmentId;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.shared.Sql;

/** The standings of raters, and the measurements they are summed from. */
@Repository
public class Standings {
  /** @param goldHit null where the item is no gold or the judgment is a flag */
  record Measurement(JudgmentId judgment, AccountId rater, ItemId item, boolean flag, Double goldHit) {}

  private static final int TOLD_IN = 10;

  private final JdbcClient jdbc;

  Standings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Standing of(ProjectId project, AccountId rater) {
    return of(project, List.of(rater)).getOrDefault(rater, Standing.none(project, rater));
  }

  /**
   * A standing as its rater may see it: known answers are counted in tens of judgments, or the count would tell after each
   * task whether its answer was known.
   */
  public Standing asToldTo(ProjectId project, AccountId rater) {
    var all = of(project, rater);
    return jdbc.sql("""
        select coalesce(sum(gold_hit), 0) as hits, count(gold_hit) as n from (
          select gold_hit, row_number() over (order by judgment_id) as place, count(*) over () as judged from quality_measurement
          where project_id = :project and rater_id = :rater) m
        where place <= judged - judged % :ten""")
        .param("project", project.value()).param("rater", rater.value()).param("ten", TOLD_IN)
        .query((row, n) -> new Standing(project, rater, all.judgments(), all.flags(), row.getDouble("hits"), row.getInt("n"),
            all.consensusHits(), all.consensusN())).single();
  }

  public Map<AccountId, Standing> of(ProjectId project, Collection<AccountId> raters) {
    return jdbc.sql("select * from quality_standing where project_id = :project and rater_id = any(cast(:raters as uuid[]))")
        .param("project", project.value()).param("raters", texts(raters)).query((row, n) -> standing(row)).list().stream()
        .collect(Collectors.toMap(Standing::raterId, one -> one));
  }

  public List<Standing> of(ProjectId project) {
    return jdbc.sql("select * from quality_standing where project_id = :project order by judgments desc, rater_id")
        .param("project", project.value()).query((row, n) -> standing(row)).list();
  }

  /** Adds what was not measured yet, and adds it to the sums. */
  void measured(ProjectId project, List<Measurement> measurements) {
    if (measurements.isEmpty()) return;
    jdbc.sql("""
        with brought as (
          select * from unnest(cast(:judgments as uuid[]), cast(:raters as uuid[]), cast(:items as uuid[]), cast(:flags as boolean[]),
            cast(:hits as float8[])) as b (judgment_id, rater_id, item_id, flag, gold_hit)
        ), added as (
          insert into quality_measurement (judgment_id, project_id, rater_id, item_id, flag, gold_hit)
          select judgment_id, :project, rater_id, item_id, flag, gold_hit from brought on conflict do nothing
          returning rater_id, flag, gold_hit
        )
        insert into quality_standing as s (project_id, rater_id, judgments, flags, gold_hits, gold_n, consensus_hits, consensus_n)
        select :project, rater_id, count(*), count(*) filter (where flag), coalesce(sum(gold_hit), 0), count(gold_hit), 0, 0
        from added group by rater_id order by rater_id
        on conflict (project_id, rater_id) do update set judgments = s.judgments + excluded.judgments, flags = s.flags + excluded.flags,
          gold_hits = s.gold_hits + excluded.gold_hits, gold_n = s.gold_n + excluded.gold_n, at = now()""")
        .param("project", project.value())
        .param("judgments", measurements.stream().map(one -> one.judgment().toString()).toArray(String[]::new))
        .param("raters", measurements.stream().map(one -> one.rater().toString()).toArray(String[]::new))
        .param("items", measurements.stream().map(one -> one.item().toString()).toArray(String[]::new))
        .param("flags", measurements.stream().map(one -> Boolean.toString(one.flag())).toArray(String[]::new))
        .param("hits", measurements.stream().map(one -> one.goldHit() == null ? null : one.goldHit().toString()).toArray(String[]::new))
        .update();
  }

  /** @param sums for each rater hits and items */
  void consensus(ProjectId project, Map<AccountId, double[]> sums) {
    if (sums.isEmpty()) return;
    var raters = sums.keySet().stream().sorted(java.util.Comparator.comparing(AccountId::value)).toList();
    jdbc.sql("""
        update quality_standing s set consensus_hits = b.hits, consensus_n = b.n, at = now()
        from unnest(cast(:raters as uuid[]), cast(:hits as float8[]), cast(:ns as int[])) as b (rater_id, hits, n)
        where s.project_id = :project and s.rater_id = b.rater_id and (s.consensus_hits, s.consensus_n) is distinct from (b.hits, b.n)""")
        .param("project", project.value()).param("raters", texts(raters))
        .param("hits", raters.stream().map(rater -> Double.toString(sums.get(rater)[0])).toArray(String[]::new))
        .param("ns", raters.stream().map(rater -> Integer.toString((int) sums.get(rater)[1])).toArray(String[]::new)).update();
  }

  /** Scores the given judgments anew and sums the golds of their raters again. */
  void rescored(ProjectId project, List<Measurement> measurements) {
    if (measurements.isEmpty()) return;
    jdbc.sql("""
        update quality_measurement m set gold_hit = b.gold_hit
        from unnest(cast(:judgments as uuid[]), cast(:hits as float8[])) as b (judgment_id, gold_hit)
        where m.judgment_id = b.judgment_id""")
        .param("judgments", measurements.stream().map(one -> one.judgment().toString()).toArray(String[]::new))
        .param("hits", measurements.stream().map(one -> one.goldHit() == null ? null : one.goldHit().toString()).toArray(String[]::new)).update();
    jdbc.sql("""
        update quality_standing s set gold_hits = g.hits, gold_n = g.n, at = now() from (
          select rater_id, coalesce(sum(gold_hit), 0) as hits, count(gold_hit) as n from quality_measurement
          where project_id = :project and rater_id = any(cast(:raters as uuid[])) group by rater_id) g
        where s.project_id = :project and s.rater_id = g.rater_id""")
        .param("project", project.value())
        .param("raters", texts(measurements.stream().map(Measurement::rater).distinct().toList())).update();
  }

  /** The judgments of gold items that fell short most, newest first: the evidence behind a low standing. */
  List<Measurement> misses(ProjectId project, AccountId rater, int limit) {
    return jdbc.sql("""
        select * from quality_measurement where project_id = :project and rater_id = :rater and gold_hit < 1
        order by at desc limit :limit""")
        .param("project", project.value()).param("rater", rater.value()).param("limit", limit)
        .query((row, n) -> new Measurement(new JudgmentId(Sql.uuid(row, "judgment_id")), rater, new ItemId(Sql.uuid(row, "item_id")),
            row.getBoolean("flag"), row.getDouble("gold_hit"))).list();
  }

  /** Those of these judgments that were never measured. */
  public Set<JudgmentId> unmeasured(Collection<JudgmentId> judgments) {
    return jdbc.sql("""
        select j.id from unnest(cast(:judgments as uuid[])) as j (id)
        where not exists (select from quality_measurement m where m.judgment_id = j.id)""")
        .param("judgments", judgments.stream().map(JudgmentId::toString).toArray(String[]::new))
        .query((row, n) -> new JudgmentId(Sql.uuid(row, "id"))).set();
  }

  void drop(ProjectId project) {
    jdbc.sql("delete from quality_measurement where project_id = :project").param("project", project.value()).update();
    jdbc.sql("delete from quality_standing where project_id = :project").param("project", project.value()).update();
  }

  private static Standing standing(ResultSet row) throws SQLException {
    return new Standing(new ProjectId(Sql.uuid(row, "project_id")), new AccountId(Sql.uuid(row, "rater_id")), row.getInt("judgments"),
        row.getInt("flags"), row.getDouble("gold_hits"), row.getInt("gold_n"), row.getDouble("consensus_hits"), row.getInt("consensus_n"));
  }

  private static String[] texts(Collection<AccountId> ids) {
    return ids.stream().map(AccountId::toString).toArray(String[]::new);
  }
}
