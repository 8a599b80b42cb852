-- That two things are one may be said by a source too, which names a thing by another of its identifiers.
ALTER TABLE golden.merge
    ADD COLUMN field  text,
    ADD COLUMN source text,
    ADD COLUMN since  date;
COMMENT ON COLUMN golden.merge.field IS 'the other identifier by which a source named it; empty where somebody merged them';
COMMENT ON COLUMN golden.merge.since IS 'from when on it bears it, or no longer bears it, as the source says';
CREATE INDEX merge_undone ON golden.merge (entity) WHERE undone_at IS NOT NULL;
