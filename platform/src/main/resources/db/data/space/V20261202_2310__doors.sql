-- Numbers along roads: what stands before the number, from its end, so that a road finds its numbers by an index whatever
-- divisions are written before it.
ALTER TABLE space.feature
    ADD COLUMN way  text COLLATE "C",
    ADD COLUMN door integer,
    ADD COLUMN part text COLLATE "C";
COMMENT ON COLUMN space.feature.way IS 'what stands before the number of an address, its signs from the last to the first; null without a number';
COMMENT ON COLUMN space.feature.part IS 'what divides houses of one number; empty for the house itself';
CREATE INDEX feature_door ON space.feature (way, door) WHERE door IS NOT NULL;

-- Everything is followed anew, since what was kept says nothing of numbers.
UPDATE space.followed SET declaration = '';
