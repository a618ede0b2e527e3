create sequence assistance_plan_seq start with 50 increment by 50;

create table assistance_plan (
  id bigint not null primary key,
  title varchar(200) not null,
  assessment_id bigint not null references assessment (id),
  catalogue varchar(1000000) not null,
  catalogue_sha256 char(64) not null,
  budgets varchar(200) not null,
  most_per_country integer,
  ldc_share double precision not null,
  low_end_share double precision not null,
  yearly_loss double precision not null,
  unknown_weight double precision not null,
  low_end_weight double precision not null,
  closing_weight double precision not null,
  state varchar(10) not null,
  method varchar(10),
  gain double precision,
  upper_bound double precision,
  whole_need double precision,
  more_money bigint not null,
  more_gain double precision,
  failure_number integer,
  created_by varchar(100) not null,
  created_at ${moment} not null,
  touched_at ${moment} not null,
  edition integer not null
);

create sequence plan_action_seq start with 50 increment by 50;

create table plan_action (
  id bigint not null primary key,
  plan_id bigint not null references assistance_plan (id),
  place integer not null,
  assistance varchar(64) not null,
  iso3 char(3) not null references country (iso3),
  offer varchar(100) not null,
  plan_year integer not null,
  cost bigint not null,
  points double precision not null,
  standing varchar(10) not null,
  responsible varchar(200),
  remark varchar(2000),
  edition integer not null,
  unique (plan_id, place)
);
