alter table guideline_draft add column revision uuid not null default gen_random_uuid();
comment on column guideline_draft.revision is 'Another one with each save, so that nobody saves over what they have not seen.';
