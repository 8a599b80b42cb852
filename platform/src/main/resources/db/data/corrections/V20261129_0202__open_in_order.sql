-- A comparison opens thousands at once: those of a flow are read a thousand at a time, in the order of their ids.
DROP INDEX corrections.correction_open;
CREATE INDEX correction_open ON corrections.correction (flow, id) WHERE state IN ('reported', 'corrected');
