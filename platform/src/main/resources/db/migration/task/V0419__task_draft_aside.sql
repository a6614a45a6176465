alter table task_draft add column aside jsonb;
comment on column task_draft.aside is 'What was typed beside the answers: the note to the reviewer and a flag somebody began; null where neither is.';
