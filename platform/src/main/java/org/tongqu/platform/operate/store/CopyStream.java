package org.tongqu.platform.operate.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Fills a table by PostgreSQL's COPY, in the transaction of the caller: for thousands of rows at once. */
@Component
public class CopyStream {

    private final DataSource source;

    CopyStream(DataSource source) {
        this.source = source;
    }

    /**
     * Opens a copy. Until it is finished or closed the transaction's connection can do nothing else.
     *
     * @param table the table with its columns as written in code, e.g. {@code "directory.post (organisation, code)"}
     */
    public Rows into(String table) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("COPY into " + table + " needs a transaction");
        }
        try {
            var connection = DataSourceUtils.getConnection(source).unwrap(PGConnection.class);
            return new Rows(connection.getCopyAPI().copyIn("COPY " + table + " FROM STDIN"));
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot copy into " + table, e);
        }
    }

    /** The rows on their way; columns are written in the order of the table's list. Closing without finishing gives up. */
    public static final class Rows implements AutoCloseable {

        private static final int FULL = 1 << 16;

        private final CopyIn copy;
        private final StringBuilder text = new StringBuilder(FULL + 4096);
        private boolean midRow;
        private long count;

        private Rows(CopyIn copy) {
            this.copy = copy;
        }

        public Rows text(@Nullable String value) {
            column();
            if (value == null) {
                text.append("\\N");
                return this;
            }
            int plain = 0;
            for (int i = 0; i < value.length(); i++) {
                var escaped = escaped(value.charAt(i));
                if (escaped != 0) {
                    text.append(value, plain, i).append('\\').append(escaped);
                    plain = i + 1;
                }
            }
            text.append(value, plain, value.length());
            return this;
        }

        public Rows number(long value) {
            column();
            text.append(value);
            return this;
        }

        public Rows truth(boolean value) {
            column();
            text.append(value ? 't' : 'f');
            return this;
        }

        public Rows day(@Nullable LocalDate value) {
            return text(value == null ? null : value.toString());
        }

        public Rows moment(@Nullable Instant value) {
            return text(value == null ? null : value.toString());
        }

        public Rows bytes(byte @Nullable [] value) {
            if (value == null) {
                return text(null);
            }
            column();
            text.append("\\\\x").append(HexFormat.of().formatHex(value));
            return this;
        }

        /** Ends the row. */
        public void end() {
            text.append('\n');
            midRow = false;
            count++;
            if (text.length() >= FULL) {
                flush();
            }
        }

        /** Sends the rest; the rows are in the table when this returns. */
        public long finish() {
            flush();
            try {
                copy.endCopy();
            } catch (SQLException e) {
                throw new IllegalStateException("COPY was refused after " + count + " rows", e);
            }
            return count;
        }

        @Override
        public void close() {
            if (copy.isActive()) {
                try {
                    copy.cancelCopy();
                } catch (SQLException e) {
                    throw new IllegalStateException("COPY could not be given up", e);
                }
            }
        }

        /** What stands behind the backslash for it; 0 for what needs none. */
        private static char escaped(char unit) {
            return switch (unit) {
                case '\\' -> '\\';
                case '\t' -> 't';
                case '\n' -> 'n';
                case '\r' -> 'r';
                default -> 0;
            };
        }

        private void column() {
            if (midRow) {
                text.append('\t');
            }
            midRow = true;
        }

        private void flush() {
            var bytes = text.toString().getBytes(UTF_8);
            text.setLength(0);
            try {
                copy.writeToCopy(bytes, 0, bytes.length);
            } catch (SQLException e) {
                throw new IllegalStateException("COPY was refused after " + count + " rows", e);
            }
        }
    }
}
