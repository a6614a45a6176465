package org.touchstone.platform.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.touchstone.platform.guideline.Answers;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.ItemId;
import org.touchstone.platform.shared.LeaseId;
import org.touchstone.platform.shared.Money;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.shared.Sql;
import org.touchstone.platform.shared.TaskId;
import tools.jackson.databind.json.JsonMapper;

/** The holds on places of tasks. Taking one is a single statement; all times are the database's. */
@Repository
class Leases {
  /**
   * What must be known to hand out a place.
   *
   * @param reach where in the queue to look
   */
  record Asking(
      LeaseId lease, ProjectId project, AccountId rater, Reach reach, double probeRate, int minutes,
      int guidelineVersion, int termsVersion, Money price, int reviewHours) {

    /** The same where the task is known beforehand, so that nothing is mixed in. */
    Asking unmixed() {
      return new Asking(lease, project, rater, reach, 0, minutes, guidelineVersion, termsVersion, price, reviewHours);
    }

    /** Whether it was handed out under another guideline or other terms than those asked for. */
    boolean isOutdated(Lease held) {
      return held.guidelineVersion() != guidelineVersion || held.termsVersion() != termsVersion;
    }
  }

  /**
   * The lanes open to a rater.
   *
   * @param marks place in each lane before which this rater found nothing lately
   */
  record Reach(Integer[] lanes, Long[] marks) {
    boolean isOneLane() {
      return lanes.length == 1;
    }

    boolean isMarked() {
      for (long mark : marks) if (mark != PlaceMarks.START) return true;
      return false;
    }
  }

  /** @param place where in the queue, in which lane, the lease was found, or null when it was held already */
  record Taken(Lease lease, @org.jspecify.annotations.Nullable Long place, int lane) {}

  /** What was held ahead is begun as the task in hand, if it still is as it would be handed out now. */
  private static final String BEGIN = """
      with begun as (
        update task_lease set state = 'OPEN', expires_at = greatest(expires_at, now() + make_interval(mins => :minutes))
        where project_id = :project and rater_id = :rater and state = 'AHEAD' and expires_at > now()
          and guideline_version = :guideline and terms_version = :terms
          and not exists (select from task_lease where project_id = :project and rater_id = :rater and state = 'OPEN')
        returning *
      )
      select l.*, """ + QueueSql.SCREEN.formatted("begun");

  /** Closing and counting in one step; a lease past its time that nobody swept still has its place. */
  private static final String CLOSE = """
      with closed as (
        update task_lease set state = 'SUBMITTED', closed_at = now()
        where id = :lease and rater_id = :rater and state in ('OPEN', 'AHEAD') returning *
      ), done as (
        update task_task t set done = done + 1 from closed c where t.id = c.task_id and t.pass = c.pass and not t.probe
      ), undrafted as (
        delete from task_draft d using closed c where d.rater_id = c.rater_id and d.task_id = c.task_id
      )
      select l.*, now() as at, i.external_id, i.prompt, i.context, i.conversation, i.responses, i.parts, i.created_at,
        null as answers, null as aside, 0 as revision, null::timestamptz as saved_at
      from closed l join task_item i on i.id = l.item_id""";

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Exposure exposure;

  Leases(JdbcClient jdbc, JsonMapper json, Exposure exposure) {
    this.jdbc = jdbc;
    this.json = json;
    this.exposure = exposure;
  }

  /** The lease already held, else a new one; empty when no place was free that nobody else was just reaching for. */
  Optional<Taken> take(Asking asking, boolean assigned, boolean patiently) {
    if (assigned) return take(asking, patiently ? QueueSql.TAKE_ASSIGNED_PATIENTLY : QueueSql.TAKE_ASSIGNED, true);
    if (asking.reach().isOneLane()) return take(asking, patiently ? QueueSql.TAKE_OPEN_PATIENTLY : QueueSql.TAKE_OPEN, false);
    return take(asking, patiently ? QueueSql.TAKE_LANES_PATIENTLY : QueueSql.TAKE_LANES, false);
  }

