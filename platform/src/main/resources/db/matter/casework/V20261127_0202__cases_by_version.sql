-- How many cases of a pack run under which of its versions, open and in all, is counted from the index alone.
CREATE INDEX case_of_version ON casework.case_file (pack_id, pack_version, status);
