create table identity_password_link (
  hash       bytea primary key,
  account_id uuid not null constraint identity_password_link_account references identity_account,
  made_by    uuid not null constraint identity_password_link_maker references identity_account,
  expires_at timestamptz not null
);
comment on table identity_password_link is 'Links by which somebody who forgot their password sets a new one; kept only as SHA-256 of the secret, deleted when used.';
comment on index identity_password_link_pkey is 'The link carries the secret, which is looked up by its hash.';
create unique index identity_password_link_by_account on identity_password_link (account_id);
comment on index identity_password_link_by_account is 'A newer link takes the place of the one before.';
