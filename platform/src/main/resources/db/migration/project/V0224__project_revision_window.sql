alter table project_project add column revise_minutes int not null default 60
  constraint project_project_revise_minutes check (revise_minutes between 0 and 10080);
comment on column project_project.revise_minutes is 'How long after handing in a rater may revise a judgment that nobody has reviewed; 0 where it never can be.';