  /** The task already held ahead, else a new one, which is begun later; empty too where few are left. */
  Optional<Taken> takeAhead(Asking asking, boolean assigned) {
    if (assigned) return take(asking, QueueSql.TAKE_ASSIGNED_AHEAD, true);
    return take(asking, asking.reach().isOneLane() ? QueueSql.TAKE_OPEN_AHEAD : QueueSql.TAKE_LANES_AHEAD, false);
  }

  /** The task held ahead, as the one in hand; empty where none is held, one is in hand already, or it would be another one by now. */
  Optional<Lease> begin(Asking asking) {
    return jdbc.sql(BEGIN).param("project", asking.project().value()).param("rater", asking.rater().value()).param("minutes", asking.minutes())
        .param("guideline", asking.guidelineVersion()).param("terms", asking.termsVersion()).query((row, n) -> lease(row)).optional();
  }

  /** Gives back what is held ahead under a guideline or terms that no longer hold. */
  void giveBackOutdated(Asking asking) {
    jdbc.sql(giveBack("project_id = :project and rater_id = :rater and state = 'AHEAD' and (guideline_version <> :guideline or terms_version <> :terms)"))
        .param("project", asking.project().value()).param("rater", asking.rater().value())
        .param("guideline", asking.guidelineVersion()).param("terms", asking.termsVersion()).query(Integer.class).single();
  }

  /** The lease already held, else one on the task that the rater left a draft on; empty where there is neither. */
  Optional<Taken> takeBegun(Asking asking, boolean assigned) {
    return take(asking, assigned ? QueueSql.TAKE_BEGUN_ASSIGNED : QueueSql.TAKE_BEGUN, assigned);
  }

  private Optional<Taken> take(Asking asking, String sql, boolean anyLane) {
    return jdbc.sql(sql)
        .param("lease", asking.lease().value()).param("project", asking.project().value()).param("rater", asking.rater().value())
        .param("mark", asking.reach().marks()[0]).param("marks", asking.reach().marks()).param("lane", asking.reach().lanes()[0])
        .param("lanes", asking.reach().lanes()).param("anyLane", anyLane).param("probeRate", asking.probeRate()).param("minutes", asking.minutes())
        .param("guideline", asking.guidelineVersion()).param("terms", asking.termsVersion())
        .param("price", asking.price().minor()).param("currency", asking.price().currency())
        .param("reviewHours", asking.reviewHours()).param("sensitiveLimit", exposure.limit(asking.project(), asking.rater()))
        .param("dayStart", exposure.dayStart(asking.rater()))
        .query((row, n) -> new Taken(lease(row), row.getObject("place", Long.class), row.getInt("lane"))).optional();
  }

  Optional<Lease> current(ProjectId project, AccountId rater) {
    return jdbc.sql("select l.*, " + QueueSql.SCREEN.formatted("task_lease")
            + " where l.project_id = :project and l.rater_id = :rater and l.state = 'OPEN'")
        .param("project", project.value()).param("rater", rater.value()).query((row, n) -> lease(row)).optional();
  }

  Optional<Lease> find(LeaseId id, AccountId rater) {
    return jdbc.sql("select l.*, " + QueueSql.SCREEN.formatted("task_lease") + " where l.id = :id and l.rater_id = :rater")
        .param("id", id.value()).param("rater", rater.value()).query((row, n) -> lease(row)).optional();
  }

  Optional<Lease> close(LeaseId id, AccountId rater) {
    return jdbc.sql(CLOSE).param("lease", id.value()).param("rater", rater.value()).query((row, n) -> lease(row)).optional();
  }

