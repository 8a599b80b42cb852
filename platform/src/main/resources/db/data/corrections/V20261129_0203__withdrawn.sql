-- What a comparison reported and finds no longer is withdrawn.
ALTER TABLE corrections.correction DROP CONSTRAINT correction_state_check;
ALTER TABLE corrections.correction ADD CONSTRAINT correction_state_check
    CHECK (state IN ('reported', 'corrected', 'refused', 'arrived', 'withdrawn'));
