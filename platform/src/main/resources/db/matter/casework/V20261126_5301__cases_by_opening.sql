-- The cases of one service in the order of their opening: played again by a changed pack before it is published.
CREATE INDEX case_of_pack ON casework.case_file (pack_id, opened_at, id);
