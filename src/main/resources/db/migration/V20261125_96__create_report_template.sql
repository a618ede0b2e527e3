create sequence report_template_version_seq start with 50 increment by 50;

create table report_template_version (
  id bigint not null primary key,
  template varchar(41) not null,
  version_number integer not null,
  file_name varchar(200) not null,
  sha256 char(64) not null,
  size_bytes bigint not null,
  created_by varchar(100) not null,
  created_at ${moment} not null,
  constraint report_template_version_once unique (template, version_number)
);

create table report_template_choice (
  template varchar(41) not null primary key,
  newest integer not null,
  chosen integer not null,
  edition integer not null
);

alter table report add column template_version integer default 0 not null;
