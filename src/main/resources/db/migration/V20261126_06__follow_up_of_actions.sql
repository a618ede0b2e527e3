alter table plan_action add column provider varchar(200);
alter table plan_action add column followed_by varchar(100);
alter table plan_action add column followed_at ${moment};
alter table plan_action add column last_milestone integer default 0 not null;

create sequence plan_milestone_seq start with 50 increment by 50;

create table plan_milestone (
  id bigint not null primary key,
  action_id bigint not null references plan_action (id),
  milestone_number integer not null,
  due_on date not null,
  aim varchar(500) not null,
  reached_on date,
  reached_by varchar(100),
  unique (action_id, milestone_number)
);
