create table access_requirement (
  project_id    uuid not null constraint access_requirement_project references project_project,
  subject_id    uuid not null,
  level         int not null,
  title         text not null,
  exempt_before timestamptz,
  constraint access_requirement_key primary key (project_id, subject_id)
);
comment on table access_requirement is 'What somebody must have passed before paid work in a project; who set the subject knows what it is, this room only compares levels.';
comment on column access_requirement.exempt_before is 'Whoever accepted the terms before this moment need not pass; null asks it of everybody.';
comment on index access_requirement_key is 'A subject is asked for once in a project.';

create table access_pass (
  account_id uuid not null constraint access_pass_account references identity_account,
  subject_id uuid not null,
  level      int not null,
  at         timestamptz not null,
  constraint access_pass_key primary key (account_id, subject_id)
);
comment on table access_pass is 'The highest level of a subject that somebody passed; it counts wherever that subject is asked for.';
comment on index access_pass_key is 'The queue asks whether this person has passed.';
