-- How many SDRs a what-if lets answer (null: as many as are in the pool), and what it breaks leads down by.
alter table simulation add column sdrs integer;
alter table simulation add column segment_by text not null default 'channel';
