create sequence questionnaire_version_seq start with 50 increment by 50;

create table questionnaire_version (
  id bigint not null primary key,
  code varchar(32) not null,
  version_name varchar(32) not null,
  state varchar(10) not null,
  sha256 char(64) not null,
  published_at ${moment},
  unique (code, version_name)
);

create sequence questionnaire_text_seq start with 50 increment by 50;

create table questionnaire_text (
  id bigint not null primary key,
  version_id bigint not null references questionnaire_version (id),
  file_name varchar(100) not null,
  content varchar(1000000) not null,
  unique (version_id, file_name)
);
