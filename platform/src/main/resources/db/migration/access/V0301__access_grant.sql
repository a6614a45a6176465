create table access_grant (
  id               uuid primary key,
  project_id       uuid not null constraint access_grant_project references project_project,
  account_id       uuid not null constraint access_grant_account references identity_account,
  state            text not null constraint access_grant_state check (state in ('INVITED', 'ACTIVE', 'LEFT')),
  terms_version    int,
  accepted_at      timestamptz,
  restricted_until timestamptz,
  left_at          timestamptz,
  constraint access_grant_once unique (project_id, account_id),
  constraint access_grant_terms foreign key (project_id, terms_version) references project_terms (project_id, version),
  constraint access_grant_accepted check (state <> 'ACTIVE' or terms_version is not null)
);
comment on table access_grant is 'A person''s permission to work in a project under the terms they accepted; a restriction runs out by itself.';
comment on index access_grant_pkey is 'One row a grant.';
comment on index access_grant_once is 'The queue asks for the grant of a person in a project; there is at most one.';
create index access_grant_by_account on access_grant (account_id);
comment on index access_grant_by_account is 'Lists the memberships of a person.';

create table access_gate (
  project_id              uuid primary key constraint access_gate_project references project_project,
  require_acknowledgement boolean not null,
  signal                  text constraint access_gate_signal check (signal in ('GOLD', 'CONSENSUS')),
  below                   double precision,
  minimum                 int,
  days                    int,
  constraint access_gate_whole check (num_nulls(signal, below, minimum, days) in (0, 4))
);
comment on table access_gate is 'The rule of a project: what is needed to work, and what measured quality restricts for how long.';
comment on index access_gate_pkey is 'One gate a project; no row means the default.';

create table access_decision (
  id            uuid primary key,
  grant_id      uuid not null constraint access_decision_grant references access_grant,
  action        text not null constraint access_decision_action check (action in ('RESTRICTED', 'RESTORED')),
  rule          text not null,
  reason        text not null,
  evidence      jsonb not null,
  observations  bigint not null,
  at            timestamptz not null,
  until         timestamptz,
  decided_by    uuid constraint access_decision_author references identity_account,
  appeal_state  text constraint access_decision_appeal check (appeal_state in ('OPEN', 'UPHELD', 'DECLINED')),
  appeal_text   text,
  appeal_at     timestamptz,
  appeal_due_at timestamptz,
  appeal_answer text,
  answered_at   timestamptz,
  answered_by   uuid constraint access_decision_judge references identity_account
);
comment on table access_decision is 'Every restriction and restoration with its rule, its evidence, its end and the appeal against it.';
comment on index access_decision_pkey is 'One row a decision.';
create index access_decision_by_grant on access_decision (grant_id, id desc);
comment on index access_decision_by_grant is 'Lists the decisions about a person, newest first.';
