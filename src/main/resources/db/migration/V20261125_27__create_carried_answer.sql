alter table collection_round add column carry_forward boolean default false not null;

create sequence carried_answer_seq start with 50 increment by 50;

create table carried_answer (
  id bigint not null primary key,
  response_id bigint not null references response (id),
  question varchar(32) not null,
  roster_row integer not null,
  from_response_id bigint not null references response (id),
  reworded boolean not null,
  confirmed_by varchar(100),
  confirmed_at ${moment},
  edition integer not null,
  unique (response_id, question, roster_row)
);
