-- Who was measured too little to be ranked keeps its total, and how many indicators it came from, without a place.
ALTER TABLE evaluation.standing ALTER COLUMN place DROP NOT NULL;
ALTER TABLE evaluation.standing ADD COLUMN counted integer;
ALTER TABLE evaluation.standing ADD CONSTRAINT ranked_or_counted CHECK ((place IS NULL) = (counted IS NOT NULL));
