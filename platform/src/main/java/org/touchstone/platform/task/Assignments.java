package org.touchstone.platform.task;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.touchstone.platform.shared.ProjectId;

/** Who is to judge what, where a manager assigns the work. */
@Repository
public class Assignments {
  public record Assignment(String externalId, String accountId) {}

  private final JdbcClient jdbc;

  Assignments(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds what is new, in the given order; a task is wanted at least as often as it is assigned. */
  @Transactional
  public int add(ProjectId project, List<Assignment> assignments) {
    return jdbc.sql("""
        with brought as (
          select * from unnest(cast(:items as text[]), cast(:raters as uuid[])) with ordinality as b (external_id, rater_id, n)
        ), added as (
          insert into task_assignment (project_id, rater_id, task_id)
          select :project, b.rater_id, t.id from brought b
          join task_item i on i.project_id = :project and i.external_id = b.external_id
          join task_task t on t.item_id = i.id
          order by b.n on conflict do nothing returning task_id
        ), widened as (
          update task_task t set wanted = least(1000, greatest(t.wanted, n.n + coalesce(
            (select count(*)::int from task_assignment a where a.task_id = t.id), 0)))
          from (select task_id, count(*)::int as n from added group by task_id) n where n.task_id = t.id
        )
        select count(*) from added""")
        .param("project", project.value())
        .param("items", assignments.stream().map(Assignment::externalId).toArray(String[]::new))
        .param("raters", assignments.stream().map(Assignment::accountId).toArray(String[]::new))
        .query(Integer.class).single();
  }
}
