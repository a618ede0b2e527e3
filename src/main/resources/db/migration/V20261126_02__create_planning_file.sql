create sequence planning_file_seq start with 50 increment by 50;

create table planning_file (
  id bigint not null primary key,
  kind varchar(20) not null,
  version_number integer not null,
  content varchar(1000000) not null,
  sha256 char(64) not null,
  created_by varchar(100) not null,
  created_at ${moment} not null,
  constraint planning_file_once unique (kind, version_number)
);

-- What gaps are measured to, and the number of the declared targets that were in use.
alter table assistance_plan add column target varchar(20) default 'FULL' not null;
alter table assistance_plan add column targets_number integer default 0 not null;
