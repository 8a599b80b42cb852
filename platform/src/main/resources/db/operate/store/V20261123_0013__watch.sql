-- Whoever supervises from outside (an inspection, an evaluation tool) enters with a login of their own that is given this
-- role: it reads what was handed in, decided, handed out and written down, and can change nothing. It does not read
-- accounts, keys, or what a citizen has not handed in yet; sealed fields stay sealed.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'tongqu_watch') THEN
        RAISE EXCEPTION 'The role tongqu_watch is missing' USING HINT = 'CREATE ROLE tongqu_watch NOLOGIN';
    END IF;
END $$;

GRANT USAGE ON SCHEMA access, casework, decisions, directory, intake, journal, licences, notices, registers, services,
    supervision
    TO tongqu_watch;
GRANT SELECT ON ALL TABLES IN SCHEMA access, casework, decisions, directory, journal, licences, notices, registers, services,
    supervision TO tongqu_watch;
GRANT SELECT ON intake.submission TO tongqu_watch;
