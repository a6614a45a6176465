-- A second hold beside the one being worked on: the next task is on the rater's screen before it is asked for.
alter table task_lease drop constraint task_lease_state;
alter table task_lease add constraint task_lease_state check (state in ('AHEAD', 'OPEN', 'SUBMITTED', 'EXPIRED', 'SKIPPED'));
create unique index task_lease_one_ahead on task_lease (project_id, rater_id) where state = 'AHEAD';
comment on index task_lease_one_ahead is 'A rater holds one task ahead of the one they are at, so that no queue is emptied into one browser.';
drop index task_lease_due;
create index task_lease_due on task_lease (expires_at) where state in ('OPEN', 'AHEAD');
comment on index task_lease_due is 'Holds that run out next.';
