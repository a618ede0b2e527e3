alter table questionnaire_version add column edition integer default 0 not null;
alter table questionnaire_version add column changed_at ${moment};
alter table questionnaire_version add column changed_by varchar(100);
alter table questionnaire_version add column published_by varchar(100);
alter table questionnaire_version add column retired_at ${moment};
alter table questionnaire_version add column retired_by varchar(100);

alter table questionnaire_text add column sha256 char(64);

create sequence text_correction_seq start with 50 increment by 50;

create table text_correction (
  id bigint not null primary key,
  version_id bigint not null references questionnaire_version (id),
  language varchar(2) not null,
  part varchar(20) not null,
  subject varchar(5000) not null,
  choice varchar(64),
  before_text varchar(5000),
  after_text varchar(5000),
  reason varchar(500),
  corrected_by varchar(100) not null,
  corrected_at ${moment} not null
);

create index text_correction_of on text_correction (version_id, id);

create sequence translation_review_seq start with 50 increment by 50;

create table translation_review (
  id bigint not null primary key,
  version_id bigint not null references questionnaire_version (id),
  language varchar(2) not null,
  reviewed_by varchar(100) not null,
  reviewed_at ${moment} not null,
  unique (version_id, language)
);
