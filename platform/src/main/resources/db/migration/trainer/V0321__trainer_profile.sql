create table trainer_profile (
  account_id   uuid primary key constraint trainer_profile_account references identity_account,
  expertise    text[] not null,
  languages    text[] not null,
  time_zone    text not null,
  weekly_hours int constraint trainer_profile_hours check (weekly_hours between 0 and 168),
  about        text not null,
  updated_at   timestamptz not null
);
comment on table trainer_profile is 'What a trainer says of themselves: fields, languages, hours and time zone.';
comment on index trainer_profile_pkey is 'One profile an account.';
