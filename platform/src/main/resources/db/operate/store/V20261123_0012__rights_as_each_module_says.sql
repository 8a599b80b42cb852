-- Every table of the owner comes with all rights on its rows for the application (see 0010), so a module's own GRANT took
-- nothing away: case events, submissions, decisions and licences could be changed and deleted. From here on the
-- application has what the migration of each table says, and no more.
REVOKE UPDATE, DELETE ON casework.event, intake.submission, decisions.decision, decisions.publication, licences.licence,
    services.pack_version FROM tongqu_app;
REVOKE DELETE ON casework.case_file, casework.task, decisions.number_series, licences.number_series, supervision.clock,
    access.role, directory.division, directory.organisation, directory.post, directory.staff, identity.account,
    identity.past_password FROM tongqu_app;
GRANT UPDATE (revoked_at, revoked_why) ON licences.licence TO tongqu_app;
