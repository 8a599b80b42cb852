-- A hall is closed from a day on and opened again; who booked there before keeps it, or is told when nobody will be there.
ALTER TABLE hall.hall ADD COLUMN closed_from date;
COMMENT ON COLUMN hall.hall.closed_from IS 'the first day on which nobody is there; null while the hall is run';
CREATE INDEX hall_below ON hall.hall (parent) WHERE parent IS NOT NULL;
