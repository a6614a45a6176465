alter table calibration_thread drop constraint calibration_thread_outcome;
alter table calibration_thread add constraint calibration_thread_outcome check (outcome in ('LEARNED', 'STANDARD_CORRECTED', 'GUIDELINE_GAP', 'MARK_CORRECTED'));
