create table journey_hop (
  judgment_id uuid not null,
  hop text not null,
  due_at timestamptz not null,
  attempts int not null default 0,
  last_error text,
  constraint journey_hop_key primary key (judgment_id, hop),
  constraint journey_hop_hop check (hop in ('MEASURE', 'GATE', 'ESCALATE', 'SETTLE'))
) with (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500);
comment on table journey_hop is 'What is still to happen to a judgment; the row goes in the transaction that does it, so each hop is done exactly once.';
comment on index journey_hop_key is 'A judgment waits for each hop once.';
create index journey_hop_due on journey_hop (hop, due_at);
comment on index journey_hop_due is 'What is due next, hop by hop.';
