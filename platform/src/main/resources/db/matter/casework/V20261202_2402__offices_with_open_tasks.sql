-- An organisation that still has something to do cannot be taken out of the directory: nobody could go on with its cases.
CREATE FUNCTION casework.keep_offices_with_tasks() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    tasks bigint;
    cases bigint;
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.active THEN
        RETURN NEW;
    END IF;
    SELECT count(*), count(DISTINCT case_id) INTO tasks, cases
    FROM casework.task WHERE organisation = OLD.code AND done_at IS NULL;
    IF tasks > 0 THEN
        RAISE EXCEPTION 'organisation % (%) still has % open tasks in % cases', OLD.code, OLD.name_zh, tasks, cases
            USING ERRCODE = 'restrict_violation',
                  HINT = 'Close these tasks, or hand them to another organisation, and take it out then.';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE TRIGGER keep_offices_with_tasks BEFORE DELETE OR UPDATE OF active ON directory.organisation
    FOR EACH ROW WHEN (OLD.active) EXECUTE FUNCTION casework.keep_offices_with_tasks();
