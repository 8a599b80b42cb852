-- Some duties know better than a rule from when they are nearly too late: of a year that is another day than of an hour.
ALTER TABLE supervision.duty ADD COLUMN warn_at timestamptz;
