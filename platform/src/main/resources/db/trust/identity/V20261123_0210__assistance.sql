-- Whom a clerk is helping at a window just now. While it lasts, the forms of the portal take the clerk's answers as that
-- person's, and the journal says who typed them.
CREATE TABLE identity.assistance (
    staff    text        PRIMARY KEY,
    account  text        NOT NULL REFERENCES identity.account,
    place    text        NOT NULL,
    place_zh text        NOT NULL,
    place_en text        NOT NULL,
    home     text        NOT NULL,
    begun_at timestamptz NOT NULL
);
COMMENT ON COLUMN identity.assistance.home IS 'the page to which the clerk comes back';
GRANT SELECT, INSERT, UPDATE, DELETE ON identity.assistance TO tongqu_app;
