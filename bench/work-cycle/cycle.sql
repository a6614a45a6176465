-- One judgment and the next lease: the statements of LeaseDesk and JudgmentDesk, as pgbench can send them.
select id as rater from bench_rater where n = :client_id \gset
with dice as materialized (
  select random() < 0 as probe
), ordinary as (
  select t.id, t.item_id, t.place, t.pass from task_task t
   where t.project_id = :project::uuid and t.lane = 0 and not t.probe and t.taken < t.wanted
     and t.place > (select mark from bench_rater where n = :client_id)
     and not exists (select from task_lease where project_id = :project::uuid and rater_id = :rater::uuid and state = 'OPEN')
     and (select l.id from task_lease l where l.rater_id = :rater::uuid and l.task_id = t.id and l.pass = t.pass and l.state <> 'EXPIRED') is null
   order by t.place limit 1 for no key update of t skip locked
), probe as (
  select t.id, t.item_id, o.place - 1 as place, t.pass from ordinary o
    join task_task t on t.project_id = :project::uuid and t.probe and (select probe from dice)
   where (select l.id from task_lease l where l.rater_id = :rater::uuid and l.task_id = t.id and l.pass = t.pass and l.state <> 'EXPIRED') is null
   order by random() limit 1
), counted as (
  update task_task t set taken = t.taken + 1 from ordinary o where t.id = o.id and not exists (select from probe)
), chosen as (
  select * from probe union all select * from ordinary where not exists (select from probe)
), leased as (
  insert into task_lease (id, project_id, task_id, item_id, rater_id, state, shown, guideline_version, terms_version,
    price_minor, currency, review_hours, leased_at, expires_at, pass)
  select gen_random_uuid(), :project::uuid, c.id, c.item_id, :rater::uuid, 'OPEN', coalesce(
      (select array_agg(n::smallint order by random()) from generate_series(0, i.response_count - 1) n), '{}'),
    1, 1, 25, 'USD', 72, now(), now() + make_interval(mins => 30), c.pass
  from chosen c join task_item i on i.id = c.item_id
  returning *
), held as (
  select l.*, c.place from leased l, chosen c
  union all
  select l.*, null from task_lease l where l.project_id = :project::uuid and l.rater_id = :rater::uuid and l.state = 'OPEN'
)
select l.id as lease, l.item_id as item, i.prompt is not null as prompt, i.responses is not null as responses, i.parts, d.revision
  from held l join task_item i on i.id = l.item_id
  left join task_draft d on d.rater_id = l.rater_id and d.task_id = l.task_id \gset
begin;
with closed as (
  update task_lease set state = 'SUBMITTED', closed_at = now()
   where id = :lease::uuid and rater_id = :rater::uuid and state = 'OPEN' returning *
), done as (
  update task_task t set done = done + 1 from closed c where t.id = c.task_id and t.pass = c.pass and not t.probe
), undrafted as (
  delete from task_draft d using closed c where d.rater_id = c.rater_id and d.task_id = c.task_id
)
select l.id, i.prompt, i.responses from closed l join task_item i on i.id = l.item_id;
select gen_random_uuid() as judgment \gset
insert into judgment_judgment (id, project_id, item_id, lease_id, rater_id, role, kind, answers, guideline_version, terms_version,
  shown, price_minor, currency, active_seconds, late, digest, submitted_at, settles_at)
values (:judgment::uuid, :project::uuid, :item::uuid, :lease::uuid, :rater::uuid, 'TRAINER', 'ANSWER', '{"correct": {"choices": ["yes"]}}',
  1, 1, '{0}', 25, 'USD', 5, false, '\x00', now(), now() + interval '72 hours');
insert into pay_entry (id, source_id, kind, project_id, account_id, debit, credit, minor, currency, due_at)
values (gen_random_uuid(), :judgment::uuid, 'ACCRUAL', :project::uuid, :rater::uuid, 'EXPENSE', 'PENDING', 25, 'USD', now() + interval '72 hours')
on conflict do nothing;
insert into journey_hop (judgment_id, hop, due_at)
select :judgment::uuid, hop, due from (values ('MEASURE', now()), ('SETTLE', now() + interval '72 hours')) as h (hop, due) on conflict do nothing;
end;
