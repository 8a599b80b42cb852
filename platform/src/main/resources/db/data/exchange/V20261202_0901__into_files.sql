-- The receiver of a flow into files needs no database: its name is in no row of exchange.system.
ALTER TABLE exchange.flow ADD into_files boolean NOT NULL DEFAULT false;
