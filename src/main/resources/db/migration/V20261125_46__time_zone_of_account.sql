alter table account add column time_zone varchar(64);
