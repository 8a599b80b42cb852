-- Numbers laid ready, so that two officers of one office can decide in the same moment: each holds a row of its own.
CREATE TABLE decisions.free_number (
    series text    NOT NULL,
    year   integer NOT NULL,
    number integer NOT NULL,
    PRIMARY KEY (series, year, number)
);
COMMENT ON TABLE decisions.free_number IS 'taken with the decision that bears the number, and back when that is undone';
COMMENT ON TABLE decisions.number_series IS 'document numbers leave no gap: up to the last one each is borne or free';
GRANT SELECT, INSERT, UPDATE, DELETE ON decisions.free_number TO tongqu_app;
GRANT SELECT ON decisions.free_number TO tongqu_watch;
