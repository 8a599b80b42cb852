-- Halls are declared on pages: who changed one last, lines that are no longer offered but keep their name for what was
-- booked and drawn, and slots that take nobody else while those who booked them still come.
ALTER TABLE hall.hall
    ADD COLUMN version    integer NOT NULL DEFAULT 1,
    ADD COLUMN changed_at timestamptz,
    ADD COLUMN changed_by text;
COMMENT ON COLUMN hall.hall.version IS 'raised by each declaration, so that of two who change a hall at once the second is told';
ALTER TABLE hall.line ADD COLUMN withdrawn boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN hall.line.withdrawn IS 'no longer offered; what was booked and drawn for it keeps its name';
ALTER TABLE hall.plan DROP CONSTRAINT plan_places_check;
ALTER TABLE hall.plan ADD CONSTRAINT plan_places_check CHECK (places >= 0);
COMMENT ON COLUMN hall.plan.places IS '0: nobody else can book, who did still comes';
GRANT DELETE ON hall.service_window TO tongqu_app;
CREATE INDEX appointment_ahead ON hall.appointment (hall, ends_at) WHERE state = 'booked';
