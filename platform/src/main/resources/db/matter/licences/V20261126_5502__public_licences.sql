-- For everybody to read, the newest first, and to be found by a part of the holder's name.
CREATE INDEX licence_newest ON licences.licence (issued_at DESC, identifier DESC);
CREATE INDEX licence_words ON licences.licence USING GIN (lower(holder_name) gin_trgm_ops);
