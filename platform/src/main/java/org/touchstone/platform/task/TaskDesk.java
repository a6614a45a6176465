package org.touchstone.platform.task;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.touchstone.platform.shared.Invalid;
import org.touchstone.platform.shared.ItemId;
import org.touchstone.platform.shared.ProjectId;

/** Where it is decided how often, how soon and in which lane an item is judged. */
@Service
public class TaskDesk {
  /** How far a project's work has come. */
  public record Progress(int items, int open, int complete, long openPlaces) {}

  private final JdbcClient jdbc;
  private final PlaceMarks marks;

  TaskDesk(JdbcClient jdbc, PlaceMarks marks) {
    this.jdbc = jdbc;
    this.marks = marks;
  }

  /** Mixes tasks in at the probe rate, or takes them out of the mix; places are counted anew for the ordinary lane. */
  @Transactional
  public void probe(Map<ItemId, Boolean> probes) {
    jdbc.sql("""
        update task_task t set probe = p.probe,
          taken = (select count(*) from task_lease l where l.task_id = t.id and l.state in ('OPEN', 'SUBMITTED')),
          done = (select count(*) from task_lease l where l.task_id = t.id and l.state = 'SUBMITTED')
        from unnest(cast(:items as uuid[]), cast(:probes as boolean[])) as p (item_id, probe)
        where t.item_id = p.item_id and t.probe <> p.probe""")
        .param("items", probes.keySet().stream().map(ItemId::toString).toArray(String[]::new))
        .param("probes", probes.values().stream().map(String::valueOf).toArray(String[]::new)).update();
  }

  public void probe(ItemId item, boolean probe) {
    probe(Map.of(item, probe));
  }

  @Transactional
  public void change(ProjectId project, ItemId item, @Nullable Integer wanted, @Nullable Integer priority) {
    if (wanted != null && (wanted < 1 || wanted > 1000)) throw new Invalid("wanted", "An item can ask for 1 to 1000 judgments, not %d.".formatted(wanted));
    if (priority != null && Math.abs(priority) > 1000) throw new Invalid("priority", "A priority lies between -1000 and 1000, not at %d.".formatted(priority));
    jdbc.sql("""
        update task_task set wanted = coalesce(:wanted, wanted), priority = coalesce(:priority, priority) where item_id = :item""")
        .param("wanted", wanted).param("priority", priority).param("item", item.value()).update();
    marks.forget(project);
  }

  public Progress progress(ProjectId project) {
    return jdbc.sql("""
        select count(*) as items, count(*) filter (where done < wanted and not probe) as open,
          count(*) filter (where done >= wanted or probe) as complete,
          coalesce(sum(greatest(0, wanted - done)) filter (where not probe), 0) as places
        from task_task where project_id = :project""").param("project", project.value())
        .query((row, n) -> new Progress(row.getInt("items"), row.getInt("open"), row.getInt("complete"), row.getLong("places"))).single();
  }

  /** Leases that should have been swept long ago, for the reconciliation. */
  public long overdue(int graceSeconds) {
    return jdbc.sql("select count(*) from task_lease where state = 'OPEN' and expires_at < now() - make_interval(secs => :grace)")
        .param("grace", graceSeconds).query(Long.class).single();
  }
}
