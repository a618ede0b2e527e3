alter table assistance_plan add column first_id bigint references assistance_plan (id);
alter table assistance_plan add column version_number integer default 1 not null;
alter table assistance_plan add column agreed_by varchar(100);
alter table assistance_plan add column agreed_at ${moment};

create index assistance_plan_versions on assistance_plan (first_id);
