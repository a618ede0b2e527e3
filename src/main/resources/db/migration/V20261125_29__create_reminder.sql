create sequence reminder_day_seq start with 50 increment by 50;

create table reminder_day (
  id bigint not null primary key,
  round_id bigint not null references collection_round (id),
  days_before integer not null,
  set_at ${moment} not null,
  unique (round_id, days_before)
);

create sequence sent_reminder_seq start with 50 increment by 50;

create table sent_reminder (
  id bigint not null primary key,
  round_id bigint not null references collection_round (id),
  iso3 char(3) not null references country (iso3),
  account_id bigint not null references account (id),
  days_before integer not null,
  deadline ${moment} not null,
  message_id bigint not null references mail_message (id),
  sent_at ${moment} not null,
  unique (round_id, iso3, account_id, days_before, deadline)
);
