create sequence scratch_response_seq start with 50 increment by 50;

create table scratch_response (
  id bigint not null primary key,
  version_id bigint not null references questionnaire_version (id) on delete cascade,
  login varchar(100) not null,
  content varchar(1000000) not null,
  written_at ${moment} not null,
  edition integer not null,
  unique (version_id, login)
);
