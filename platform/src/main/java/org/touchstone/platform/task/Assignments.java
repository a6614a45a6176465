package org.touchstone.platform.task;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.ItemId;
import org.touchstone.platform.shared.ProjectId;

/** Who is to judge what, where a manager assigns the work. */
@Repository
public class Assignments {
  public record Assignment(String externalId, String accountId) {}

  /**
   * What one person was assigned.
   *
   * @param open what they have still to judge
   */
  public record Load(AccountId accountId, int assigned, int open) {}

  /** One person and how many tasks more they are to be assigned. */
  public record Portion(AccountId accountId, int tasks) {}

  private record Place(UUID task, int free) {}

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

  public List<Load> loads(ProjectId project) {
    return jdbc.sql("""
        select rater_id, count(*) as assigned, count(*) filter (where open) as open from task_assignment where project_id = :project
        group by rater_id order by rater_id""").param("project", project.value())
        .query((row, n) -> new Load(new AccountId(row.getObject("rater_id", UUID.class)), row.getInt("assigned"), row.getInt("open"))).list();
  }

  /** Judgments wanted that nobody is assigned yet. */
  public long unassigned(ProjectId project) {
    return jdbc.sql("""
        select coalesce(sum(greatest(0, t.wanted - greatest(t.taken, (select count(*) from task_assignment a where a.task_id = t.id)))), 0)
        from task_task t where t.project_id = :project and not t.probe""").param("project", project.value()).query(Long.class).single();
  }

  /** Who is to judge this item. */
  public List<AccountId> of(ItemId item) {
    return jdbc.sql("select a.rater_id from task_assignment a join task_task t on t.id = a.task_id where t.item_id = :item order by a.position")
        .param("item", item.value()).query((row, n) -> new AccountId(row.getObject("rater_id", UUID.class))).list();
  }

  /** Assigns one item to one person, also beyond the judgments wanted so far; the same again changes nothing. */
  @Transactional
  public void assign(ProjectId project, ItemId item, AccountId rater) {
    jdbc.sql("""
        insert into task_assignment (project_id, rater_id, task_id) select :project, :rater, t.id from task_task t
        where t.item_id = :item and t.project_id = :project on conflict do nothing""")
        .param("project", project.value()).param("rater", rater.value()).param("item", item.value()).update();
    jdbc.sql("""
        update task_task t set wanted = least(1000, greatest(t.wanted, (select count(*)::int from task_assignment a where a.task_id = t.id)))
        where t.item_id = :item""").param("item", item.value()).update();
  }

  /**
   * Shares out what nobody is assigned yet, in the order of the queue: each place goes to whoever has most of their portion
   * left and has not got that task, so that nobody gets one twice. Says how many were assigned.
   */
  @Transactional
  public int shareOut(ProjectId project, List<Portion> portions) {
    jdbc.sql("select pg_advisory_xact_lock(hashtext(:project))").param("project", project.toString()).query((row, n) -> 0).list();
    var left = new LinkedHashMap<AccountId, Integer>();
    portions.forEach(portion -> left.merge(portion.accountId(), portion.tasks(), Integer::sum));
    var has = new HashMap<UUID, Set<UUID>>();
    jdbc.sql("select task_id, rater_id from task_assignment where project_id = :project").param("project", project.value())
        .query((row, n) -> has.computeIfAbsent(row.getObject("task_id", UUID.class), any -> new HashSet<>()).add(row.getObject("rater_id", UUID.class))).list();
    var tasks = new ArrayList<UUID>();
    var raters = new ArrayList<UUID>();
    for (var place : places(project)) {
      var own = has.getOrDefault(place.task(), Set.of());
      left.entrySet().stream().filter(one -> one.getValue() > 0 && !own.contains(one.getKey().value()))
          .sorted(Map.Entry.<AccountId, Integer>comparingByValue().reversed()).limit(place.free()).map(Map.Entry::getKey).toList()
          .forEach(rater -> {
            tasks.add(place.task());
            raters.add(rater.value());
            left.merge(rater, -1, Integer::sum);
          });
    }
    return jdbc.sql("""
        insert into task_assignment (project_id, rater_id, task_id)
        select :project, b.rater, b.task from unnest(:raters, :tasks) with ordinality as b (rater, task, n) order by b.n on conflict do nothing""")
        .param("project", project.value()).param("raters", raters.toArray(UUID[]::new)).param("tasks", tasks.toArray(UUID[]::new)).update();
  }

  private List<Place> places(ProjectId project) {
    return jdbc.sql("""
        select t.id, t.wanted - greatest(t.taken, (select count(*) from task_assignment a where a.task_id = t.id)) as free
        from task_task t where t.project_id = :project and not t.probe order by t.place""").param("project", project.value())
        .query((row, n) -> new Place(row.getObject("id", UUID.class), row.getInt("free"))).list().stream().filter(place -> place.free() > 0).toList();
  }
}
