-- Not everything people are told is of a case. What is of something else carries its words itself.
ALTER TABLE notices.notice ADD COLUMN href text;
COMMENT ON COLUMN notices.notice.href IS 'set when the notice is of no case: then case_id names what it is of, said holds the words, and receipt and pack_hash are empty';
