create table trainer_content_choice (
  account_id  uuid primary key constraint trainer_content_choice_account references identity_account,
  sensitive   boolean not null,
  daily_limit int constraint trainer_content_choice_limit check (daily_limit between 0 and 1000),
  without     uuid[] not null,
  updated_at  timestamptz not null
);
comment on table trainer_content_choice is 'Whether and how much sensitive content a person wants to be shown; who chose nothing is shown it, covered.';
comment on column trainer_content_choice.daily_limit is 'At most so many sensitive tasks a day in all projects together; null leaves it to the projects.';
comment on column trainer_content_choice.without is 'Projects in which this person wants none, whatever else they chose.';
comment on index trainer_content_choice_pkey is 'One choice an account.';
