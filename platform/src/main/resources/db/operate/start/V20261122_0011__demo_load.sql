-- Which demo loads are in this database. A row is written in the transaction of its load.
CREATE TABLE operate.demo_load (
    name text PRIMARY KEY,
    loaded_at timestamptz NOT NULL
);
COMMENT ON TABLE operate.demo_load IS 'Demo loads that are complete; production mode refuses a database with any row here';
