alter table project_project add column most_per_person int not null default 0
  constraint project_project_most_per_person check (most_per_person between 0 and 1000000);
comment on column project_project.most_per_person is 'How many tasks of the open queue one person may judge here at most; 0 where there is no such limit.';
alter table project_project add column most_percent int not null default 0
  constraint project_project_most_percent check (most_percent between 0 and 100);
comment on column project_project.most_percent is 'What share of all judgments wanted here one person may give at most, in percent; 0 where there is no such limit.';
