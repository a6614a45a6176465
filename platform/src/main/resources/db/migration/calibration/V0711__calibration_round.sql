create table calibration_round (
  id         uuid primary key,
  project_id uuid,
  series_id  uuid not null,
  kind       text not null constraint calibration_round_kind check (kind in ('PRACTICE', 'CALIBRATION', 'GUIDELINE_TEST', 'ASSESSMENT')),
  state      text not null constraint calibration_round_state check (state in ('DRAFT', 'OPEN', 'CLOSED')),
  level      int not null,
  sheet      jsonb not null,
  rubric     jsonb not null,
  made_by    uuid not null,
  made_at    timestamptz not null,
  constraint calibration_round_home check ((kind = 'ASSESSMENT') = (project_id is null))
);
comment on table calibration_round is 'A set of items judged to learn, to be calibrated or to be assessed, with the rule and the pay that were readable before; an assessment belongs to the installation and not to a project.';
comment on column calibration_round.series_id is 'Rounds that replace one another share it: a pass counts for the series, at the level of the round.';
comment on column calibration_round.level is 'The version of the guideline it was written for.';
comment on index calibration_round_pkey is 'One row a round.';
create index calibration_round_of_project on calibration_round (project_id, id desc);
comment on index calibration_round_of_project is 'The rounds of a project, newest first.';

create table calibration_participant (
  round_id   uuid not null constraint calibration_participant_round references calibration_round,
  account_id uuid not null,
  constraint calibration_participant_key primary key (round_id, account_id)
);
comment on table calibration_participant is 'Who was chosen for a round that is not open to everybody.';
comment on index calibration_participant_key is 'Somebody is chosen once.';

create table calibration_item (
  id        uuid primary key,
  round_id  uuid not null constraint calibration_item_round references calibration_round,
  source_id uuid,
  text      jsonb not null
);
comment on table calibration_item is 'One item of a round with its own copy of the texts, so that nothing done to the project''s items changes what people were judged by.';
comment on column calibration_item.source_id is 'The item of the project it was taken from, if it was.';
comment on index calibration_item_pkey is 'One row an item; version 7 ids keep them in order.';
create index calibration_item_of_round on calibration_item (round_id, id);
comment on index calibration_item_of_round is 'All items of a round in order.';

create table calibration_standard (
  item_id      uuid not null constraint calibration_standard_item references calibration_item on delete cascade,
  version      int not null,
  answers      jsonb not null,
  explanations jsonb not null,
  reason       text,
  made_by      uuid not null,
  made_at      timestamptz not null,
  constraint calibration_standard_key primary key (item_id, version)
);
comment on table calibration_standard is 'The standard answer of an item with an explanation for each criterion; a correction is a new version, earlier ones stay.';
comment on index calibration_standard_key is 'The highest version is in force.';

create table calibration_attempt (
  id           uuid primary key,
  round_id     uuid not null constraint calibration_attempt_round references calibration_round,
  account_id   uuid not null,
  number       int not null,
  state        text not null constraint calibration_attempt_state check (state in ('OPEN', 'HANDED_IN', 'PASSED', 'RETRY', 'FAILED', 'DONE')),
  rate_minor   bigint,
  currency     char(3),
  started_at   timestamptz not null,
  handed_in_at timestamptz,
  decided_at   timestamptz,
  decided_by   uuid,
  reason       text,
  share        double precision,
  constraint calibration_attempt_once unique (round_id, account_id, number),
  constraint calibration_attempt_rate check ((rate_minor is null) = (currency is null)),
  constraint calibration_attempt_decided check ((decided_at is null) = (state in ('OPEN', 'HANDED_IN', 'DONE')))
);
comment on table calibration_attempt is 'One person''s way through a round, with the rate that was pinned when it began.';
comment on index calibration_attempt_pkey is 'One row an attempt.';
comment on index calibration_attempt_once is 'Attempts of a person are numbered, so that two requests at once cannot begin two.';
create unique index calibration_attempt_one_open on calibration_attempt (round_id, account_id) where state = 'OPEN';
comment on index calibration_attempt_one_open is 'Nobody has two attempts of one round open.';

create table calibration_answer (
  id         uuid primary key,
  attempt_id uuid not null constraint calibration_answer_attempt references calibration_attempt,
  item_id    uuid not null constraint calibration_answer_item references calibration_item,
  position   int not null,
  shown      int[] not null,
  answers    jsonb not null,
  revision   int not null,
  done       boolean not null,
  paid       boolean not null default false,
  saved_at   timestamptz,
  constraint calibration_answer_once unique (attempt_id, position)
);
comment on table calibration_answer is 'What somebody answered to one item of an attempt, in the item''s own order, kept as it is typed; its id is the source under which the ledger pays it.';
comment on column calibration_answer.shown is 'The order in which the responses were shown to this person.';
comment on index calibration_answer_pkey is 'Also the name of what was paid.';
comment on index calibration_answer_once is 'The screens name answers by their position, never by the item.';
create index calibration_answer_of_item on calibration_answer (item_id);
comment on index calibration_answer_of_item is 'Whom a corrected standard scores anew.';

create table calibration_mark (
  attempt_id uuid not null constraint calibration_mark_attempt references calibration_attempt,
  position   int not null,
  criterion  text not null,
  share      double precision not null constraint calibration_mark_share check (share in (0, 0.5, 1)),
  note       text not null,
  made_by    uuid not null,
  made_at    timestamptz not null,
  constraint calibration_mark_key primary key (attempt_id, position, criterion)
);
comment on table calibration_mark is 'How far a text met the standard, as a person read it: what cannot be counted is not scored by a machine.';
comment on index calibration_mark_key is 'One mark for each text.';

create table calibration_thread (
  id         uuid primary key,
  attempt_id uuid not null constraint calibration_thread_attempt references calibration_attempt,
  item_id    uuid not null constraint calibration_thread_item references calibration_item,
  position   int not null,
  criterion  text not null,
  opened_by  uuid not null,
  opened_at  timestamptz not null,
  outcome    text constraint calibration_thread_outcome check (outcome in ('LEARNED', 'STANDARD_CORRECTED', 'GUIDELINE_GAP')),
  note       text,
  settled_by uuid,
  settled_at timestamptz,
  constraint calibration_thread_once unique (attempt_id, position, criterion),
  constraint calibration_thread_settled check (num_nulls(outcome, note, settled_by, settled_at) in (0, 4))
);
comment on table calibration_thread is 'One discrepancy between an answer and the standard, talked over until it has an outcome.';
comment on index calibration_thread_pkey is 'One row a thread.';
comment on index calibration_thread_once is 'A discrepancy is talked over in one place.';
create index calibration_thread_of_item on calibration_thread (item_id, criterion) where outcome = 'GUIDELINE_GAP';
comment on index calibration_thread_of_item is 'What the guideline leaves open counts against nobody.';

create table calibration_message (
  id        uuid primary key,
  thread_id uuid not null constraint calibration_message_thread references calibration_thread,
  author_id uuid not null,
  text      text not null,
  at        timestamptz not null
);
comment on table calibration_message is 'What trainer and reviewer said to each other about a discrepancy.';
comment on index calibration_message_pkey is 'One row a message.';
create index calibration_message_of_thread on calibration_message (thread_id, id);
comment on index calibration_message_of_thread is 'A thread is read from its beginning.';
