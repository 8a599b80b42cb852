-- An interface that is asked by the department's own node.
ALTER TABLE interfaces.endpoint ADD COLUMN via text NOT NULL DEFAULT '';
COMMENT ON COLUMN interfaces.endpoint.via IS 'the system whose node asks; empty when the centre does';
