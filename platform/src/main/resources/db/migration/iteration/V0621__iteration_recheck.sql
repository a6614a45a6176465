create table iteration_recheck (
  id uuid primary key,
  project_id uuid not null,
  version int not null,
  scope text not null,
  criterion text,
  share double precision,
  items int not null,
  places int not null,
  most_minor bigint not null,
  currency char(3) not null,
  ordered_by uuid not null,
  ordered_at timestamptz not null,
  constraint iteration_recheck_scope check (scope in ('ALL', 'SAMPLE', 'CRITERION')),
  constraint iteration_recheck_criterion check ((scope = 'CRITERION') = (criterion is not null)),
  constraint iteration_recheck_share check ((scope = 'SAMPLE') = (share is not null))
);
comment on table iteration_recheck is 'Orders to judge again, under the version in force, what was judged before its breaking change; with what it was said to cost.';
comment on index iteration_recheck_pkey is 'Rechecks by name.';
create index iteration_recheck_of_project on iteration_recheck (project_id, id);
comment on index iteration_recheck_of_project is 'What was ordered in a project, newest first.';
