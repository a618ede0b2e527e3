create sequence index_version_seq start with 50 increment by 50;

create table index_version (
  id bigint not null primary key,
  code varchar(64) not null,
  version_number integer not null,
  sha256 char(64) not null,
  definition varchar(1000000) not null,
  published_at ${moment} not null,
  unique (code, version_number)
);

create sequence assessment_seq start with 50 increment by 50;

create table assessment (
  id bigint not null primary key,
  title varchar(200),
  index_code varchar(64) not null,
  index_version integer not null,
  definition varchar(1000000) not null,
  definition_sha256 char(64) not null,
  population varchar(10) not null,
  round_id bigint references collection_round (id),
  submitted_too boolean not null,
  first_year integer,
  last_year integer,
  info_states_id bigint references assessment (id),
  seed bigint not null,
  input_sha256 char(64),
  state varchar(10) not null,
  progress_percent integer not null,
  failure_number integer,
  failure_detail varchar(1000),
  created_by varchar(100) not null,
  created_at ${moment} not null,
  touched_at ${moment} not null,
  finished_at ${moment},
  edition integer not null
);

create table assessment_weight (
  assessment_id bigint not null references assessment (id),
  element varchar(64) not null,
  place integer not null,
  share_of_parent double precision not null,
  share_of_whole double precision not null,
  primary key (assessment_id, element)
);

create table assessment_cell (
  assessment_id bigint not null references assessment (id),
  step_number integer not null,
  element varchar(64) not null,
  iso3 char(3) not null,
  case_year integer,
  figure double precision,
  state varchar(16) not null,
  marks varchar(100)
);

create index assessment_cell_of on assessment_cell (assessment_id, step_number, iso3);

create table assessment_score (
  assessment_id bigint not null references assessment (id),
  iso3 char(3) not null,
  case_year integer,
  element varchar(64) not null,
  measured double precision,
  score double precision,
  standing double precision,
  state varchar(16) not null,
  marks varchar(100),
  weight double precision,
  points double precision,
  best double precision,
  gain double precision,
  observed_count integer not null,
  imputed_count integer not null,
  applicable_count integer not null,
  weight_share double precision
);

create index assessment_score_of on assessment_score (assessment_id, case_year, element);

create index assessment_score_of_country on assessment_score (assessment_id, iso3);

create table assessment_case (
  assessment_id bigint not null references assessment (id),
  iso3 char(3) not null,
  case_year integer,
  basis varchar(12) not null,
  response_id bigint references response (id),
  group_number integer,
  group_year integer
);

create index assessment_case_of on assessment_case (assessment_id, case_year);

create table assessment_group (
  assessment_id bigint not null references assessment (id),
  case_year integer,
  group_number integer not null,
  lower_limit double precision,
  member_count integer not null,
  explained double precision
);

create index assessment_group_of on assessment_group (assessment_id);

create table assessment_note (
  assessment_id bigint not null references assessment (id),
  place integer not null,
  step_name varchar(20) not null,
  element varchar(64),
  iso3 char(3),
  case_year integer,
  code varchar(40) not null,
  remark varchar(1000) not null,
  primary key (assessment_id, place)
);
