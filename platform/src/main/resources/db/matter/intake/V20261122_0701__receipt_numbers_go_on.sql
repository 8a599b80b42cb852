-- After submissions were taken over from elsewhere, new receipts are numbered from behind them.
GRANT UPDATE ON SEQUENCE intake.receipt_sequence TO tongqu_app;
