package org.touchstone.platform.task;

/** How a place is found in the queue and taken: the statements, put together once from what they share. */
final class QueueSql {
  /** Nobody is handed a task twice in one pass: looked up task by task, so that the planner cannot read all that a rater ever did. */
  private static final String UNSEEN = """
      (select l.id from task_lease l where l.rater_id = :rater and l.task_id = t.id and l.pass = t.pass and l.state <> 'EXPIRED') is null""";

  /** Sensitive content only as far as this rater bears it; what they met today is counted only where a sensitive task comes up. */
  private static final String BEARABLE = "(t.sensitive is null or :sensitiveLimit > " + Exposure.TODAY + ")";
  static final String FOR_RATER = UNSEEN + "\n          and " + BEARABLE;

  private static final String OPEN = """
      select t.id, t.item_id, t.place, t.pass, t.lane from task_task t
        where t.project_id = :project and t.lane = :lane and not t.probe and t.taken < t.wanted and t.place > :mark
          and not exists (select from task_lease where project_id = :project and rater_id = :rater and state = 'OPEN')
          and %s
        order by t.place limit 1 for no key update of t %s""";

  /**
   * The first of each lane, and of those the first: by priority and date; at equal ones what only some may judge comes before
   * what everybody may, so that nobody is left without work by those who could do other work.
   */
  private static final String LANES = """
      select o.id, o.item_id, o.place, o.pass, o.lane
        from unnest(cast(:lanes as int[]), cast(:marks as bigint[])) as reach (lane, mark)
        cross join lateral (
          select t.id, t.item_id, t.place, t.pass, t.lane, t.priority, t.due_at from task_task t
          where t.project_id = :project and t.lane = reach.lane and not t.probe and t.taken < t.wanted and t.place > reach.mark
            and not exists (select from task_lease where project_id = :project and rater_id = :rater and state = 'OPEN')
            and %s
          order by t.place limit 1 for no key update of t %s) o
        order by o.priority desc, o.due_at nulls last, o.lane = 0, o.place limit 1""";

  /** Named people were chosen by a person: no lane is asked. */
  private static final String ASSIGNED = """
      select t.id, t.item_id, a.position as place, t.pass, 0 as lane from task_assignment a join task_task t on t.id = a.task_id
        where a.project_id = :project and a.rater_id = :rater and a.open and a.position > :mark
          and t.taken < t.wanted and not t.probe
          and not exists (select from task_lease where project_id = :project and rater_id = :rater and state = 'OPEN')
          and %s
        order by a.position limit 1 for no key update of a, t %s""";

  /** What the rater had typed when their time ran out, wherever in the queue it stands and whether it was mixed in or not. */
  private static final String BEGUN = """
      select t.id, t.item_id, t.place, t.pass, t.lane from task_draft d join task_task t on t.id = d.task_id
        where d.rater_id = :rater and t.project_id = :project and (t.probe or t.taken < t.wanted) and t.place > :mark
          and not exists (select from task_lease where project_id = :project and rater_id = :rater and state = 'OPEN')
          and %s
        order by d.saved_at desc limit 1 for no key update of t %s""";
  private static final String BEGUN_ASSIGNED = BEGUN.replace("and %s", "and exists (select from task_assignment a where a.task_id = t.id and a.rater_id = :rater and a.open)\n          and %s");

  private static final String USED = """
      used as (
        update task_assignment a set open = false from ordinary o
        where a.task_id = o.id and a.rater_id = :rater and not exists (select from probe)
      ),""";

