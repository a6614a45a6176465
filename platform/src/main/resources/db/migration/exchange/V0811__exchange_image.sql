create table exchange_image (
  id uuid primary key,
  project_id uuid not null,
  name text not null,
  media_type text not null,
  width int not null,
  height int not null,
  bytes bytea not null,
  digest bytea not null,
  uploaded_by uuid not null,
  uploaded_at timestamptz not null default now(),
  constraint exchange_image_name unique (project_id, name),
  constraint exchange_image_type check (media_type in ('image/png', 'image/jpeg', 'image/gif', 'image/webp'))
);
alter table exchange_image alter column bytes set storage external;
comment on table exchange_image is 'Pictures that items show; written once, since judged items refer to them.';
comment on column exchange_image.id is 'Random, not of version 7: trainers see it, and it must not tell when an item came in.';
comment on index exchange_image_pkey is 'A picture by the name that items carry.';
comment on index exchange_image_name is 'A picture by the name its bringer gave it, which files of items use.';
