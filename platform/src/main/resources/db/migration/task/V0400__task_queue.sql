create table task_item (
  id uuid primary key,
  project_id uuid not null,
  external_id text,
  prompt text not null,
  context text,
  conversation jsonb,
  responses jsonb not null,
  models jsonb,
  response_count smallint not null,
  created_at timestamptz not null default now(),
  constraint task_item_external unique (project_id, external_id)
);
comment on table task_item is 'What is judged: a prompt with the responses of models, in its own order; written once.';
comment on index task_item_pkey is 'Items by name; version 7 ids keep them in order of arrival.';
comment on index task_item_external is 'An import that runs twice brings each item once.';
create index task_item_of_project on task_item (project_id, id);
comment on index task_item_of_project is 'The item list of a project, in order of arrival.';

create sequence task_arrival;
create table task_task (
  id uuid primary key,
  project_id uuid not null,
  item_id uuid not null references task_item,
  priority int not null default 0,
  arrival bigint not null default nextval('task_arrival'),
  place bigint not null generated always as ((-priority)::bigint * 1099511627776 + arrival) stored,
  wanted int not null,
  taken int not null default 0,
  done int not null default 0,
  probe boolean not null default false,
  constraint task_task_of_item unique (item_id),
  constraint task_task_priority check (priority between -1000 and 1000),
  constraint task_task_wanted check (wanted between 1 and 1000),
  constraint task_task_counts check (taken >= 0 and done >= 0)
) with (fillfactor = 85, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0);
comment on table task_task is 'The wish that an item be judged wanted times; taken counts places held or used, done those used; place is priority and age in one number.';
comment on column task_task.probe is 'Mixed in at the project''s probe rate and open to every rater once; this room does not know why.';
comment on index task_task_pkey is 'Tasks by name.';
comment on index task_task_of_item is 'One task an item, found from the item.';
create index task_task_open on task_task (project_id, place) where taken < wanted and not probe;
comment on index task_task_open is 'The queue itself: only open tasks, in the order they are handed out, so that a million finished ones cost nothing.';
create index task_task_probe on task_task (project_id, place) where probe;
comment on index task_task_probe is 'The few tasks that are mixed in.';

create table task_lease (
  id uuid primary key,
  project_id uuid not null,
  task_id uuid not null,
  item_id uuid not null,
  rater_id uuid not null,
  state text not null,
  shown smallint[] not null,
  guideline_version int not null,
  terms_version int not null,
  price_minor bigint not null,
  currency char(3) not null,
  review_hours int not null,
  leased_at timestamptz not null,
  expires_at timestamptz not null,
  closed_at timestamptz,
  skip_reason text,
  late boolean not null default false,
  constraint task_lease_state check (state in ('OPEN', 'SUBMITTED', 'EXPIRED', 'SKIPPED'))
) with (fillfactor = 80);
comment on table task_lease is 'One rater''s timed hold on one place of a task; its id is the fencing token, since each hold has its own; price, terms and guideline are pinned here.';
comment on index task_lease_pkey is 'Leases by name.';
create unique index task_lease_one_open on task_lease (project_id, rater_id) where state = 'OPEN';
comment on index task_lease_one_open is 'A rater holds one lease a project: asking twice cannot give two.';
create unique index task_lease_seen on task_lease (rater_id, task_id) where state <> 'EXPIRED';
comment on index task_lease_seen is 'What a rater has seen is not handed out to them again, and nobody judges a task twice.';
create index task_lease_due on task_lease (expires_at) where state = 'OPEN';
comment on index task_lease_due is 'Holds that run out next.';
create index task_lease_done on task_lease (rater_id, closed_at) where state = 'SUBMITTED';
comment on index task_lease_done is 'What a rater did today.';
create index task_lease_of_task on task_lease (task_id);
comment on index task_lease_of_task is 'Recounting the places of one task.';

create table task_draft (
  rater_id uuid not null,
  task_id uuid not null references task_task,
  answers jsonb not null,
  revision int not null,
  saved_at timestamptz not null default now(),
  constraint task_draft_key primary key (rater_id, task_id)
) with (fillfactor = 70);
comment on table task_draft is 'Work as typed, kept by rater and task so that it outlives the lease it was begun under.';
comment on index task_draft_key is 'The one draft of a rater on a task.';

create table task_assignment (
  project_id uuid not null,
  rater_id uuid not null,
  task_id uuid not null references task_task,
  position bigint not null generated always as identity,
  open boolean not null default true,
  constraint task_assignment_key primary key (task_id, rater_id)
);
comment on table task_assignment is 'Who is to judge what, in projects whose manager assigns the work; closed while leased and once answered.';
comment on index task_assignment_key is 'A rater is assigned a task once.';
create index task_assignment_open on task_assignment (project_id, rater_id, position) where open;
comment on index task_assignment_open is 'The assigned queue of one rater.';
