create table identity_session (
  hash       bytea primary key,
  account_id uuid not null constraint identity_session_account references identity_account,
  started_at timestamptz not null,
  seen_at    timestamptz not null
);
comment on table identity_session is 'Signed-in browsers; only the SHA-256 of the cookie is kept, and any node may serve any session.';
comment on index identity_session_pkey is 'Each request with a cookie looks its session up by hash.';
create index identity_session_by_account on identity_session (account_id);
comment on index identity_session_by_account is 'Ends the other sessions of an account when its password changes.';
create index identity_session_by_age on identity_session (seen_at);
comment on index identity_session_by_age is 'Finds the sessions nobody has used for long, to clear them away.';
