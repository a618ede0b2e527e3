-- Whether an assessment took answers as they were declared, or the verified value where there is one.
alter table assessment add column answer_values varchar(20) default 'DECLARED' not null;
