-- What flows into files remember of their runs. Whoever takes files has no database in which it could be kept; the tables are
-- those that every other target has.
CREATE SCHEMA IF NOT EXISTS tongqu_exchange;

CREATE TABLE IF NOT EXISTS tongqu_exchange.run (
    flow text PRIMARY KEY, run bigint NOT NULL, mode text NOT NULL, stage text NOT NULL,
    position text[] NOT NULL, rows_read bigint NOT NULL, rows_written bigint NOT NULL,
    rows_set_aside bigint NOT NULL, since text, moment text NOT NULL, filling text NOT NULL,
    ranges bytea NOT NULL, started timestamptz NOT NULL);

CREATE TABLE IF NOT EXISTS tongqu_exchange.receipt (
    flow text NOT NULL, run bigint NOT NULL, mode text NOT NULL, rows_read bigint NOT NULL,
    rows_written bigint NOT NULL, rows_set_aside bigint NOT NULL, started timestamptz NOT NULL,
    ended timestamptz NOT NULL, digest text NOT NULL, ranges bytea NOT NULL, PRIMARY KEY (flow, run));

CREATE TABLE IF NOT EXISTS tongqu_exchange.quarantine (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, flow text NOT NULL, run bigint NOT NULL,
    line bigint NOT NULL, key text NOT NULL, rule text NOT NULL, field text NOT NULL,
    reason text NOT NULL, form text NOT NULL, content jsonb NOT NULL,
    state text NOT NULL DEFAULT 'open', set_aside_at timestamptz NOT NULL DEFAULT now(),
    replayed_at timestamptz);
CREATE INDEX IF NOT EXISTS quarantine_open ON tongqu_exchange.quarantine (flow, id) WHERE state <> 'replayed';

GRANT USAGE ON SCHEMA tongqu_exchange TO tongqu_app, tongqu_watch;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA tongqu_exchange TO tongqu_app;
GRANT SELECT ON ALL TABLES IN SCHEMA tongqu_exchange TO tongqu_watch;
