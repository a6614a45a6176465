create table exchange_import (
  id uuid primary key,
  project_id uuid not null,
  created_by uuid not null,
  state text not null,
  file_name text not null,
  format text not null,
  columns text[] not null,
  preview jsonb not null,
  mapping jsonb not null,
  total bigint not null,
  done bigint not null default 0,
  imported bigint not null default 0,
  duplicates bigint not null default 0,
  error_count bigint not null default 0,
  error text,
  claim uuid,
  claimed_until timestamptz,
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  constraint exchange_import_state check (state in ('UPLOADED', 'RUNNING', 'DONE', 'FAILED'))
);
comment on table exchange_import is 'A file of items on its way in; done counts the rows that are behind it for good, so that it goes on from there after any interruption.';
comment on column exchange_import.claim is 'Which runner works on it; a batch only counts while its runner still holds the claim.';
comment on index exchange_import_pkey is 'Imports by name; version 7 ids keep them in order of time.';
create index exchange_import_of_project on exchange_import (project_id, id);
comment on index exchange_import_of_project is 'The imports of a project, newest first.';
create index exchange_import_running on exchange_import (claimed_until) where state = 'RUNNING';
comment on index exchange_import_running is 'Imports whose runner may be gone.';

create table exchange_chunk (
  import_id uuid not null references exchange_import on delete cascade,
  number int not null,
  bytes bytea not null,
  constraint exchange_chunk_key primary key (import_id, number)
);
alter table exchange_chunk alter column bytes set storage external;
comment on table exchange_chunk is 'The uploaded file, gzipped and cut in pieces; kept here so that any node can go on with it, and removed when all is in.';
comment on index exchange_chunk_key is 'Reading a file through in order.';

create table exchange_fault (
  import_id uuid not null references exchange_import on delete cascade,
  line bigint not null,
  column_name text,
  message text not null
);
comment on table exchange_fault is 'What is wrong with which line of a file; the first thousand of an import are kept.';
create index exchange_fault_of_import on exchange_fault (import_id, line);
comment on index exchange_fault_of_import is 'The faults of an import in the order of its lines.';
