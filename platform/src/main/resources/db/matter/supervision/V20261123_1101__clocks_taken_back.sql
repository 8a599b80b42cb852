-- A clock whose start was taken back never ran: its row goes.
GRANT DELETE ON supervision.clock TO tongqu_app;
