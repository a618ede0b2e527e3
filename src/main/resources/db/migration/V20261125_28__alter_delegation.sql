alter table delegation add column handed_by varchar(100) default '-' not null;
alter table delegation add column handed_at ${moment};
alter table delegation add column completed_by varchar(100);
alter table delegation add column completed_at ${moment};
alter table delegation add column edition integer default 0 not null;

create sequence delegation_event_seq start with 50 increment by 50;

create table delegation_event (
  id bigint not null primary key,
  response_id bigint not null references response (id),
  section varchar(32) not null,
  account_id bigint not null references account (id),
  step varchar(12) not null,
  remark varchar(2000),
  done_by varchar(100) not null,
  done_at ${moment} not null
);

create index delegation_event_of on delegation_event (response_id, id);
