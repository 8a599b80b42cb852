-- The application reads and writes rows of whatever the owner makes, and makes nothing itself.
-- A module that wants less for one of its tables revokes it in the migration that makes the table.
ALTER DEFAULT PRIVILEGES GRANT USAGE ON SCHEMAS TO tongqu_app;
ALTER DEFAULT PRIVILEGES GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO tongqu_app;
ALTER DEFAULT PRIVILEGES GRANT USAGE, SELECT ON SEQUENCES TO tongqu_app;
GRANT USAGE ON SCHEMA operate TO tongqu_app;

-- Trusted extensions that the modules' indexes and checks are built with.
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS pgcrypto WITH SCHEMA public;