  /** A probe needs ordinary work beside it, or the tail of the queue would give it away. */
  private static final String TAKE = """
      with dice as materialized (
        select random() < :probeRate as probe
      ), ordinary as (
        %s
      ), probe as (
        select t.id, t.item_id, o.place - 1 as place, t.pass, o.lane from ordinary o
        join task_task t on t.project_id = :project and t.probe and (select probe from dice)
        where (:anyLane or t.lane = any(:lanes)) and %s
          and not exists (select from task_known k where k.task_id = t.id and k.rater_id = :rater)
        order by random() limit 1
      ), counted as (
        update task_task t set taken = t.taken + 1 from ordinary o where t.id = o.id and not t.probe and not exists (select from probe)
      ), %s chosen as (
        select * from probe union all select * from ordinary where not exists (select from probe)
      ), leased as (
        insert into task_lease (id, project_id, task_id, item_id, rater_id, state, shown, guideline_version, terms_version,
          price_minor, currency, review_hours, leased_at, expires_at, pass, sensitive)
        select :lease, :project, c.id, c.item_id, :rater, 'OPEN', coalesce(
            (select array_agg(n::smallint order by random()) from generate_series(0, i.response_count - 1) n), '{}'),
          :guideline, :terms, :price, :currency, :reviewHours, now(), now() + make_interval(mins => :minutes), c.pass,
          (select t.sensitive from task_task t where t.id = c.id)
        from chosen c join task_item i on i.id = c.item_id
        returning *
      ), held as (
        select l.*, c.place, c.lane from leased l, chosen c
        union all
        select l.*, null, 0 from task_lease l where l.project_id = :project and l.rater_id = :rater and l.state = 'OPEN'
      )
      select l.*, %s""";

  static final String SCREEN = """
      now() as at, i.external_id, i.prompt, i.context, i.conversation, i.responses, i.parts, i.created_at,
        d.answers, d.aside, d.revision, d.saved_at
      from %s l join task_item i on i.id = l.item_id
      left join task_draft d on d.rater_id = l.rater_id and d.task_id = l.task_id""";

  static final String FREE_OPEN = """
      select exists (select from task_task t where t.project_id = :project and t.lane = any(:lanes) and not t.probe and t.taken < t.wanted and %s)""";
  static final String FREE_ASSIGNED = """
      select exists (select from task_assignment a join task_task t on t.id = a.task_id where a.project_id = :project
        and a.rater_id = :rater and a.open and t.taken < t.wanted and not t.probe and %s)""";
  static final String TAKE_OPEN = take(OPEN, "", "skip locked");
  static final String TAKE_OPEN_PATIENTLY = take(OPEN, "", "");
  static final String TAKE_LANES = take(LANES, "", "skip locked");
  static final String TAKE_LANES_PATIENTLY = take(LANES, "", "");
  static final String TAKE_BEGUN = take(BEGUN, "", "skip locked");
  static final String TAKE_BEGUN_ASSIGNED = take(BEGUN_ASSIGNED, USED, "skip locked");
  static final String TAKE_ASSIGNED = take(ASSIGNED, USED, "skip locked");
  static final String TAKE_ASSIGNED_PATIENTLY = take(ASSIGNED, USED, "");

  /** Nobody holds the last tasks ahead while others come for work: so many must be free besides. */
  private static final String PLENTY = """
      (select count(*) from (select from task_task q
          where q.project_id = :project and q.lane = any(:lanes) and not q.probe and q.taken < q.wanted limit 10) q) = 10
          and %s""";
  /** A sensitive task is not held ahead: whether it is borne is asked when it is its turn. */
  private static final String UNTROUBLING = """
      select * from (
        %s
        ) first where not exists (select from task_task s where s.id = first.id and s.sensitive is not null)""";
  static final String TAKE_OPEN_AHEAD = ahead(OPEN.replace("%s\n  ", PLENTY + "\n  "), "");
  static final String TAKE_LANES_AHEAD = ahead(LANES.replace("%s\n  ", PLENTY + "\n  "), "");
  static final String TAKE_ASSIGNED_AHEAD = ahead(ASSIGNED, USED);

  private QueueSql() {}

  private static String take(String lane, String used, String locking) {
    return take(lane, FOR_RATER, used, locking);
  }

  private static String take(String lane, String probe, String used, String locking) {
    return TAKE.formatted(lane.formatted(FOR_RATER, locking), probe, used, SCREEN.formatted("held"));
  }

  private static String ahead(String lane, String used) {
    return take(UNTROUBLING.formatted(lane), FOR_RATER + " and t.sensitive is null", used, "skip locked").replace("'OPEN'", "'AHEAD'");
  }
}
