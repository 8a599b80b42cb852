-- By the one file that was sent, what is drawn now is known to have been rehearsed, or not.
ALTER TABLE studio.rehearsal ADD COLUMN sent_hash text;
COMMENT ON COLUMN studio.rehearsal.sent_hash IS 'SHA-256 of the file that was sent, where it was one';
CREATE INDEX rehearsal_of_file ON studio.rehearsal (pack_id, sent_hash, id DESC) WHERE sent_hash IS NOT NULL;
