-- A delivery laid beside golden records: how many of its rows there are, so that it is known how many agree.
ALTER TABLE comparison.run ADD COLUMN rows bigint;
COMMENT ON COLUMN comparison.run.rows IS 'rows of the delivery that are compared with a register; empty where two deliveries are';
