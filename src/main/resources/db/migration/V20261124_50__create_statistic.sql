create sequence statistics_import_seq start with 50 increment by 50;

create table statistics_import (
  id bigint not null primary key,
  file_name varchar(200) not null,
  sha256 char(64) not null unique,
  publisher varchar(60) not null,
  edition varchar(20) not null,
  imported_at ${moment} not null,
  imported_by varchar(100) not null,
  figures integer not null,
  countries integer not null,
  indicators varchar(1000) not null,
  first_year integer not null,
  last_year integer not null,
  unmatched integer not null,
  ignored integer not null
);

create sequence statistics_left_out_seq start with 50 increment by 50;

create table statistics_left_out (
  id bigint not null primary key,
  import_id bigint not null references statistics_import (id),
  sheet varchar(200) not null,
  first_row integer not null,
  row_count integer not null,
  left_out_text varchar(500) not null,
  reason varchar(30) not null
);

create index statistics_left_out_import on statistics_left_out (import_id);

create sequence statistic_seq start with 50 increment by 50;

create table statistic (
  id bigint not null primary key,
  import_id bigint not null references statistics_import (id),
  iso3 char(3) not null references country (iso3),
  indicator varchar(60) not null,
  stat_year integer not null,
  figure numeric(40, 20) not null,
  note varchar(4000),
  -- True, or null for a figure that a newer edition superseded: nulls are never equal, so that there
  -- may be any number of those.
  is_current boolean,
  unique (indicator, stat_year, iso3, is_current)
);

create index statistic_country on statistic (iso3, indicator, stat_year);
