alter table quality_model add column unfitted boolean not null default true;
comment on column quality_model.unfitted is 'Judgments were measured since the last fit; a server that stops in between leaves it to the next start.';
