package org.touchstone.platform.task;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.Invalid;
import org.touchstone.platform.shared.ItemId;
import org.touchstone.platform.shared.LeaseId;
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
          taken = (select count(*) from task_lease l where l.task_id = t.id and l.pass = t.pass and l.state in ('OPEN', 'AHEAD', 'SUBMITTED') and not l.late),
          done = (select count(*) from task_lease l where l.task_id = t.id and l.pass = t.pass and l.state = 'SUBMITTED')
        from unnest(cast(:items as uuid[]), cast(:probes as boolean[])) as p (item_id, probe)
        where t.item_id = p.item_id and t.probe <> p.probe""")
        .param("items", probes.keySet().stream().map(ItemId::toString).toArray(String[]::new))
        .param("probes", probes.values().stream().map(String::valueOf).toArray(String[]::new)).update();
  }

  /** Notes who met an item outside the queue: it is never mixed in for them. */
  @Transactional
  public void knownTo(ItemId item, Collection<AccountId> raters) {
    jdbc.sql("""
        insert into task_known (task_id, rater_id)
        select t.id, r from task_task t, unnest(cast(:raters as uuid[])) r where t.item_id = :item on conflict do nothing""")
        .param("item", item.value()).param("raters", raters.stream().map(AccountId::toString).toArray(String[]::new)).update();
  }

  /** For work that was done before it came here: its lease began so much earlier. */
  @Transactional
  public void heldBefore(LeaseId lease, Duration earlier) {
    jdbc.sql("update task_lease set leased_at = leased_at - make_interval(secs => :seconds) where id = :lease and state = 'OPEN'")
        .param("seconds", earlier.toSeconds()).param("lease", lease.value()).update();
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

  /**
   * Everything that asks for {@code from} judgments asks for {@code to} from now on, finished or not, judged or not; what
   * was given another number by hand keeps it. Says how many tasks changed.
   */
  @Transactional
  public int changeAll(ProjectId project, int from, int to) {
    if (to < 1 || to > 100) throw new Invalid("to", "Between 1 and 100 judgments can be wanted of an item, not %d.".formatted(to));
    int changed = jdbc.sql("update task_task set wanted = :to where project_id = :project and wanted = :from and wanted <> :to")
        .param("project", project.value()).param("from", from).param("to", to).update();
    marks.forget(project);
    return changed;
  }

  /** How far the work is; probes are not counted, since they are never finished. */
  public Progress progress(ProjectId project) {
    return jdbc.sql("""
        select count(*) as items, count(*) filter (where done < wanted) as open,
          count(*) filter (where done >= wanted) as complete,
          coalesce(sum(greatest(0, wanted - done)), 0) as places
        from task_task where project_id = :project and not probe""").param("project", project.value())
        .query((row, n) -> new Progress(row.getInt("items"), row.getInt("open"), row.getInt("complete"), row.getLong("places"))).single();
  }

  /** Tasks whose counted places are not those that leases hold or used, for the reconciliation. */
  public List<String> miscounted() {
    return jdbc.sql("""
        select t.id::text from task_task t left join (
          select task_id, pass, count(*) filter (where state = 'SUBMITTED') as done,
            count(*) filter (where state in ('OPEN', 'AHEAD', 'SUBMITTED') and not late) as taken
          from task_lease group by task_id, pass) l on l.task_id = t.id and l.pass = t.pass
        where not t.probe and (t.done <> coalesce(l.done, 0) or t.taken <> coalesce(l.taken, 0)) limit 100""").query(String.class).list();
  }

  /** Reads all submitted leases through, some at a time. */
  public void submitted(int some, Consumer<List<LeaseId>> reader) {
    LeaseId after = null;
    while (true) {
      var page = jdbc.sql("""
          select id from task_lease where state = 'SUBMITTED' and (cast(:after as uuid) is null or id > :after) order by id limit :some""")
          .param("after", after == null ? null : after.value()).param("some", some)
          .query((row, n) -> new LeaseId(row.getObject(1, UUID.class))).list();
      if (page.isEmpty()) return;
      reader.accept(page);
      after = page.getLast();
    }
  }

  /** Leases that should have been swept long ago, for the reconciliation. */
  public long overdue(int graceSeconds) {
    return jdbc.sql("select count(*) from task_lease where state in ('OPEN', 'AHEAD') and expires_at < now() - make_interval(secs => :grace)")
        .param("grace", graceSeconds).query(Long.class).single();
  }
}
