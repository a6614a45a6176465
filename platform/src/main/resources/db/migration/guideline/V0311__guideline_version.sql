create table guideline_version (
  project_id   uuid not null constraint guideline_version_project references project_project,
  version      int not null,
  body         text not null,
  rubric       jsonb not null,
  change_note  text not null,
  effect       text not null constraint guideline_version_effect check (effect in ('EDITORIAL', 'CLARIFYING', 'BREAKING')),
  published_at timestamptz not null,
  published_by uuid not null constraint guideline_version_author references identity_account,
  primary key (project_id, version)
);
comment on table guideline_version is 'Guidelines as published; never changed, since judgments are held against the version they were made under.';
comment on index guideline_version_pkey is 'The version in force is the highest number.';

create table guideline_draft (
  project_id uuid primary key constraint guideline_draft_project references project_project,
  body       text not null,
  rubric     jsonb not null,
  updated_at timestamptz not null,
  updated_by uuid not null constraint guideline_draft_author references identity_account
);
comment on table guideline_draft is 'The next version while it is being written, one a project.';
comment on index guideline_draft_pkey is 'One draft a project.';

create table guideline_acknowledgement (
  project_id uuid not null,
  account_id uuid not null constraint guideline_acknowledgement_account references identity_account,
  version    int not null,
  at         timestamptz not null,
  primary key (project_id, account_id, version),
  constraint guideline_acknowledgement_version foreign key (project_id, version) references guideline_version (project_id, version)
);
comment on table guideline_acknowledgement is 'Who said to have read which version, and when.';
comment on index guideline_acknowledgement_pkey is 'The queue asks which version a person has read last.';
