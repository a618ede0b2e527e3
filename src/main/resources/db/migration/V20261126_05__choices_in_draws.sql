alter table assistance_plan add column draws integer default 0 not null;
alter table assistance_plan add column uncertainty_run_id bigint references uncertainty_run (id);
alter table assistance_plan add column drawn integer default 0 not null;
alter table assistance_plan add column draw_time_outs integer;

create table plan_choice (
  plan_id bigint not null references assistance_plan (id),
  iso3 char(3) not null references country (iso3),
  assistance varchar(64) not null,
  share double precision not null,
  primary key (plan_id, iso3, assistance)
);
