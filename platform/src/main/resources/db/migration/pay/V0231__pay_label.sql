alter table pay_entry add column label text;
comment on column pay_entry.label is 'What an accrual is for in the words of a statement, where it is not a judgment; the ledger itself does not read it.';
