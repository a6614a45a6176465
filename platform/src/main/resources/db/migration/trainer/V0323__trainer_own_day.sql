-- 'UTC' stood for everybody who never chose; from now on nothing stands there until the person or their browser names a zone.
alter table trainer_profile
  alter column time_zone drop not null,
  add column day_from   timestamptz,
  add column day_before timestamptz,
  add constraint trainer_profile_day check ((day_from is null) = (day_before is null) and day_from >= day_before + interval '24 hours');
update trainer_profile set time_zone = null where time_zone = 'UTC';
comment on column trainer_profile.time_zone is 'Where this person''s days begin and end, an IANA name; null until one is chosen, which counts as UTC.';
comment on column trainer_profile.day_from is 'The first midnight of a zone that was changed, from which limits a day are counted by it.';
comment on column trainer_profile.day_before is 'When the day began that ran as the zone was changed; until day_from it goes on.';
