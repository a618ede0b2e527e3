create sequence collection_round_seq start with 50 increment by 50;

create table collection_round (
  id bigint not null primary key,
  code varchar(32) not null unique,
  title varchar(200) not null,
  state varchar(10) not null,
  deadline ${moment} not null,
  opened_at ${moment},
  closed_at ${moment},
  edition integer not null
);

create table round_version (
  round_id bigint not null references collection_round (id),
  version_id bigint not null references questionnaire_version (id),
  place integer not null,
  primary key (round_id, version_id)
);

create sequence round_country_seq start with 50 increment by 50;

create table round_country (
  id bigint not null primary key,
  round_id bigint not null references collection_round (id),
  iso3 char(3) not null references country (iso3),
  extended_deadline ${moment},
  extension_reason varchar(500),
  unique (round_id, iso3)
);
