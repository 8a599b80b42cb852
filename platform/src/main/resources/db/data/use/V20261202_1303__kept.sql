-- Traces are kept for a time, and those about which somebody asked as long as the question is.
GRANT DELETE ON uses.trace TO tongqu_app;
CREATE INDEX question_trace ON uses.question (trace);
