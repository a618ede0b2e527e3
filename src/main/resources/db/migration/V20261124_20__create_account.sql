create sequence account_seq start with 50 increment by 50;

create table account (
  id bigint not null primary key,
  login_name varchar(100) not null unique,
  full_name varchar(200) not null,
  email varchar(254) not null,
  account_role varchar(20) not null,
  iso3 char(3) references country (iso3),
  language_tag varchar(8) not null,
  password_hash varchar(300),
  failed_attempts integer not null,
  locked_until ${moment},
  enabled boolean not null,
  edition integer not null
);

create sequence account_key_seq start with 50 increment by 50;

create table account_key (
  id bigint not null primary key,
  account_id bigint not null references account (id),
  key_use varchar(20) not null,
  secret_sha256 char(64) not null unique,
  label varchar(100) not null,
  created_at ${moment} not null,
  expires_at ${moment} not null
);
