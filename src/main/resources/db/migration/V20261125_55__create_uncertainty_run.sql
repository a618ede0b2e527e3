create sequence uncertainty_run_seq start with 50 increment by 50;

create table uncertainty_run (
  id bigint not null primary key,
  assessment_id bigint not null references assessment (id),
  case_year integer,
  element varchar(64) not null,
  replication_count integer not null,
  design_size integer not null,
  top_count integer not null,
  seed bigint not null,
  factor_names varchar(200) not null,
  weights_share double precision,
  unverified_share double precision,
  state varchar(10) not null,
  progress_percent integer not null,
  failure_number integer,
  failure_detail varchar(1000),
  shift_variance double precision,
  created_by varchar(100) not null,
  created_at ${moment} not null,
  touched_at ${moment} not null,
  finished_at ${moment},
  edition integer not null
);

create index uncertainty_run_of on uncertainty_run (assessment_id);

create table uncertainty_factor (
  run_id bigint not null references uncertainty_run (id),
  place integer not null,
  factor_name varchar(40) not null,
  detail varchar(20000) not null,
  first_share double precision,
  first_low double precision,
  first_high double precision,
  total_share double precision,
  total_low double precision,
  total_high double precision,
  primary key (run_id, place)
);

create table uncertainty_case (
  run_id bigint not null references uncertainty_run (id),
  place integer not null,
  iso3 char(3) not null,
  score double precision,
  score_low double precision,
  score_median double precision,
  score_high double precision,
  standing double precision,
  standing_low double precision,
  standing_median double precision,
  standing_high double precision,
  standing_mean double precision,
  scored_count integer not null,
  top_chance double precision not null,
  group_chances varchar(4000),
  rank_counts varchar(20000) not null,
  ahead_chances varchar(20000) not null,
  primary key (run_id, place)
);
