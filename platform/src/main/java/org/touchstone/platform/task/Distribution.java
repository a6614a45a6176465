package org.touchstone.platform.task;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.touchstone.platform.access.Grant;
import org.touchstone.platform.access.Grants;
import org.touchstone.platform.identity.Accounts;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.shared.Sql;

/** Who gets how much of a project's work, and which work waits for whom: so that nobody eligible starves unseen. */
@Component
public class Distribution {
  static final int DAYS = 7;

  /**
   * How one lane stands.
   *
   * @param places judgments still wanted and held by nobody
   * @param overdue open tasks whose date is past
   * @param oldest when the longest waiting open task came
   * @param eligible how many of those who may work here may work in this lane
   * @param judged judgments of the last seven days
   */
  public record LaneLoad(Lane lane, int open, long places, int overdue, @Nullable Instant nextDue, @Nullable Instant oldest, int eligible, int judged) {
    /** Work that nobody can be handed. */
    public boolean isStranded() {
      return places > 0 && eligible == 0;
    }
  }

  /**
   * What one person was handed in the last seven days.
   *
   * @param reach the lanes open to them
   * @param waits how often they came and found nothing, since they joined
   * @param why the reason the last time
   */
  public record Share(AccountId accountId, String name, List<Integer> reach, int handed, int submitted, int skipped, int expired,
      int waits, @Nullable Instant lastWait, Empty.@Nullable Code why) {}

  public record SharingOut(int days, List<LaneLoad> lanes, List<Share> people) {}

  private static final Lane OPEN_LANE = new Lane(Lane.OPEN, "Open to everybody", new Lane.Ask(null, null, null, null));

  private final JdbcClient jdbc;
  private final Lanes lanes;
  private final Eligibility eligibility;
  private final Grants grants;
  private final Accounts accounts;

  Distribution(JdbcClient jdbc, Lanes lanes, Eligibility eligibility, Grants grants, Accounts accounts) {
    this.jdbc = jdbc;
    this.lanes = lanes;
    this.eligibility = eligibility;
    this.grants = grants;
    this.accounts = accounts;
  }

  public SharingOut of(ProjectId project) {
    var reach = new HashMap<AccountId, List<Integer>>();
    grants.ofProject(project).forEach((account, grant) -> {
      if (grant.state() == Grant.State.ACTIVE) reach.put(account, List.of(eligibility.lanes(project, account)));
    });
    return new SharingOut(DAYS, loads(project, reach), shares(project, reach));
  }

  private List<LaneLoad> loads(ProjectId project, Map<AccountId, List<Integer>> reach) {
    var known = new TreeMap<Integer, Lane>(Map.of(Lane.OPEN, OPEN_LANE));
    lanes.of(project).forEach(lane -> known.put(lane.number(), lane));
    return jdbc.sql("""
        select k.lane, coalesce(s.open, 0) as open, coalesce(s.places, 0) as places, coalesce(s.overdue, 0) as overdue, s.next_due, s.oldest,
          (select count(*) from task_lease l join task_task t on t.id = l.task_id
           where l.project_id = :project and l.state = 'SUBMITTED' and l.closed_at > now() - make_interval(days => :days) and not t.probe and t.lane = k.lane) as judged
        from unnest(cast(:lanes as int[])) as k (lane) left join (
          select lane, count(*) filter (where taken < wanted) as open, sum(greatest(0, wanted - taken)) as places,
            count(*) filter (where done < wanted and due_at < now()) as overdue, min(due_at) filter (where done < wanted and due_at >= now()) as next_due,
            min(i.created_at) filter (where taken < wanted) as oldest
          from task_task t join task_item i on i.id = t.item_id where t.project_id = :project and not probe group by lane) s using (lane)
        order by k.lane""")
        .param("project", project.value()).param("days", DAYS).param("lanes", known.keySet().toArray(Integer[]::new))
        .query((row, n) -> {
          int number = row.getInt("lane");
          return new LaneLoad(known.get(number), row.getInt("open"), row.getLong("places"), row.getInt("overdue"), Sql.instantOrNull(row, "next_due"),
              Sql.instantOrNull(row, "oldest"), (int) reach.values().stream().filter(own -> own.contains(number)).count(), row.getInt("judged"));
        }).list();
  }

  private List<Share> shares(ProjectId project, Map<AccountId, List<Integer>> reach) {
    var names = accounts.names(reach.keySet());
    return jdbc.sql("""
        select r.id, coalesce(l.handed, 0) as handed, coalesce(l.submitted, 0) as submitted, coalesce(l.skipped, 0) as skipped,
          coalesce(l.expired, 0) as expired, coalesce(w.times, 0) as waits, w.last_at, w.code
        from unnest(cast(:raters as uuid[])) as r (id)
        left join lateral (
          select count(*) as handed, count(*) filter (where state = 'SUBMITTED') as submitted, count(*) filter (where state = 'SKIPPED') as skipped,
            count(*) filter (where state = 'EXPIRED') as expired
          from task_lease where project_id = :project and rater_id = r.id and state <> 'AHEAD' and leased_at > now() - make_interval(days => :days)) l on true
        left join task_wait w on w.project_id = :project and w.rater_id = r.id
        order by handed desc, waits desc""")
        .param("project", project.value()).param("days", DAYS)
        .param("raters", reach.keySet().stream().map(AccountId::toString).toArray(String[]::new))
        .query((row, n) -> {
          var account = new AccountId(row.getObject("id", UUID.class));
          String code = row.getString("code");
          return new Share(account, names.getOrDefault(account, "somebody"), reach.get(account), row.getInt("handed"), row.getInt("submitted"),
              row.getInt("skipped"), row.getInt("expired"), row.getInt("waits"), Sql.instantOrNull(row, "last_at"), code == null ? null : Empty.Code.valueOf(code));
        }).list();
  }
}
