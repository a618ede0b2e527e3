create sequence response_seq start with 50 increment by 50;

create table response (
  id bigint not null primary key,
  round_id bigint not null references collection_round (id),
  iso3 char(3) not null references country (iso3),
  state varchar(12) not null,
  state_since ${moment} not null,
  edition integer not null,
  unique (round_id, iso3)
);

create sequence response_event_seq start with 50 increment by 50;

create table response_event (
  id bigint not null primary key,
  response_id bigint not null references response (id),
  done_at ${moment} not null,
  done_by varchar(100) not null,
  new_state varchar(12) not null,
  remark varchar(5000)
);

create index response_event_of on response_event (response_id, id);

create sequence answer_seq start with 50 increment by 50;

create table answer (
  id bigint not null primary key,
  response_id bigint not null references response (id),
  question varchar(32) not null,
  roster_row integer not null,
  answer_value varchar(10000),
  status varchar(16) not null,
  remark varchar(2000),
  source varchar(2000),
  confidentiality varchar(12),
  revision integer not null,
  changed_by varchar(100) not null,
  changed_at ${moment} not null,
  edition integer not null,
  unique (response_id, question, roster_row)
);

create sequence answer_revision_seq start with 50 increment by 50;

create table answer_revision (
  id bigint not null primary key,
  response_id bigint not null references response (id),
  question varchar(32) not null,
  roster_row integer not null,
  revision integer not null,
  answer_value varchar(10000),
  status varchar(16) not null,
  remark varchar(2000),
  source varchar(2000),
  confidentiality varchar(12),
  changed_by varchar(100) not null,
  changed_at ${moment} not null,
  via varchar(10) not null,
  unique (response_id, question, roster_row, revision)
);

create sequence roster_row_seq start with 50 increment by 50;

create table roster_row (
  id bigint not null primary key,
  response_id bigint not null references response (id),
  roster varchar(32) not null,
  place integer not null,
  removed boolean not null,
  unique (response_id, roster, place)
);

create sequence delegation_seq start with 50 increment by 50;

create table delegation (
  id bigint not null primary key,
  response_id bigint not null references response (id),
  section varchar(32) not null,
  account_id bigint not null references account (id),
  unique (response_id, section, account_id)
);

create sequence evidence_seq start with 50 increment by 50;

create table evidence (
  id bigint not null primary key,
  response_id bigint not null references response (id),
  sha256 char(64) not null,
  file_name varchar(200) not null,
  media_type varchar(100) not null,
  size_bytes bigint not null,
  added_by varchar(100) not null,
  added_at ${moment} not null
);

create index evidence_of on evidence (response_id);

create sequence workbook_upload_seq start with 50 increment by 50;

create table workbook_upload (
  id bigint not null primary key,
  response_id bigint not null references response (id),
  sha256 char(64) not null,
  file_name varchar(200) not null,
  uploaded_by varchar(100) not null,
  uploaded_at ${moment} not null
);
