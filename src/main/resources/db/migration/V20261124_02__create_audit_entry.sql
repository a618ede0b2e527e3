create sequence audit_entry_seq start with 50 increment by 50;

create table audit_entry (
  id bigint not null primary key,
  done_at ${moment} not null,
  actor varchar(100) not null,
  action varchar(60) not null,
  subject varchar(500) not null
);
