-- Each step of an officer with a limit has a clock of its own, on the board of the organisation that does the step.
-- A clock of the case is of the family its name says; clocks of steps are all of the family 'step'.
ALTER TABLE supervision.clock ADD COLUMN family text;
UPDATE supervision.clock SET family = clock;
ALTER TABLE supervision.clock ALTER COLUMN family SET NOT NULL;
