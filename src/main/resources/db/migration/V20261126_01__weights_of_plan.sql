-- The weights of priorities by name; there are more of them than the three that had columns.
alter table assistance_plan add column priority_weights varchar(400);
update assistance_plan set priority_weights =
  'unknown=' || unknown_weight || ' lowEnd=' || low_end_weight || ' closing=' || closing_weight;
alter table assistance_plan alter column priority_weights set not null;
alter table assistance_plan drop column unknown_weight;
alter table assistance_plan drop column low_end_weight;
alter table assistance_plan drop column closing_weight;
