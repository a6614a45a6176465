alter table task_task add column sensitive text
  constraint task_task_sensitive check (sensitive in ('VIOLENCE', 'SEXUAL', 'HATE', 'SELF_HARM', 'ABUSE', 'MEDICAL', 'OTHER'));
comment on column task_task.sensitive is 'What kind of troubling content the item carries; null where it carries none that is known.';

alter table task_lease add column sensitive text;
comment on column task_lease.sensitive is 'The kind of content as it was known when the lease was taken: by it the screen covers the item.';
alter table task_lease add column opened_at timestamptz;
comment on column task_lease.opened_at is 'When the rater lifted the cover of a sensitive item; null while it was never seen.';
create index task_lease_exposure on task_lease (rater_id, leased_at) where sensitive is not null;
comment on index task_lease_exposure is 'How much sensitive content a rater met today.';
