create table installation_secret (
  purpose varchar(32) not null primary key,
  secret varchar(64) not null
);
