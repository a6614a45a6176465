package org.touchstone.platform.access;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.BriefCache;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.shared.Sql;

/** What each project asks to have been passed, and what each person has passed. */
@Repository
public class Passes {
  private final JdbcClient jdbc;
  private final BriefCache<ProjectId, List<Requirement>> required = BriefCache.ofSeconds(2, this::loadRequired);
  private final BriefCache<AccountId, Map<UUID, Integer>> passed = BriefCache.ofSeconds(2, this::loadPassed);

  Passes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public List<Requirement> required(ProjectId project) {
    return required.get(project);
  }

  /** The level at which this person passed; empty when they never did. */
  public Optional<Integer> level(AccountId account, UUID subject) {
    return Optional.ofNullable(passed.get(account).get(subject));
  }

  /** Everybody who ever passed it, at whatever level. */
  public Set<AccountId> whoPassed(UUID subject) {
    return jdbc.sql("select account_id from access_pass where subject_id = :subject").param("subject", subject)
        .query((row, n) -> new AccountId(Sql.uuid(row, "account_id"))).set();
  }

  /** What this person has still to pass here. */
  List<Requirement> unmet(Grant grant) {
    var asked = required.get(grant.projectId());
    if (asked.isEmpty()) return List.of();
    var reached = passed.get(grant.accountId());
    return asked.stream().filter(one -> one.binds(grant) && reached.getOrDefault(one.subject(), 0) < one.level()).toList();
  }

  public void require(ProjectId project, Requirement requirement) {
    jdbc.sql("""
            insert into access_requirement (project_id, subject_id, level, title, exempt_before) values (:project, :subject, :level, :title, :before)
            on conflict (project_id, subject_id) do update set level = excluded.level, title = excluded.title, exempt_before = excluded.exempt_before
            """)
        .param("project", project.value())
        .param("subject", requirement.subject())
        .param("level", requirement.level())
        .param("title", requirement.title())
        .param("before", Sql.time(requirement.exemptBefore()))
        .update();
    required.forget(project);
  }

  public void release(ProjectId project, UUID subject) {
    jdbc.sql("delete from access_requirement where project_id = :project and subject_id = :subject")
        .param("project", project.value())
        .param("subject", subject)
        .update();
    required.forget(project);
  }

  /** A pass is never taken back, only surpassed. */
  public void pass(AccountId account, UUID subject, int level, Instant at) {
    jdbc.sql("""
            insert into access_pass (account_id, subject_id, level, at) values (:account, :subject, :level, :at)
            on conflict (account_id, subject_id) do update set level = excluded.level, at = excluded.at where access_pass.level < excluded.level
            """)
        .param("account", account.value())
        .param("subject", subject)
        .param("level", level)
        .param("at", Sql.time(at))
        .update();
    passed.forget(account);
  }

  private List<Requirement> loadRequired(ProjectId project) {
    return jdbc.sql("select * from access_requirement where project_id = :project order by title")
        .param("project", project.value())
        .query((row, n) -> new Requirement(Sql.uuid(row, "subject_id"), row.getInt("level"), row.getString("title"), Sql.instantOrNull(row, "exempt_before")))
        .list();
  }

  private Map<UUID, Integer> loadPassed(AccountId account) {
    var levels = new HashMap<UUID, Integer>();
    jdbc.sql("select subject_id, level from access_pass where account_id = :account")
        .param("account", account.value())
        .query(row -> {
          levels.put(Sql.uuid(row, "subject_id"), row.getInt("level"));
        });
    return levels;
  }
}
