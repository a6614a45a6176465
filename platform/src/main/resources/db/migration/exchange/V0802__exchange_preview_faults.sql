alter table exchange_import add column preview_faults jsonb not null default '[]';
comment on column exchange_import.preview_faults is 'Lines among the first ones that cannot be read at all, told before anything is imported.';
