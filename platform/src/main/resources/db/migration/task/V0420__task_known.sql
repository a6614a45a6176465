create table task_known (
  task_id uuid not null references task_task,
  rater_id uuid not null,
  constraint task_known_key primary key (task_id, rater_id)
);
comment on table task_known is 'Who met a task outside the queue and talked its answer over: it is never mixed in for them.';
comment on index task_known_key is 'Asked once for each task that could be mixed in.';
