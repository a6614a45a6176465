package org.touchstone.platform.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.touchstone.platform.project.Projects;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.BriefCache;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.shared.Sql;
import org.touchstone.platform.shared.Uuid7;

/** All grants; whether a restriction still holds is decided by the clock at each look. */
@Repository
public class Grants {
  private record Place(ProjectId project, AccountId account) {}

  private record Row(
      UUID id, ProjectId project, AccountId account, Grant.State stored, @Nullable Integer terms, @Nullable Instant acceptedAt, @Nullable Instant restrictedUntil) {}

  private final JdbcClient jdbc;
  private final Projects projects;
  private final Clock clock;
  private final BriefCache<Place, Optional<Row>> brief = BriefCache.ofSeconds(2, this::load);

  Grants(JdbcClient jdbc, Projects projects, Clock clock) {
    this.jdbc = jdbc;
    this.projects = projects;
    this.clock = clock;
  }

  public Optional<Grant> of(ProjectId project, AccountId account) {
    return brief.get(new Place(project, account)).map(this::grant);
  }

  /** Every grant of a project by person. */
  public Map<AccountId, Grant> ofProject(ProjectId project) {
    var grants = new LinkedHashMap<AccountId, Grant>();
    jdbc.sql("select * from access_grant where project_id = :project order by id")
        .param("project", project.value())
        .query(Grants::row)
        .list()
        .forEach(row -> grants.put(row.account(), grant(row)));
    return grants;
  }

  /** Every grant of a person by project. */
  public Map<ProjectId, Grant> ofAccount(AccountId account) {
    var grants = new LinkedHashMap<ProjectId, Grant>();
    jdbc.sql("select * from access_grant where account_id = :account order by id")
        .param("account", account.value())
        .query(Grants::row)
        .list()
        .forEach(row -> grants.put(row.project(), grant(row)));
    return grants;
  }

  void invite(ProjectId project, AccountId account) {
    jdbc.sql("""
            insert into access_grant (id, project_id, account_id, state) values (:id, :project, :account, 'INVITED')
            on conflict (project_id, account_id) do nothing
            """)
        .param("id", Uuid7.next())
        .param("project", project.value())
        .param("account", account.value())
        .update();
    brief.forget(new Place(project, account));
  }

  /** @return whether anything changed by it; terms accepted already stay accepted as of then */
  boolean accept(ProjectId project, AccountId account, int terms) {
    int rows = jdbc.sql("""
            insert into access_grant (id, project_id, account_id, state, terms_version, accepted_at)
            values (:id, :project, :account, 'ACTIVE', :terms, :at)
            on conflict (project_id, account_id) do update
               set state = 'ACTIVE', terms_version = excluded.terms_version, accepted_at = excluded.accepted_at, left_at = null
             where access_grant.state <> 'ACTIVE' or access_grant.terms_version is distinct from excluded.terms_version
            """)
        .param("id", Uuid7.next())
        .param("project", project.value())
        .param("account", account.value())
        .param("terms", terms)
        .param("at", Sql.time(clock.instant()))
        .update();
    brief.forget(new Place(project, account));
    return rows == 1;
  }

  /** @return whether there was anything to leave */
  boolean leave(ProjectId project, AccountId account) {
    int rows = jdbc.sql("update access_grant set state = 'LEFT', left_at = :at where project_id = :project and account_id = :account and state <> 'LEFT'")
        .param("at", Sql.time(clock.instant()))
        .param("project", project.value())
        .param("account", account.value())
        .update();
    brief.forget(new Place(project, account));
    return rows == 1;
  }

  /** Holds the row until the end of the transaction, so that two reviews of one person cannot both restrict. */
  Optional<Grant> lock(ProjectId project, AccountId account) {
    return jdbc.sql("select * from access_grant where project_id = :project and account_id = :account for update")
        .param("project", project.value())
        .param("account", account.value())
        .query(Grants::row)
        .optional()
        .map(this::grant);
  }

  /** @param until null lifts the restriction */
  void restrict(Grant grant, @Nullable Instant until) {
    jdbc.sql("update access_grant set restricted_until = :until where id = :id")
        .param("until", Sql.time(until))
        .param("id", grant.id())
        .update();
    brief.forget(new Place(grant.projectId(), grant.accountId()));
  }

  Optional<Grant> find(UUID id) {
    return jdbc.sql("select * from access_grant where id = :id").param("id", id).query(Grants::row).optional().map(this::grant);
  }

  private Optional<Row> load(Place place) {
    return jdbc.sql("select * from access_grant where project_id = :project and account_id = :account")
        .param("project", place.project().value())
        .param("account", place.account().value())
        .query(Grants::row)
        .optional();
  }

  private Grant grant(Row row) {
    boolean restricted = row.restrictedUntil() != null && row.restrictedUntil().isAfter(clock.instant());
    var state = row.stored() == Grant.State.ACTIVE && restricted ? Grant.State.RESTRICTED : row.stored();
    var terms = row.terms() == null ? null : projects.terms(row.project(), row.terms());
    return new Grant(row.id(), row.project(), row.account(), state, terms, row.acceptedAt(), restricted ? row.restrictedUntil() : null);
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    return new Row(
        Sql.uuid(row, "id"),
        ProjectId.of(Sql.uuid(row, "project_id")),
        AccountId.of(Sql.uuid(row, "account_id")),
        Grant.State.valueOf(row.getString("state")),
        Sql.integerOrNull(row, "terms_version"),
        Sql.instantOrNull(row, "accepted_at"),
        Sql.instantOrNull(row, "restricted_until"));
  }
}
