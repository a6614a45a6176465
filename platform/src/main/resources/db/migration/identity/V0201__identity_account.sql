create table identity_account (
  id                  uuid primary key,
  kind                text not null constraint identity_account_kind check (kind in ('PERSON', 'MODEL', 'SERVICE')),
  name                text not null,
  email               text,
  password_hash       text,
  owner               boolean not null default false,
  may_create_projects boolean not null default false,
  created_at          timestamptz not null default now(),
  disabled_at         timestamptz
);
comment on table identity_account is 'Whoever may act here: people who sign in, models that judge, services with a token.';
comment on index identity_account_pkey is 'One row an account.';
create unique index identity_account_by_email on identity_account (lower(email));
comment on index identity_account_by_email is 'Sign-in finds the account by e-mail in any case; an e-mail belongs to one account.';

create table identity_role (
  account_id uuid not null constraint identity_role_account references identity_account,
  project_id uuid not null,
  role       text not null constraint identity_role_role check (role in ('MANAGER', 'LEAD', 'ENGINEER', 'TRAINER')),
  granted_at timestamptz not null default now(),
  primary key (project_id, account_id, role)
);
comment on table identity_role is 'What an account may do in a project; one row a role held. The project lives a floor above, so it is only named.';
comment on index identity_role_pkey is 'Lists the people of a project and holds a role to one row.';
create index identity_role_by_account on identity_role (account_id);
comment on index identity_role_by_account is 'Lists the projects of a person.';

create table identity_token (
  id           uuid primary key,
  account_id   uuid not null constraint identity_token_account references identity_account,
  name         text not null,
  hash         bytea not null,
  scopes       text[] not null,
  created_at   timestamptz not null default now(),
  expires_at   timestamptz not null,
  last_used_at timestamptz
);
comment on table identity_token is 'API tokens, kept only as SHA-256 of the secret; a withdrawn one is deleted.';
comment on index identity_token_pkey is 'One row a token.';
create unique index identity_token_by_hash on identity_token (hash);
comment on index identity_token_by_hash is 'Each request with a token looks it up by its hash.';
create index identity_token_by_account on identity_token (account_id);
comment on index identity_token_by_account is 'Lists the tokens of a person.';

create table identity_invitation (
  id          uuid primary key,
  project_id  uuid not null,
  role        text not null constraint identity_invitation_role check (role in ('MANAGER', 'LEAD', 'ENGINEER', 'TRAINER')),
  email       text,
  hash        bytea not null,
  created_by  uuid not null constraint identity_invitation_author references identity_account,
  created_at  timestamptz not null default now(),
  expires_at  timestamptz not null,
  accepted_by uuid constraint identity_invitation_guest references identity_account,
  accepted_at timestamptz
);
comment on table identity_invitation is 'Links that let one person into a project with one role; used once, kept only as SHA-256 of the secret.';
comment on index identity_invitation_pkey is 'One row an invitation.';
create unique index identity_invitation_by_hash on identity_invitation (hash);
comment on index identity_invitation_by_hash is 'The link carries the secret, which is looked up by its hash.';
create index identity_invitation_by_project on identity_invitation (project_id, id);
comment on index identity_invitation_by_project is 'Lists the invitations of a project.';
