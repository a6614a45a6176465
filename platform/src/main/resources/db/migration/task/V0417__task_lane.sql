create table task_lane (
  project_id uuid not null,
  number int not null,
  name text not null,
  language text,
  skill text,
  subject_id uuid,
  subject_level int,
  subject_title text,
  gold_at_least double precision,
  constraint task_lane_key primary key (project_id, number),
  constraint task_lane_number check (number > 0),
  constraint task_lane_credential check (num_nulls(subject_id, subject_level, subject_title) in (0, 3)),
  constraint task_lane_gold check (gold_at_least > 0 and gold_at_least < 1)
);
comment on table task_lane is 'Parts of a project''s work that ask something of those who judge it; number 0, which has no row, asks nothing.';
comment on column task_lane.subject_id is 'What must have been passed, at which level at least; its title is copied so that a refusal can name it.';
comment on index task_lane_key is 'The lanes of a project.';
create unique index task_lane_name on task_lane (project_id, lower(name));
comment on index task_lane_name is 'A file names lanes by their names.';

-- Priority first, then what is due soonest, to the minute, then what arrived first: one number, so that one index holds the order.
alter table task_task drop column place;
alter table task_task add column lane int not null default 0, add column due_at timestamptz,
  add column place bigint not null generated always as ((-priority)::bigint * 4503599627370496 + case when due_at is null then arrival else
    least(greatest(extract(epoch from (due_at at time zone 'UTC')) / 60 - 26297280, 0), 33554431)::bigint * 33554432 + arrival % 33554432 - 2251799813685248 end) stored;
comment on column task_task.lane is 'What this task asks of its rater, by the number of a lane; 0 asks nothing.';
comment on column task_task.due_at is 'When it should be finished; at equal priority what is due sooner is handed out sooner.';
create index task_task_open on task_task (project_id, lane, place) where taken < wanted and not probe;
comment on index task_task_open is 'The queue itself: only open tasks, lane by lane, in the order they are handed out, so that a million finished ones cost nothing.';
create index task_task_probe on task_task (project_id, place) where probe;
comment on index task_task_probe is 'The few tasks that are mixed in.';

create table task_wait (
  project_id uuid not null,
  rater_id uuid not null,
  times int not null,
  code text not null,
  last_at timestamptz not null,
  constraint task_wait_key primary key (project_id, rater_id)
) with (fillfactor = 80);
comment on table task_wait is 'Who came for work and found none, how often, and why the last time; what the distribution report shows.';
comment on index task_wait_key is 'One row a rater of a project.';
