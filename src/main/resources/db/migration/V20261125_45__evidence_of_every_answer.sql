alter table evidence alter column sha256 drop not null;
alter table evidence alter column media_type drop not null;
alter table evidence add column question varchar(32);
alter table evidence add column roster_row integer default 0 not null;
alter table evidence add column url varchar(2000);
alter table evidence add column accessed_on date;
alter table evidence add column removed boolean default false not null;
