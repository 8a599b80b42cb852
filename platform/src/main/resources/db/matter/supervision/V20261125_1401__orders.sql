-- Supervision orders (督办): what is demanded of an office, what it answered, and who answers for it when it does not.
CREATE TABLE supervision.order_number (
    year integer PRIMARY KEY,
    last integer NOT NULL
);

CREATE TABLE supervision.supervision_order (
    id           uuid        PRIMARY KEY,
    number       text        NOT NULL UNIQUE,
    case_id      uuid        NOT NULL,
    receipt      text        NOT NULL,
    title        text        NOT NULL,
    about        text        NOT NULL,
    label        jsonb       NOT NULL,
    organisation text        NOT NULL,
    addressed    text        NOT NULL,
    level        integer     NOT NULL,
    demand       text        NOT NULL,
    days         integer     NOT NULL CHECK (days BETWEEN 1 AND 20),
    issued_by    text        NOT NULL,
    issuer_name  text        NOT NULL,
    issued_at    timestamptz NOT NULL,
    due_at       timestamptz NOT NULL,
    edition      text        NOT NULL,
    state        text        NOT NULL CHECK (state IN ('ISSUED', 'ANSWERED', 'RETURNED', 'CLOSED')),
    escalate_at  timestamptz,
    version      integer     NOT NULL,
    CHECK (escalate_at IS NULL OR state IN ('ISSUED', 'RETURNED'))
);
CREATE INDEX order_latest ON supervision.supervision_order (issued_at DESC, id DESC);
CREATE INDEX order_of_organisation ON supervision.supervision_order (organisation, issued_at DESC, id DESC);
CREATE INDEX order_of_addressed ON supervision.supervision_order (addressed, issued_at DESC, id DESC);
CREATE INDEX order_of_case ON supervision.supervision_order (case_id);
CREATE INDEX order_overdue ON supervision.supervision_order (escalate_at) WHERE escalate_at IS NOT NULL;
-- Of one thing there is one open order.
CREATE UNIQUE INDEX order_once ON supervision.supervision_order (case_id, about) WHERE state <> 'CLOSED';

-- What was said in an order, in its order; only grows.
CREATE TABLE supervision.order_step (
    order_id  uuid        NOT NULL REFERENCES supervision.supervision_order (id),
    number    integer     NOT NULL,
    kind      text        NOT NULL CHECK (kind IN ('ISSUED', 'ANSWERED', 'RETURNED', 'ACCEPTED', 'ESCALATED', 'OVERDUE')),
    at        timestamptz NOT NULL,
    by        text        NOT NULL,
    by_name   text        NOT NULL,
    words     text        NOT NULL,
    addressed text        NOT NULL,
    due_at    timestamptz,
    PRIMARY KEY (order_id, number)
);

GRANT SELECT, INSERT, UPDATE ON supervision.order_number, supervision.supervision_order TO tongqu_app;
REVOKE UPDATE, DELETE ON supervision.order_step FROM tongqu_app;
GRANT SELECT, INSERT ON supervision.order_step TO tongqu_app;
GRANT SELECT ON supervision.order_number, supervision.supervision_order, supervision.order_step TO tongqu_watch;
