create table adjudication_case (
  id uuid primary key,
  project_id uuid not null,
  item_id uuid,
  kind text not null,
  state text not null default 'OPEN',
  judgment_id uuid,
  decision_id uuid,
  person_id uuid,
  text text,
  opened_at timestamptz not null default now(),
  decided_at timestamptz,
  decided_by uuid,
  reason text,
  uphold boolean,
  verdict_id uuid,
  constraint adjudication_case_kind check (kind in ('FLAG', 'DISAGREEMENT', 'APPEAL', 'DISPUTE')),
  constraint adjudication_case_state check (state in ('OPEN', 'DECIDED')),
  constraint adjudication_case_decided check ((state = 'DECIDED') = (decided_at is not null))
);
comment on table adjudication_case is 'A question that a person settles: a flag, a disagreement, a dispute about a judgment or an appeal against a decision.';
comment on index adjudication_case_pkey is 'Cases by name; version 7 ids keep them in order of opening.';
create unique index adjudication_case_one_open on adjudication_case (item_id) where state = 'OPEN' and kind in ('FLAG', 'DISAGREEMENT');
comment on index adjudication_case_one_open is 'All doubts about one item are settled together.';
create unique index adjudication_case_of_dispute on adjudication_case (judgment_id) where kind = 'DISPUTE';
comment on index adjudication_case_of_dispute is 'A judgment is disputed once.';
create unique index adjudication_case_of_appeal on adjudication_case (decision_id) where kind = 'APPEAL';
comment on index adjudication_case_of_appeal is 'A decision is appealed once.';
create index adjudication_case_list on adjudication_case (project_id, state, id);
comment on index adjudication_case_list is 'The lead''s list of open cases.';
create index adjudication_case_of_item on adjudication_case (item_id);
comment on index adjudication_case_of_item is 'The cases of one item.';

create table adjudication_cause (
  case_id uuid not null references adjudication_case,
  kind text not null,
  subject_id uuid not null,
  category text,
  note text,
  at timestamptz not null default now(),
  constraint adjudication_cause_key primary key (kind, subject_id)
);
comment on table adjudication_cause is 'Why a case was opened: each flag and each disagreement once.';
comment on index adjudication_cause_key is 'The same flag never opens a second case.';
create index adjudication_cause_of_case on adjudication_cause (case_id);
comment on index adjudication_cause_of_case is 'The causes of one case.';

create table adjudication_outcome (
  judgment_id uuid not null,
  case_id uuid not null references adjudication_case,
  project_id uuid not null,
  rater_id uuid not null,
  outcome text not null,
  reason text,
  decided_by uuid not null,
  at timestamptz not null default clock_timestamp(),
  constraint adjudication_outcome_key primary key (judgment_id, case_id),
  constraint adjudication_outcome_outcome check (outcome in ('ACCEPTED', 'REJECTED', 'CORRECTED')),
  constraint adjudication_outcome_reason check (outcome <> 'REJECTED' or reason is not null)
);
comment on table adjudication_outcome is 'What a verdict meant for each judgment; the newest row counts, earlier ones stay.';
comment on index adjudication_outcome_key is 'One outcome for each judgment in each case.';
create index adjudication_outcome_of_rater on adjudication_outcome (project_id, rater_id, outcome);
comment on index adjudication_outcome_of_rater is 'How much of a rater''s work was rejected, which is capped.';
