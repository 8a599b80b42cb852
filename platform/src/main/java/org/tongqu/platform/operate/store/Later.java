package org.tongqu.platform.operate.store;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes of a transaction whose result nobody waits for. They are sent together, in their order and in one message to the
 * server: before anything else is asked on the same connection, and at the latest before the commit. Whoever reads in the
 * same transaction therefore reads what was written, and what cannot be written fails the transaction.
 *
 * <p>An act on a case writes half a dozen tables; sent one by one, waiting for the answers takes longer than the writing.
 */
@Component
public class Later {

    private final DataSource source;
    private final JdbcTemplate sql;

    public Later(DataSource source) {
        this.source = source;
        this.sql = new JdbcTemplate(source);
    }

    /**
     * Writes in the transaction of the caller, or at once where there is none.
     *
     * @param statement one statement without a semicolon at its end; its text is constant, so that the server plans it once
     * @param values of its question marks in their order
     */
    public void write(String statement, @Nullable Object... values) {
        if (!TransactionSynchronizationManager.isActualTransactionActive() || !keeps(statement, values)) {
            sql.update(statement, values);
        }
    }

    private boolean keeps(String statement, @Nullable Object... values) {
        var connection = DataSourceUtils.getConnection(source);
        try {
            if (!connection.isWrapperFor(Waiting.class)) {
                return false;
            }
            connection.unwrap(Waiting.class).add(statement, values);
            return true;
        } catch (SQLException e) {
            throw new IllegalStateException("The connection does not say whether it keeps writes", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    /** What waits on a connection to be sent. */
    public interface Waiting {
        void add(String statement, @Nullable Object... values);
    }
}
