package org.touchstone.platform.quality;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.Interval;

/** How far the raters of a project agree beyond chance, criterion by criterion, as last computed; each era of the guideline by itself. */
@Repository
public class Agreement {
  /** @param level of measurement; @param items how many items or responses two raters judged at least */
  public record Alpha(String criterion, String level, Estimate estimate, long items, int raters) {}

  private final JdbcClient jdbc;

  Agreement(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** In the newest era in which anything was judged or is known. */
  public List<Alpha> of(ProjectId project) {
    return jdbc.sql("""
        select * from quality_agreement a where project_id = :project
          and era = (select max(era) from quality_agreement where project_id = :project) order by criterion""").param("project", project.value())
        .query((row, n) -> {
          Estimate estimate = row.getString("because") != null ? Estimate.undefined(row.getString("because"))
              : new Estimate.Known(row.getDouble("value"), row.getLong("n"),
                  row.getObject("low") == null ? Optional.empty() : Optional.of(new Interval(row.getDouble("low"), row.getDouble("high"), 0.95)));
          return new Alpha(row.getString("criterion"), row.getString("level"), estimate, row.getLong("items"), row.getInt("raters"));
        }).list();
  }

  void store(ProjectId project, int era, List<Alpha> alphas) {
    for (var alpha : alphas) {
      var known = alpha.estimate().known();
      var interval = known.flatMap(Estimate.Known::interval);
      jdbc.sql("""
          insert into quality_agreement (project_id, era, criterion, level, value, low, high, n, items, raters, because)
          values (:project, :era, :criterion, :level, :value, :low, :high, :n, :items, :raters, :because)
          on conflict (project_id, criterion, era) do update set level = excluded.level, value = excluded.value, low = excluded.low,
            high = excluded.high, n = excluded.n, items = excluded.items, raters = excluded.raters, because = excluded.because, at = now()""")
          .param("project", project.value()).param("era", era).param("criterion", alpha.criterion()).param("level", alpha.level())
          .param("value", known.map(Estimate.Known::value).orElse(null)).param("low", interval.map(Interval::low).orElse(null))
          .param("high", interval.map(Interval::high).orElse(null)).param("n", known.map(Estimate.Known::n).orElse(0L))
          .param("items", alpha.items()).param("raters", alpha.raters())
          .param("because", alpha.estimate() instanceof Estimate.Undefined undefined ? undefined.because() : null).update();
    }
  }

  void drop(ProjectId project) {
    jdbc.sql("delete from quality_agreement where project_id = :project").param("project", project.value()).update();
  }
}
