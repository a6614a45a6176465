create table identity_session (
  primary_id            char(36) primary key,
  session_id            char(36) not null,
  creation_time         bigint not null,
  last_access_time      bigint not null,
  max_inactive_interval int not null,
  expiry_time           bigint not null,
  principal_name        varchar(100)
);
comment on table identity_session is 'Signed-in browsers; Spring Session decides the columns, any node may serve any session.';
comment on index identity_session_pkey is 'Ties the attributes to their session even when its public id is renewed.';
create unique index identity_session_by_id on identity_session (session_id);
comment on index identity_session_by_id is 'The cookie carries this id.';
create index identity_session_by_expiry on identity_session (expiry_time);
comment on index identity_session_by_expiry is 'Finds the sessions to clear away.';
create index identity_session_by_principal on identity_session (principal_name);
comment on index identity_session_by_principal is 'Finds all sessions of an account, to end them when its password changes.';

create table identity_session_attributes (
  session_primary_id char(36) not null constraint identity_session_attributes_session references identity_session on delete cascade,
  attribute_name     varchar(200) not null,
  attribute_bytes    bytea not null,
  primary key (session_primary_id, attribute_name)
);
comment on table identity_session_attributes is 'What a session remembers: the account id, nothing else of ours.';
comment on index identity_session_attributes_pkey is 'One row an attribute of a session.';
