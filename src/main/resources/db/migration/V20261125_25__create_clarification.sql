create sequence clarification_seq start with 50 increment by 50;

create table clarification (
  id bigint not null primary key,
  response_id bigint not null references response (id),
  question varchar(32) not null,
  roster_row integer not null,
  state varchar(10) not null,
  marked boolean not null,
  told boolean not null,
  answer_revision integer not null,
  edition integer not null
);

create index clarification_of on clarification (response_id, question);

create sequence clarification_message_seq start with 50 increment by 50;

create table clarification_message (
  id bigint not null primary key,
  clarification_id bigint not null references clarification (id),
  written_at ${moment} not null,
  written_by varchar(100) not null,
  of_country boolean not null,
  words varchar(5000) not null
);

create index clarification_message_of on clarification_message (clarification_id, id);

create sequence verification_seq start with 50 increment by 50;

create table verification (
  id bigint not null primary key,
  response_id bigint not null references response (id),
  question varchar(32) not null,
  roster_row integer not null,
  revision integer not null,
  verdict varchar(20) not null,
  verified_value varchar(10000),
  remark varchar(2000),
  answer_revision integer not null,
  judged_by varchar(100) not null,
  judged_at ${moment} not null,
  unique (response_id, question, roster_row, revision)
);
