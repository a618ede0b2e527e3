alter table mail_message add column purpose varchar(20) default 'OTHER' not null;
alter table mail_message add column about_round varchar(32);
alter table mail_message add column about_country char(3);
alter table mail_message add column calendar varchar(8000);

create index mail_message_about on mail_message (about_round, id);
