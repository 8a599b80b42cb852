-- Up to where what the target remembers of a flow's runs is in the meters, so that what moved under a program that was
-- killed, or behind a line that was cut, is counted when the next run begins, once.
ALTER TABLE exchange.flow
    ADD counted_run   bigint,
    ADD counted_read  bigint NOT NULL DEFAULT 0,
    ADD counted_aside bigint NOT NULL DEFAULT 0;
COMMENT ON COLUMN exchange.flow.counted_run IS 'as the target counts them; none before the first run, and while a node keeps the target';
