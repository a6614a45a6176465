alter table adjudication_outcome add column clause text;
comment on column adjudication_outcome.clause is 'The heading of the guideline that a rejected judgment does not follow; null where that version has none, and before it was asked for.';
