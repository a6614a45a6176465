create table quality_gold (
  item_id uuid primary key,
  project_id uuid not null,
  answers jsonb not null,
  explanation text not null,
  made_by uuid not null,
  made_at timestamptz not null default now()
);
comment on table quality_gold is 'Items whose answer is known; nothing that a rater can reach names this table.';
comment on index quality_gold_pkey is 'The known answer of an item.';
create index quality_gold_of_project on quality_gold (project_id);
comment on index quality_gold_of_project is 'All gold of a project.';

create table quality_measurement (
  judgment_id uuid primary key,
  project_id uuid not null,
  rater_id uuid not null,
  item_id uuid not null,
  flag boolean not null,
  gold_hit double precision,
  at timestamptz not null default now()
);
comment on table quality_measurement is 'One row for each judgment that was measured; gold_hit is the share of known answers it met, null where the item is no gold.';
comment on index quality_measurement_pkey is 'A judgment is measured once.';
create index quality_measurement_of_rater on quality_measurement (project_id, rater_id);
comment on index quality_measurement_of_rater is 'What a standing is summed from.';
create index quality_measurement_of_item on quality_measurement (item_id);
comment on index quality_measurement_of_item is 'Whom a corrected gold item scores anew.';

create table quality_consensus (
  item_id uuid not null,
  criterion text not null,
  response smallint not null,
  project_id uuid not null,
  answer text not null,
  probability double precision not null,
  n int not null,
  distribution jsonb not null,
  majority text,
  method text not null,
  contested boolean not null,
  at timestamptz not null default now(),
  constraint quality_consensus_key primary key (item_id, criterion, response)
) with (fillfactor = 70);
comment on table quality_consensus is 'The estimated answer of each criterion of an item (response -1 where the item as a whole is asked about); always recomputable from the judgments.';
comment on index quality_consensus_key is 'One estimate for each question asked about an item.';
create index quality_consensus_of_project on quality_consensus (project_id);
comment on index quality_consensus_of_project is 'Dropping and rebuilding a project''s consensus.';

create table quality_standing (
  project_id uuid not null,
  rater_id uuid not null,
  judgments int not null,
  flags int not null,
  gold_hits double precision not null,
  gold_n int not null,
  consensus_hits double precision not null,
  consensus_n int not null,
  at timestamptz not null default now(),
  constraint quality_standing_key primary key (project_id, rater_id)
) with (fillfactor = 70);
comment on table quality_standing is 'Sums from which a rater''s measured quality is told; always recomputable.';
comment on index quality_standing_key is 'One standing for each rater and project.';

create table quality_agreement (
  project_id uuid not null,
  criterion text not null,
  level text not null,
  value double precision,
  low double precision,
  high double precision,
  n bigint not null,
  items bigint not null,
  raters int not null,
  because text,
  at timestamptz not null default now(),
  constraint quality_agreement_key primary key (project_id, criterion),
  constraint quality_agreement_known check ((value is null) = (because is not null))
);
comment on table quality_agreement is 'Krippendorff''s alpha of each criterion, or why there is none; always recomputable.';
comment on index quality_agreement_key is 'One coefficient for each criterion of a project.';

create table quality_model (
  project_id uuid primary key,
  node uuid not null
);
comment on table quality_model is 'Which running server measured a project last; another one, or the same after a restart, first reads the project''s judgments anew.';
comment on index quality_model_pkey is 'One server measures a project at a time.';
