create table dataset_snapshot (
  id uuid primary key,
  project_id uuid not null,
  name text not null,
  state text not null,
  filter jsonb not null,
  rubric jsonb not null,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  claimed_until timestamptz,
  ready_at timestamptz,
  hash text,
  card jsonb,
  error text,
  constraint dataset_snapshot_state check (state in ('RUNNING', 'READY', 'FAILED')),
  constraint dataset_snapshot_ready check (state <> 'READY' or (hash is not null and card is not null))
);
comment on table dataset_snapshot is 'What was judged in a project at one moment; once ready it never changes.';
comment on column dataset_snapshot.hash is 'SHA-256 over the frozen lines, unpacked and in order, in hexadecimal digits.';
comment on index dataset_snapshot_pkey is 'Snapshots by name; version 7 ids keep them in order of time.';
create index dataset_snapshot_of_project on dataset_snapshot (project_id, id);
comment on index dataset_snapshot_of_project is 'The snapshots of a project, newest first.';

create table dataset_chunk (
  snapshot_id uuid not null references dataset_snapshot,
  number int not null,
  item_count int not null,
  bytes bytea not null,
  constraint dataset_chunk_key primary key (snapshot_id, number)
);
alter table dataset_chunk alter column bytes set storage external;
comment on table dataset_chunk is 'The frozen lines, one item each, as JSON packed with gzip; pieces one after the other are one gzip file.';
comment on index dataset_chunk_key is 'Reading a snapshot through in order.';

create function dataset_is_frozen() returns trigger language plpgsql as $$
begin
  if exists (select 1 from dataset_snapshot where id = coalesce(old.snapshot_id, new.snapshot_id) and state = 'READY') then
    raise exception 'a snapshot that is ready never changes: take another one';
  end if;
  return coalesce(new, old);
end $$;
create trigger dataset_chunk_frozen before insert or update or delete on dataset_chunk for each row execute function dataset_is_frozen();
create function dataset_stays_ready() returns trigger language plpgsql as $$
begin
  if old.state = 'READY' then raise exception 'a snapshot that is ready never changes: take another one'; end if;
  return coalesce(new, old);
end $$;
create trigger dataset_snapshot_frozen before update or delete on dataset_snapshot for each row execute function dataset_stays_ready();
