alter table project_project add column sensitive_per_day int not null default 20
  constraint project_project_sensitive_per_day check (sensitive_per_day between 0 and 1000);
comment on column project_project.sensitive_per_day is 'How many sensitive tasks one person is handed here on one day at most.';
