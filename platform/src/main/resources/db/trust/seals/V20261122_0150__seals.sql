CREATE SCHEMA seals;

-- One sealed word: whoever starts with another key file finds out at once, not at the first citizen number.
CREATE TABLE seals.probe (
    alone  boolean PRIMARY KEY DEFAULT true CHECK (alone),
    sealed bytea NOT NULL
);

REVOKE ALL ON seals.probe FROM tongqu_app;
GRANT SELECT, INSERT ON seals.probe TO tongqu_app;
GRANT USAGE ON SCHEMA seals TO tongqu_app;
