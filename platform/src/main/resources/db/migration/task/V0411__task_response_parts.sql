alter table task_item add column parts jsonb;
comment on column task_item.parts is 'For each response what stands beside its text: its reasoning steps where they were brought along, and what running its code printed; null where no response has either.';
