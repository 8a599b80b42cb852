-- Service halls: what is declared of them, the places people book, the tickets they take and who serves whom.
CREATE SCHEMA hall;

CREATE TABLE hall.hall (
    code         text    PRIMARY KEY CHECK (code ~ '^[a-z0-9][a-z0-9-]*$'),
    name_zh      text    NOT NULL,
    name_en      text    NOT NULL,
    level        text    NOT NULL CHECK (level IN ('city', 'district', 'street', 'community')),
    division     text    NOT NULL,
    organisation text    NOT NULL,
    parent       text    REFERENCES hall.hall,
    address      text    NOT NULL,
    head_start   integer NOT NULL CHECK (head_start >= 0),
    grace        integer NOT NULL CHECK (grace >= 0),
    no_shows     integer NOT NULL CHECK (no_shows >= 0),
    no_show_days integer NOT NULL CHECK (no_show_days > 0),
    days_ahead   integer NOT NULL CHECK (days_ahead BETWEEN 1 AND 60)
);
COMMENT ON COLUMN hall.hall.head_start IS 'minutes by which whoever comes to an appointment in time stands before those who came without';
COMMENT ON COLUMN hall.hall.grace IS 'minutes after the beginning of the slot during which one has come in time';
COMMENT ON COLUMN hall.hall.no_shows IS 'after so many missed appointments within no_show_days nothing can be booked; 0 never';

CREATE TABLE hall.line (
    hall    text    NOT NULL REFERENCES hall.hall,
    code    text    NOT NULL CHECK (code ~ '^[A-Z]$'),
    name_zh text    NOT NULL,
    name_en text    NOT NULL,
    kinds   text[]  NOT NULL,
    minutes integer NOT NULL CHECK (minutes > 0),
    PRIMARY KEY (hall, code)
);
COMMENT ON COLUMN hall.line.kinds IS 'kinds of organisations whose services are taken; empty takes every service';
COMMENT ON COLUMN hall.line.minutes IS 'how long one person takes as long as nobody was served yet';

CREATE TABLE hall.hours (
    hall     text NOT NULL REFERENCES hall.hall,
    day_kind text NOT NULL CHECK (day_kind IN ('working', 'weekend')),
    opens    time NOT NULL,
    closes   time NOT NULL CHECK (closes > opens),
    PRIMARY KEY (hall, day_kind, opens)
);

CREATE TABLE hall.service_window (
    hall       text    NOT NULL REFERENCES hall.hall,
    number     integer NOT NULL CHECK (number > 0),
    lines      text[]  NOT NULL,
    state      text    NOT NULL DEFAULT 'closed' CHECK (state IN ('closed', 'open', 'paused')),
    clerk      text,
    clerk_name text,
    since      timestamptz,
    PRIMARY KEY (hall, number),
    CHECK ((state = 'closed') = (clerk IS NULL))
);
CREATE UNIQUE INDEX one_window_each ON hall.service_window (clerk) WHERE clerk IS NOT NULL;

CREATE TABLE hall.plan (
    hall     text    NOT NULL,
    line     text    NOT NULL,
    day_kind text    NOT NULL CHECK (day_kind IN ('working', 'weekend')),
    starts   time    NOT NULL,
    ends     time    NOT NULL CHECK (ends > starts),
    places   integer NOT NULL CHECK (places > 0),
    PRIMARY KEY (hall, line, day_kind, starts),
    FOREIGN KEY (hall, line) REFERENCES hall.line
);
COMMENT ON TABLE hall.plan IS 'what can be booked on a day of the kind; a slot comes to be with its first booking';

CREATE TABLE hall.slot (
    hall   text    NOT NULL,
    line   text    NOT NULL,
    day    date    NOT NULL,
    starts time    NOT NULL,
    ends   time    NOT NULL,
    places integer NOT NULL,
    booked integer NOT NULL DEFAULT 0,
    PRIMARY KEY (hall, line, day, starts),
    CONSTRAINT never_oversold CHECK (booked BETWEEN 0 AND places)
);

