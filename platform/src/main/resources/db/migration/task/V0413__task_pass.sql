alter table task_task add column pass smallint not null default 0;
alter table task_lease add column pass smallint not null default 0;
comment on column task_task.pass is 'Which time this task goes through the queue: places taken and done count leases of this pass, and whoever saw it in an earlier pass may see it again.';
comment on column task_lease.pass is 'The pass of the task this hold belongs to; one of an earlier pass finishes as it began and no longer counts as a place.';

create unique index task_lease_seen_in_pass on task_lease (rater_id, task_id, pass) where state <> 'EXPIRED';
comment on index task_lease_seen_in_pass is 'What a rater has seen is not handed out to them again in the same pass, and nobody judges a task twice in it.';
drop index task_lease_seen;
