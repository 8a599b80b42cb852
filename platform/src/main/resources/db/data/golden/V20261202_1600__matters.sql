-- A matter decided here is a source too: each delivery of it is one matter, and says which.
ALTER TABLE golden.delivery ADD COLUMN matter text;
COMMENT ON COLUMN golden.delivery.matter IS 'what was decided, e.g. 企业设立登记, where a matter is the source; its number is the key of the statement';
