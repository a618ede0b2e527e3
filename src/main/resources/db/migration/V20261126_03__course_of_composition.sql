alter table assistance_plan add column stage varchar(10);
alter table assistance_plan add column bound_basis varchar(10);
alter table assistance_plan add column more_cost bigint;

create table plan_country (
  plan_id bigint not null references assistance_plan (id),
  iso3 char(3) not null references country (iso3),
  need double precision not null,
  gain double precision not null,
  primary key (plan_id, iso3)
);

create sequence plan_change_seq start with 50 increment by 50;

create table plan_change (
  id bigint not null primary key,
  plan_id bigint not null references assistance_plan (id),
  place integer not null,
  added boolean not null,
  assistance varchar(64) not null,
  iso3 char(3) not null references country (iso3),
  offer varchar(100) not null,
  plan_year integer not null,
  cost bigint not null,
  points double precision not null,
  unique (plan_id, place)
);
