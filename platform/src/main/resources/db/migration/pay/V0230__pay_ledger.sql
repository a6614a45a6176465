create table pay_entry (
  id uuid primary key,
  source_id uuid not null,
  kind text not null,
  project_id uuid not null,
  account_id uuid not null,
  debit text not null,
  credit text not null,
  minor bigint not null,
  currency char(3) not null,
  reason text,
  due_at timestamptz,
  at timestamptz not null default clock_timestamp(),
  constraint pay_entry_once unique (source_id, kind),
  constraint pay_entry_kind check (kind in ('ACCRUAL', 'POSTING', 'RELEASE', 'HOLD', 'RETURN', 'RESTORATION', 'REVERSAL')),
  constraint pay_entry_sides check (debit <> credit
    and debit in ('EXPENSE', 'PENDING', 'HELD', 'PAYABLE') and credit in ('EXPENSE', 'PENDING', 'HELD', 'PAYABLE')),
  constraint pay_entry_amount check (minor >= 0)
);
comment on table pay_entry is 'The ledger: each row takes an amount from one side and puts it on another, so that sums are always zero; rows are only ever added.';
create unique index pay_entry_settled_once on pay_entry (source_id) where kind in ('POSTING', 'RELEASE');
comment on index pay_entry_settled_once is 'What was posted cannot be released as well, nor the other way round, however two settlements race.';
create index pay_entry_of_account on pay_entry (account_id, at, id);
comment on index pay_entry_of_account is 'A person reads their own entries, newest first.';
create index pay_entry_of_project on pay_entry (project_id, id);
comment on index pay_entry_of_project is 'What a project owes and has cost.';
comment on index pay_entry_pkey is 'Entries by name.';
comment on index pay_entry_once is 'Doing the same thing twice to the same source leaves one entry.';

create function pay_entry_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'pay_entry is append-only: correct an entry with a reversing one';
end $$;
create trigger pay_entry_append_only before update or delete on pay_entry for each row execute function pay_entry_is_append_only();
create trigger pay_entry_never_truncated before truncate on pay_entry for each statement execute function pay_entry_is_append_only();
