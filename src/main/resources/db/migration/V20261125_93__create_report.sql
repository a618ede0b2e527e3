create sequence report_seq start with 50 increment by 50;

create table report (
  id bigint not null primary key,
  template varchar(41) not null,
  subject varchar(100) not null,
  iso3 char(3),
  case_year integer,
  language_tag varchar(2) not null,
  state varchar(10) not null,
  progress_percent integer not null,
  sha256 char(64),
  size_bytes bigint,
  template_sha256 char(64),
  failure_number integer,
  created_by varchar(100) not null,
  created_at ${moment} not null,
  touched_at ${moment} not null,
  edition integer not null
);
