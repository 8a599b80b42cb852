CREATE SCHEMA identity;

-- Whoever can sign in. Citizens sign in by citizen number or mobile (sealed, found by a keyed index),
-- officers by their sign-in name.
CREATE TABLE identity.account (
    id              text COLLATE "C" PRIMARY KEY,
    door            text NOT NULL CHECK (door IN ('citizen', 'officer')),
    name            text NOT NULL,
    staff           text COLLATE "C" UNIQUE REFERENCES directory.staff (id),
    sign_in_name    text COLLATE "C" UNIQUE,
    number_sealed   bytea,
    number_index    bytea UNIQUE,
    mobile_sealed   bytea,
    mobile_index    bytea UNIQUE,
    password        text NOT NULL,
    password_set_at timestamptz NOT NULL,
    last_sign_in_at timestamptz,
    disabled_at     timestamptz,
    demo            boolean NOT NULL DEFAULT false,
    created_at      timestamptz NOT NULL,
    CHECK ((door = 'officer') = (staff IS NOT NULL AND sign_in_name IS NOT NULL)),
    CHECK ((door = 'citizen') = (number_index IS NOT NULL AND number_sealed IS NOT NULL))
);
CREATE INDEX account_demo ON identity.account (id) WHERE demo;

-- Earlier passwords, so that one is not used again.
CREATE TABLE identity.past_password (
    account text COLLATE "C" NOT NULL REFERENCES identity.account (id),
    set_at  timestamptz NOT NULL,
    password text NOT NULL,
    PRIMARY KEY (account, set_at)
);

-- One row per signed-in browser. The token itself is only in the browser; here stands its SHA-256.
CREATE TABLE identity.session (
    token      bytea PRIMARY KEY CHECK (length(token) = 32),
    id         bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    account    text COLLATE "C" NOT NULL REFERENCES identity.account (id),
    started_at timestamptz NOT NULL,
    seen_at    timestamptz NOT NULL,
    ends_at    timestamptz NOT NULL,
    address    text NOT NULL,
    agent      text NOT NULL,
    ended_at   timestamptz,
    ended_why  text CHECK (ended_why IN ('signed-out', 'ended-by-owner', 'ended-by-admin', 'password-changed'))
) WITH (fillfactor = 80);
CREATE INDEX session_by_account ON identity.session (account, started_at DESC);

-- Wrong tries, counted by a keyed hash of the account (or of the name, when nobody has it) and of the address.
CREATE TABLE identity.attempt (
    source       bytea PRIMARY KEY,
    since        timestamptz NOT NULL,
    tries        integer     NOT NULL,
    locked_until timestamptz
) WITH (fillfactor = 80);
CREATE INDEX attempt_by_age ON identity.attempt (since);

-- What a person had typed when the session ended: given back after signing in again as the same person.
CREATE TABLE identity.kept_post (
    account text COLLATE "C" PRIMARY KEY REFERENCES identity.account (id),
    path    text NOT NULL,
    fields  bytea NOT NULL,
    kept_at timestamptz NOT NULL
);

GRANT USAGE ON SCHEMA identity TO tongqu_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA identity TO tongqu_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA identity TO tongqu_app;
