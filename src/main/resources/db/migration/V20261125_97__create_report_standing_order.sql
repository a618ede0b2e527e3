create sequence report_standing_order_seq start with 50 increment by 50;

create table report_standing_order (
  id bigint not null primary key,
  template varchar(41) not null,
  subject varchar(100) not null,
  iso3 char(3),
  case_year integer,
  language_tag varchar(2) not null,
  rhythm varchar(10) not null,
  first_day date not null,
  next_at ${moment} not null,
  failure_number integer,
  created_by varchar(100) not null,
  edition integer not null
);

create table report_standing_reader (
  standing_order_id bigint not null references report_standing_order,
  account_id bigint not null,
  primary key (standing_order_id, account_id)
);

alter table report add column standing_order_id bigint;