  /** Takes an expired lease's place back if it is still free; says whether it was. The lease counts as used either way. */
  boolean reopenAndClose(Lease lease) {
    boolean free = jdbc.sql("""
        update task_task set taken = taken + 1 where id = :task and (probe or taken < wanted)
          and pass = (select pass from task_lease where id = :lease)""")
        .param("task", lease.taskId().value()).param("lease", lease.id().value()).update() == 1;
    jdbc.sql("""
        with closed as (
          update task_lease set state = 'SUBMITTED', closed_at = now(), late = not :free
          where id = :lease and state = 'EXPIRED' returning task_id, pass
        ), undrafted as (
          delete from task_draft where rater_id = :rater and task_id = :task
        ), used as (
          update task_assignment a set open = false from closed c join task_task t on t.id = c.task_id and t.pass = c.pass
          where a.rater_id = :rater and a.task_id = c.task_id
        )
        update task_task t set done = done + 1 from closed c where t.id = c.task_id and t.pass = c.pass and not t.probe""")
        .param("lease", lease.id().value()).param("rater", lease.raterId().value()).param("task", lease.taskId().value())
        .param("free", free).update();
    return free;
  }

  boolean holdsAnother(Lease lease) {
    return jdbc.sql("""
        select exists (select from task_lease where rater_id = :rater and task_id = :task and state <> 'EXPIRED'
          and pass = (select pass from task_lease where id = :lease))""")
        .param("lease", lease.id().value()).param("rater", lease.raterId().value()).param("task", lease.taskId().value()).query(Boolean.class).single();
  }

  /** Locks the row so that the late answer and the sweeper, or two late answers, come one after the other. */
  Lease.State lock(LeaseId id) {
    return jdbc.sql("select state from task_lease where id = :id for no key update").param("id", id.value())
        .query((row, n) -> Lease.State.valueOf(row.getString(1))).single();
  }

  Optional<Lease> renew(LeaseId id, AccountId rater, int minutes) {
    int renewed = jdbc.sql("""
        with renewed as (
          update task_lease set expires_at = greatest(expires_at, now() + make_interval(mins => :minutes))
          where id = :id and rater_id = :rater and state in ('OPEN', 'AHEAD') returning id, project_id
        ), along as (
          update task_lease a set expires_at = greatest(a.expires_at, now() + make_interval(mins => :minutes))
          from renewed r where a.project_id = r.project_id and a.rater_id = :rater and a.state = 'AHEAD' and a.id <> r.id
        )
        select count(*) from renewed""")
        .param("id", id.value()).param("rater", rater.value()).param("minutes", minutes).query(Integer.class).single();
    return renewed == 0 ? Optional.empty() : find(id, rater);
  }

  boolean skip(LeaseId id, AccountId rater, String reason) {
    return jdbc.sql("""
        with closed as (
          update task_lease set state = 'SKIPPED', closed_at = now(), skip_reason = :reason
          where id = :id and rater_id = :rater and state in ('OPEN', 'AHEAD') returning id, task_id, pass
        ), freed as (
          update task_task t set taken = taken - 1 from closed c where t.id = c.task_id and t.pass = c.pass and not t.probe
        )
        select count(*) from closed""")
        .param("id", id.value()).param("rater", rater.value()).param("reason", reason).query(Integer.class).single() == 1;
  }

  /** Gives the places of leases past their time back to the queue; says how many there were. */
  int expire() {
    return jdbc.sql(giveBack("state in ('OPEN', 'AHEAD') and expires_at <= now()")).query(Integer.class).single();
  }

  private static String giveBack(String which) {
    return """
        with due as (
          select id from task_lease where %s
          order by expires_at limit 1000 for no key update skip locked
        ), expired as (
          update task_lease l set state = 'EXPIRED', closed_at = now() from due where l.id = due.id
          returning l.task_id, l.rater_id, l.pass
        ), freed as (
          update task_task t set taken = taken - e.n
          from (select task_id, pass, count(*)::int as n from expired group by task_id, pass) e
          where t.id = e.task_id and t.pass = e.pass and not t.probe
        ), reassigned as (
          update task_assignment a set open = true from expired e join task_task t on t.id = e.task_id and t.pass = e.pass
          where a.task_id = e.task_id and a.rater_id = e.rater_id
        )
        select count(*) from expired""".formatted(which);
  }

