-- Which record of the log a score was taken from, so that reading the log again takes nothing back.
alter table score add column log text; -- the incarnation of the topic and the partition
alter table score add column log_offset bigint; -- offsets count within it

-- The session an event is about. While it is not known here, neither is whose episode it is by now.
alter table feed add column session text;

-- How the alert stood when it was acknowledged; null where that was not noted yet.
alter table acknowledgement add column severity text;
alter table acknowledgement add column status text;
