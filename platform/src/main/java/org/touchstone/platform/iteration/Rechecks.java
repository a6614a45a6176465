package org.touchstone.platform.iteration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.Money;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.shared.Sql;

/** All rechecks that were ordered. */
@Repository
class Rechecks {
  private final JdbcClient jdbc;

  Rechecks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whoever orders holds the project's orders until the end of the transaction, so that two equal ones cannot both be taken. */
  void lock(ProjectId project) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('iteration_recheck' || :project, 0))").param("project", project.toString())
        .query((row, n) -> true).list();
  }

  void add(Recheck recheck) {
    jdbc.sql("""
            insert into iteration_recheck (id, project_id, version, scope, criterion, share, items, places, most_minor, currency, ordered_by, ordered_at)
            values (:id, :project, :version, :scope, :criterion, :share, :items, :places, :most, :currency, :by, :at)
            """)
        .param("id", recheck.id())
        .param("project", recheck.projectId().value())
        .param("version", recheck.version())
        .param("scope", recheck.wish().scope().name())
        .param("criterion", recheck.wish().criterion())
        .param("share", recheck.wish().share())
        .param("items", recheck.items())
        .param("places", recheck.places())
        .param("most", recheck.most().minor())
        .param("currency", recheck.most().currency())
        .param("by", recheck.orderedBy().value())
        .param("at", Sql.time(recheck.orderedAt()))
        .update();
  }

  /** The newest first. */
  List<Recheck> of(ProjectId project) {
    return jdbc.sql("select * from iteration_recheck where project_id = :project order by id desc limit 100")
        .param("project", project.value())
        .query(Rechecks::read)
        .list();
  }

  private static Recheck read(ResultSet row, int number) throws SQLException {
    var share = row.getObject("share", Double.class);
    return new Recheck(Sql.uuid(row, "id"), new ProjectId(Sql.uuid(row, "project_id")), row.getInt("version"),
        new Recheck.Wish(Recheck.Scope.valueOf(row.getString("scope")), row.getString("criterion"), share),
        row.getInt("items"), row.getInt("places"), new Money(row.getLong("most_minor"), row.getString("currency")),
        new AccountId(Sql.uuid(row, "ordered_by")), Sql.instant(row, "ordered_at"));
  }
}
