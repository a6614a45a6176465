alter table quality_gold add column guideline_version int;
alter table quality_gold add column era int;
update quality_gold g set
  guideline_version = coalesce((select max(v.version) from guideline_version v where v.project_id = g.project_id and v.published_at <= g.made_at), 1),
  era = coalesce((select max(v.version) from guideline_version v
    where v.project_id = g.project_id and v.published_at <= g.made_at and v.effect = 'BREAKING'), 1);
alter table quality_gold alter column guideline_version set not null, alter column era set not null;
alter table quality_gold drop constraint quality_gold_pkey;
alter table quality_gold add constraint quality_gold_key primary key (item_id, era);
comment on column quality_gold.guideline_version is 'The version under which the answer was given, and by whose rubric it is read.';
comment on column quality_gold.era is 'The breaking version since which the answer holds; judgments of other eras are not scored against it.';
comment on index quality_gold_key is 'The known answer of an item, one for each era of the guideline.';

alter table quality_consensus add column era int not null default 1;
alter table quality_consensus drop constraint quality_consensus_key;
alter table quality_consensus add constraint quality_consensus_key primary key (item_id, criterion, response, era);
comment on column quality_consensus.era is 'The breaking version that began the era whose judgments it rests on; judgments of two eras never make one estimate.';
comment on index quality_consensus_key is 'One estimate for each question asked about an item in each era.';

alter table quality_agreement add column era int not null default 1;
alter table quality_agreement drop constraint quality_agreement_key;
alter table quality_agreement add constraint quality_agreement_key primary key (project_id, criterion, era);
comment on column quality_agreement.era is 'The breaking version that began the era whose judgments are compared.';
comment on index quality_agreement_key is 'One coefficient for each criterion of a project and era.';

delete from quality_consensus c using guideline_version v where v.project_id = c.project_id and v.version > 1 and v.effect = 'BREAKING';
delete from quality_agreement a using guideline_version v where v.project_id = a.project_id and v.version > 1 and v.effect = 'BREAKING';
