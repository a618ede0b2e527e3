create table country (
  iso3 char(3) not null primary key,
  m49 char(3),
  name_ar varchar(200) not null,
  name_zh varchar(200) not null,
  name_en varchar(200) not null,
  name_fr varchar(200) not null,
  name_ru varchar(200) not null,
  name_es varchar(200) not null,
  standing varchar(10) not null,
  region char(3) not null,
  sub_region char(3) not null,
  intermediate_region char(3),
  ldc varchar(24),
  lldc varchar(24),
  sids varchar(24),
  valid_period varchar(24) not null,
  invented boolean not null
);
