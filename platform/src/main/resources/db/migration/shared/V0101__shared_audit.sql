create table shared_audit (
  id         uuid primary key,
  at         timestamptz not null,
  actor_id   uuid,
  project_id uuid,
  action     text not null,
  subject    text not null,
  detail     jsonb not null
);
comment on table shared_audit is 'Who changed what and when, for managers and operators to read; rows are only ever added.';
comment on index shared_audit_pkey is 'Ids grow with time, so the key is also the order of the trail.';
create index shared_audit_by_project on shared_audit (project_id, id desc);
comment on index shared_audit_by_project is 'Pages through the trail of one project, newest first.';

create table shared_idempotency (
  account_id   uuid not null,
  key          text not null,
  fingerprint  bytea not null,
  started_at   timestamptz not null,
  status       int,
  content_type text,
  location     text,
  body         bytea,
  primary key (account_id, key)
);
comment on table shared_idempotency is 'The first answer to each request that carried an Idempotency-Key, kept for a day so that a retry gets the same one.';
comment on index shared_idempotency_pkey is 'A key belongs to the account that sent it.';
create index shared_idempotency_by_age on shared_idempotency (started_at);
comment on index shared_idempotency_by_age is 'Finds the rows that are older than a day.';
