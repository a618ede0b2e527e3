create sequence mail_message_seq start with 50 increment by 50;

create table mail_message (
  id bigint not null primary key,
  topic varchar(10) not null,
  recipient varchar(254) not null,
  subject varchar(300) not null,
  body varchar(20000) not null,
  language_tag varchar(8) not null,
  written_at ${moment} not null,
  sent_at ${moment},
  state varchar(10) not null,
  attempts integer not null,
  last_error varchar(500)
);

create index mail_message_waiting on mail_message (state, id);
