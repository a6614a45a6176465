create table project_project (
  id            uuid primary key,
  slug          text not null,
  name          text not null,
  domain        text not null,
  summary       text not null,
  description   text not null,
  state         text not null constraint project_project_state check (state in ('DRAFT', 'PUBLISHED', 'PAUSED', 'CLOSED')),
  wanted        int not null constraint project_project_wanted check (wanted between 1 and 100),
  gold_rate     double precision not null constraint project_project_gold_rate check (gold_rate between 0 and 1),
  lease_minutes int not null constraint project_project_lease check (lease_minutes between 1 and 10080),
  routing       text not null constraint project_project_routing check (routing in ('OPEN', 'ASSIGNED')),
  created_at    timestamptz not null default now(),
  created_by    uuid not null constraint project_project_author references identity_account
);
comment on table project_project is 'A body of work with its own terms, guideline and people.';
comment on index project_project_pkey is 'One row a project.';
create unique index project_project_by_slug on project_project (slug);
comment on index project_project_by_slug is 'The readable name in addresses belongs to one project.';

create table project_terms (
  project_id        uuid not null constraint project_terms_project references project_project,
  version           int not null,
  rate_minor        bigint,
  currency          char(3),
  expected_minutes  double precision,
  review_hours      int,
  pay_schedule      text,
  dispute_process   text,
  duration          text,
  weekly_hours      text,
  skills            text,
  languages         text[] not null,
  sensitive_content text,
  announced_at      timestamptz not null,
  announced_by      uuid not null constraint project_terms_author references identity_account,
  primary key (project_id, version)
);
comment on table project_terms is 'What a project promises, version by version; never changed, since people hold on to the version they accepted. Empty fields keep a project from being published.';
comment on index project_terms_pkey is 'The newest version is the one with the highest number.';
