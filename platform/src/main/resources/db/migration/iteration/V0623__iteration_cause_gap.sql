alter table iteration_cause drop constraint iteration_cause_kind;
alter table iteration_cause add constraint iteration_cause_kind check (kind in ('FLAG', 'CRITERION', 'GOLD', 'GAP'));
comment on table iteration_cause is 'Doubts that a version of the guideline answers: flags, criteria on which judges differ, contested known answers, gaps found in calibration. Without a version they are picked for the draft.';
comment on column iteration_cause.subject is 'The case of a flag, the key of a criterion, the item of a known answer, the attempt and question of a gap.';
