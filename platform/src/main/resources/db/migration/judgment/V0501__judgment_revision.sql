create table judgment_revision (
  judgment_id uuid not null references judgment_judgment (id),
  number int not null,
  answers jsonb not null,
  note text,
  digest bytea not null,
  revised_at timestamptz not null default now(),
  constraint judgment_revision_key primary key (judgment_id, number),
  constraint judgment_revision_number check (number >= 1)
);
comment on table judgment_revision is 'What a rater said instead, inside the time they had for it; the highest number holds, everything before it is kept.';
comment on index judgment_revision_key is 'The revisions of a judgment in their order.';
create trigger judgment_revision_written_once before update or delete on judgment_revision for each row execute function judgment_is_written_once();
create trigger judgment_revision_never_truncated before truncate on judgment_revision for each statement execute function judgment_is_written_once();

create view judgment_current as
  select j.id, j.project_id, j.item_id, j.lease_id, j.rater_id, j.role, j.kind, coalesce(r.answers, j.answers) as answers, j.flag_category, j.flag_note,
    case when r.number is null then j.note else r.note end as note, j.guideline_version, j.terms_version, j.shown, j.price_minor, j.currency,
    j.active_seconds, j.late, coalesce(r.digest, j.digest) as digest, j.submitted_at, j.settles_at, coalesce(r.number, 0) as revision,
    case when r.number is null then null else j.answers end as first_answers
  from judgment_judgment j
  left join lateral (select * from judgment_revision r where r.judgment_id = j.id order by r.number desc limit 1) r on true;
comment on view judgment_current is 'Every judgment as it holds: what was handed in, or the latest revision of it; first_answers is what was handed in, where something else holds now.';
