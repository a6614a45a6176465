package org.touchstone.platform.task;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.touchstone.platform.shared.ItemId;
import org.touchstone.platform.shared.ProjectId;

/** How often tasks went through the queue, and sending them through once more. */
@Repository
public class Passes {
  /** @param places how many of the task's places were used under versions that no longer hold */
  public record Stale(ItemId item, int places) {}

  private final JdbcClient jdbc;
  private final PlaceMarks marks;

  Passes(JdbcClient jdbc, PlaceMarks marks) {
    this.jdbc = jdbc;
    this.marks = marks;
  }

  /** Tasks with places used under guideline versions before this one; what is mixed in is never finished and so not among them. */
  public List<Stale> stale(ProjectId project, int version) {
    return jdbc.sql("""
        select t.item_id, count(*) as places from task_task t
        join task_lease l on l.task_id = t.id and l.pass = t.pass
        where t.project_id = :project and not t.probe and l.project_id = :project and l.state = 'SUBMITTED' and not l.late
          and l.guideline_version < :version
        group by t.item_id order by t.item_id""")
        .param("project", project.value()).param("version", version)
        .query((row, n) -> new Stale(new ItemId(row.getObject("item_id", UUID.class)), row.getInt("places"))).list();
  }

  /** How many tasks are with somebody just now. */
  public int inFlight(ProjectId project) {
    return jdbc.sql("select count(*) from task_lease where project_id = :project and state = 'OPEN'").param("project", project.value())
        .query(Integer.class).single();
  }

  /**
   * Sends tasks through the queue once more. Holds and answers under this version or a later one come along; those under an
   * earlier one stay what they are, finish as they began, and leave their place to somebody new.
   */
  @Transactional
  public void reopen(ProjectId project, Collection<ItemId> items, int version) {
    var ids = items.stream().map(ItemId::toString).toArray(String[]::new);
    // Holds are locked before their tasks, as handing in does, so that the two wait for each other in one order only.
    jdbc.sql("""
        select l.id from task_lease l join task_task t on t.id = l.task_id
        where t.item_id = any(cast(:items as uuid[])) and l.state <> 'EXPIRED' and l.guideline_version >= :version
        order by l.id for no key update of l""").param("items", ids).param("version", version).query(UUID.class).list();
    jdbc.sql("update task_task set pass = pass + 1 where project_id = :project and item_id = any(cast(:items as uuid[])) and not probe")
        .param("project", project.value()).param("items", ids).update();
    jdbc.sql("""
        update task_lease l set pass = t.pass from task_task t
        where t.id = l.task_id and t.item_id = any(cast(:items as uuid[])) and not t.probe and l.state <> 'EXPIRED' and l.guideline_version >= :version""")
        .param("items", ids).param("version", version).update();
    jdbc.sql("""
        update task_task t set
          taken = (select count(*) from task_lease l where l.task_id = t.id and l.pass = t.pass and l.state in ('OPEN', 'AHEAD', 'SUBMITTED') and not l.late),
          done = (select count(*) from task_lease l where l.task_id = t.id and l.pass = t.pass and l.state = 'SUBMITTED')
        where t.item_id = any(cast(:items as uuid[])) and not t.probe""").param("items", ids).update();
    jdbc.sql("""
        update task_assignment a set open = true from task_task t
        where t.id = a.task_id and t.item_id = any(cast(:items as uuid[])) and not a.open
          and not exists (select from task_lease l where l.task_id = t.id and l.rater_id = a.rater_id and l.pass = t.pass and l.state <> 'EXPIRED')""")
        .param("items", ids).update();
    marks.forget(project);
  }
}
