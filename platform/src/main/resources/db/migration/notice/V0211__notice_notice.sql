create table notice_notice (
  id         uuid primary key,
  account_id uuid not null constraint notice_notice_account references identity_account,
  text       text not null,
  link       text,
  at         timestamptz not null default now(),
  read_at    timestamptz
);
comment on table notice_notice is 'One sentence to one person about something that concerns them, with a link to where it can be seen.';
comment on index notice_notice_pkey is 'One row a notice.';
create index notice_notice_by_account on notice_notice (account_id, id desc);
comment on index notice_notice_by_account is 'Lists the notices of a person, newest first.';
