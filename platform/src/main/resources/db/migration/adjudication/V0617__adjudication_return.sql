create table adjudication_return (
  judgment_id uuid not null,
  number int not null,
  project_id uuid not null,
  rater_id uuid not null,
  revision int not null,
  reason text not null,
  note text,
  returned_by uuid not null,
  returned_at timestamptz not null default clock_timestamp(),
  until timestamptz not null,
  constraint adjudication_return_key primary key (judgment_id, number)
);
comment on table adjudication_return is 'A judgment given back to its author with a reason, to be said anew; nothing about it is decided and nothing about its pay changes.';
comment on column adjudication_return.revision is 'What held when it was given back: a later revision is the answer.';
comment on column adjudication_return.note is 'What its author had told the reviewer then; kept, since a revision may come with another note.';
comment on index adjudication_return_key is 'The rounds of one judgment in their order.';
