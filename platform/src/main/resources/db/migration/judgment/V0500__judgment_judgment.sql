create table judgment_judgment (
  id uuid primary key,
  project_id uuid not null,
  item_id uuid not null,
  lease_id uuid,
  rater_id uuid not null,
  role text not null,
  kind text not null,
  answers jsonb,
  flag_category text,
  flag_note text,
  note text,
  guideline_version int not null,
  terms_version int,
  shown smallint[] not null,
  price_minor bigint not null,
  currency char(3) not null,
  active_seconds int not null,
  late boolean not null,
  digest bytea not null,
  submitted_at timestamptz not null,
  settles_at timestamptz,
  constraint judgment_judgment_role check (role in ('TRAINER', 'ADJUDICATOR', 'MODEL')),
  constraint judgment_judgment_kind check ((kind = 'ANSWER' and answers is not null) or (kind = 'FLAG' and flag_category is not null))
);
comment on table judgment_judgment is 'What one rater said about one item, responses named in the item''s own order; written once and never changed.';
comment on index judgment_judgment_pkey is 'Judgments by name; version 7 ids keep them in order of time.';
create unique index judgment_judgment_of_lease on judgment_judgment (lease_id);
comment on index judgment_judgment_of_lease is 'One judgment a lease, however often it is sent.';
create index judgment_judgment_of_item on judgment_judgment (item_id);
comment on index judgment_judgment_of_item is 'All that was said about an item, side by side.';
create index judgment_judgment_of_project on judgment_judgment (project_id, id);
comment on index judgment_judgment_of_project is 'Reading a project through, in order.';
create index judgment_judgment_of_rater on judgment_judgment (rater_id, project_id, id);
comment on index judgment_judgment_of_rater is 'A rater''s own work, newest first.';

create function judgment_is_written_once() returns trigger language plpgsql as $$
begin
  raise exception 'a judgment is written once: supersede it with another';
end $$;
create trigger judgment_judgment_written_once before update or delete on judgment_judgment for each row execute function judgment_is_written_once();
create trigger judgment_judgment_never_truncated before truncate on judgment_judgment for each statement execute function judgment_is_written_once();
