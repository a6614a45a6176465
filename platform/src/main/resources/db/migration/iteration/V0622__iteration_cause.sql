create table iteration_cause (
  id uuid primary key,
  project_id uuid not null,
  kind text not null,
  subject text not null,
  summary text not null,
  version int,
  picked_by uuid not null,
  picked_at timestamptz not null default now(),
  constraint iteration_cause_kind check (kind in ('FLAG', 'CRITERION', 'GOLD'))
);
comment on table iteration_cause is 'Doubts that a version of the guideline answers: flags, criteria on which judges differ, contested known answers. Without a version they are picked for the draft.';
comment on index iteration_cause_pkey is 'Causes by name.';
comment on column iteration_cause.subject is 'The case of a flag, the key of a criterion, the item of a known answer.';
create unique index iteration_cause_once on iteration_cause (project_id, kind, subject, coalesce(version, 0));
comment on index iteration_cause_once is 'A doubt is picked once for each version.';
