-- Open tasks beyond those imported over HTTP, so that the size of the queue can be a million in a minute.
insert into task_item (id, project_id, external_id, prompt, responses, response_count)
select uuidv7(), :'project'::uuid, 'f-' || n, 'Question ' || n || ': what would a careful person answer here?',
       jsonb_build_array(jsonb_build_object('text', repeat('An answer with some words in it. ', 10))), 1
  from generate_series(1, :more) n;
insert into task_task (id, project_id, item_id, wanted)
select uuidv7(), project_id, id, 3 from task_item i
 where project_id = :'project'::uuid and not exists (select from task_task t where t.item_id = i.id);
vacuum analyze task_item;
vacuum analyze task_task;
checkpoint;
