-- Nodes write too: of each run it is kept which way its rows go, and how much of it was handed over.
ALTER TABLE exchange.node_run
    ADD COLUMN way         text   NOT NULL DEFAULT 'out' CHECK (way IN ('out', 'in')),
    ADD COLUMN at_read     bigint NOT NULL DEFAULT 0,
    ADD COLUMN at_written  bigint NOT NULL DEFAULT 0,
    ADD COLUMN at_aside    bigint NOT NULL DEFAULT 0,
    ADD COLUMN handed_from bigint NOT NULL DEFAULT 0,
    ADD COLUMN handed_to   bigint NOT NULL DEFAULT 0,
    ADD COLUMN handed_end  text   NOT NULL DEFAULT 'MORE' CHECK (handed_end IN ('MORE', 'PART', 'NOTHING', 'CUT'));
COMMENT ON COLUMN exchange.node_run.way IS 'out of the department, or into it';
COMMENT ON COLUMN exchange.node_run.at_read IS 'rows of the target''s run, as the node said last';
COMMENT ON COLUMN exchange.node_run.handed_to IS 'line behind the last parcel handed over, which the node may not have written yet';

CREATE INDEX flow_of_target ON exchange.flow (to_system, next_at) WHERE wanted;