CREATE TABLE hall.appointment (
    id         uuid        PRIMARY KEY,
    hall       text        NOT NULL,
    line       text        NOT NULL,
    day        date        NOT NULL,
    starts     time        NOT NULL,
    ends       time        NOT NULL,
    ends_at    timestamptz NOT NULL,
    account    text        NOT NULL,
    name       text        NOT NULL,
    code       text        NOT NULL,
    state      text        NOT NULL CHECK (state IN ('booked', 'cancelled', 'arrived')),
    version    integer     NOT NULL,
    booked_at  timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    FOREIGN KEY (hall, line, day, starts) REFERENCES hall.slot
);
COMMENT ON COLUMN hall.appointment.code IS 'what is typed at the kiosk to show that one has come';
COMMENT ON COLUMN hall.appointment.state IS 'still booked after ends_at is missed';
CREATE UNIQUE INDEX appointment_code ON hall.appointment (hall, day, code);
CREATE UNIQUE INDEX one_appointment_a_day ON hall.appointment (account, day, hall, line) WHERE state = 'booked';
CREATE INDEX appointment_of ON hall.appointment (account, ends_at DESC, id);
CREATE INDEX appointment_on ON hall.appointment (hall, day, starts);

CREATE TABLE hall.day_count (
    hall text    NOT NULL REFERENCES hall.hall,
    day  date    NOT NULL,
    last integer NOT NULL CHECK (last >= 0),
    PRIMARY KEY (hall, day)
);
COMMENT ON TABLE hall.day_count IS 'the last number given: raised in the transaction that writes the ticket, so no number is left out';

CREATE TABLE hall.ticket (
    hall        text        NOT NULL,
    day         date        NOT NULL,
    number      integer     NOT NULL,
    token       text        NOT NULL UNIQUE,
    line        text        NOT NULL,
    appointment uuid        UNIQUE REFERENCES hall.appointment,
    taken_at    timestamptz NOT NULL,
    due_at      timestamptz NOT NULL,
    state       text        NOT NULL CHECK (state IN ('waiting', 'called', 'serving', 'served', 'missed', 'left')),
    window_no   integer,
    target      integer,
    calls       integer     NOT NULL DEFAULT 0,
    called_at   timestamptz,
    started_at  timestamptz,
    ended_at    timestamptz,
    PRIMARY KEY (hall, day, number),
    FOREIGN KEY (hall, day) REFERENCES hall.day_count,
    FOREIGN KEY (hall, line) REFERENCES hall.line
);
COMMENT ON COLUMN hall.ticket.due_at IS 'by which people are called: when they came, earlier for those with an appointment';
COMMENT ON COLUMN hall.ticket.target IS 'the one window that may call it, after it was handed on';
CREATE INDEX ticket_waiting ON hall.ticket (hall, day, due_at, number) WHERE state = 'waiting';
CREATE UNIQUE INDEX one_at_a_window ON hall.ticket (hall, day, window_no) WHERE state IN ('called', 'serving');
CREATE INDEX ticket_called ON hall.ticket (hall, day, called_at DESC) WHERE called_at IS NOT NULL;
CREATE INDEX ticket_served ON hall.ticket (hall, line, ended_at DESC) WHERE state = 'served';

-- Two clerks may handle what people bring; whoever is responsible for a hall also sees its figures.
INSERT INTO access.role (code, title_zh, title_en, reach, acts, origin) VALUES
    ('window-clerk', '大厅窗口人员',   'Window clerk', 'own',         true, 'platform'),
    ('hall-manager', '政务大厅负责人', 'Hall manager', 'subordinate', true, 'platform');

REVOKE DELETE ON ALL TABLES IN SCHEMA hall FROM tongqu_app;
GRANT USAGE ON SCHEMA hall TO tongqu_app, tongqu_watch;
GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA hall TO tongqu_app;
GRANT DELETE ON hall.hours, hall.plan TO tongqu_app;
GRANT SELECT ON ALL TABLES IN SCHEMA hall TO tongqu_watch;