  Tally since(Instant since, ProjectId project, AccountId rater, String currency) {
    return jdbc.sql("""
        select count(*) as n, coalesce(sum(price_minor), 0) as minor from task_lease
        where rater_id = :rater and closed_at >= :since and state = 'SUBMITTED' and project_id = :project""")
        .param("rater", rater.value()).param("project", project.value()).param("since", Sql.time(since))
        .query((row, n) -> new Tally(row.getInt("n"), new Money(row.getLong("minor"), currency))).single();
  }

  private Lease lease(ResultSet row) throws SQLException {
    var project = new ProjectId(row.getObject("project_id", UUID.class));
    var item = new ItemId(row.getObject("item_id", UUID.class));
    var savedAt = Sql.instantOrNull(row, "saved_at");
    return new Lease(
        new LeaseId(row.getObject("id", UUID.class)), project, new TaskId(row.getObject("task_id", UUID.class)),
        new AccountId(row.getObject("rater_id", UUID.class)), Lease.State.valueOf(row.getString("state")), shown(row),
        row.getInt("guideline_version"), row.getInt("terms_version"),
        new Money(row.getLong("price_minor"), row.getString("currency")), row.getInt("review_hours"),
        Sql.instantOrNull(row, "leased_at"), Sql.instantOrNull(row, "expires_at"), Sql.instantOrNull(row, "closed_at"), Sql.instantOrNull(row, "at"),
        Items.item(row, item, project, json, false), Items.sensitivity(row), Sql.instantOrNull(row, "opened_at"),
        savedAt == null ? null : new Draft(json.readValue(row.getString("answers"), Answers.class), Drafts.aside(row.getString("aside"), json), row.getInt("revision"), savedAt));
  }

  private static int[] shown(ResultSet row) throws SQLException {
    var indexes = (Short[]) row.getArray("shown").getArray();
    int[] shown = new int[indexes.length];
    for (int i = 0; i < shown.length; i++) shown[i] = indexes[i];
    return shown;
  }

  /** How the queue stands for a rater who got nothing, in counts. */
  Map<String, Object> standing(ProjectId project, AccountId rater) {
    return jdbc.sql("""
        select exists (select from task_task where project_id = :project and not probe) as any_task,
          exists (select from task_task where project_id = :project and not probe and done < wanted) as any_undone,
          exists (select from task_task t where project_id = :project and not probe and taken < wanted) as any_free,
          exists (select from task_assignment where project_id = :project and rater_id = :rater) as assigned,
          exists (select from task_assignment where project_id = :project and rater_id = :rater and open) as assigned_open,
          (select extract(epoch from min(expires_at) - now())::bigint from task_lease l
           where l.project_id = :project and l.state in ('OPEN', 'AHEAD')) as next_expiry_seconds""")
        .param("project", project.value()).param("rater", rater.value()).query().singleRow();
  }

  /** Whether a place is free that this rater could have, locks aside; assigned work asks for no lane. */
  boolean hasFree(ProjectId project, AccountId rater, boolean assigned, Integer[] lanes) {
    return hasFree(project, rater, assigned, lanes, exposure.limit(project, rater));
  }

  /** The same for somebody who would be shown sensitive content without end. */
  boolean hasFreeWithSensitive(ProjectId project, AccountId rater, boolean assigned, Integer[] lanes) {
    return hasFree(project, rater, assigned, lanes, Integer.MAX_VALUE);
  }

  private boolean hasFree(ProjectId project, AccountId rater, boolean assigned, Integer[] lanes, int sensitiveLimit) {
    return jdbc.sql((assigned ? QueueSql.FREE_ASSIGNED : QueueSql.FREE_OPEN).formatted(QueueSql.FOR_RATER)).param("project", project.value())
        .param("rater", rater.value()).param("sensitiveLimit", sensitiveLimit).param("dayStart", exposure.dayStart(rater)).param("lanes", lanes).query(Boolean.class).single();
  }
}
