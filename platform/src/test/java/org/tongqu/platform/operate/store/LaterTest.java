package org.tongqu.platform.operate.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform._support.StatementCount;

/** FEATURE: writes that nobody waits for travel together, and nobody who reads can tell. */
class LaterTest {

    private static final String WRITE = "INSERT INTO operate.demo_load (name, loaded_at) VALUES (?, now())";

    private final StartedPlatform platform = StartedPlatform.shared();
    private final Later later = platform.bean(Later.class);
    private final JdbcClient sql = platform.bean(JdbcClient.class);
    private final TransactionTemplate transactions = platform.bean(TransactionTemplate.class);

    @Test
    void severalWritesAreOneMessage() throws Exception {
        assertThat(StatementCount.during(() -> transactions.execute(status -> {
                    status.setRollbackOnly();
                    later.write(WRITE, "later-1");
                    later.write(WRITE, "later-2");
                    later.write(
                            "DELETE FROM operate.demo_load WHERE name = ANY (?)", (Object) new String[] {"later-1"});
                    return left("later-%");
                })))
                .as("the three together, and the question")
                .isEqualTo(2);
    }

    @Test
    void whoeverReadsNextReadsThemInTheirOrder() {
        transactions.executeWithoutResult(status -> {
            status.setRollbackOnly();
            later.write(WRITE, "order-1");
            later.write("UPDATE operate.demo_load SET name = ? WHERE name = ?", "order-2", "order-1");

            assertThat(left("order-1")).isZero();
            assertThat(left("order-2")).isEqualTo(1);
        });
    }

    @Test
    void theCommitSendsWhatStillWaitsAndAnUndoneTransactionForgetsIt() {
        transactions.executeWithoutResult(status -> later.write(WRITE, "kept"));
        transactions.executeWithoutResult(status -> {
            status.setRollbackOnly();
            later.write(WRITE, "undone");
        });

        assertThat(left("kept")).isEqualTo(1);
        assertThat(left("undone")).isZero();
        later.write("DELETE FROM operate.demo_load WHERE name = ?", "kept");
        assertThat(left("kept"))
                .as("without a transaction it is written at once")
                .isZero();
    }

    @Test
    void whatCannotBeWrittenFailsTheWholeTransaction() {
        assertThatThrownBy(() -> transactions.executeWithoutResult(status -> {
                    later.write(WRITE, "half");
                    later.write(WRITE, new Object[] {null});
                }))
                .isInstanceOf(DataAccessException.class);

        assertThat(left("half")).isZero();
    }

    private int left(String name) {
        return sql.sql("SELECT count(*) FROM operate.demo_load WHERE name LIKE ?")
                .param(name)
                .query(Integer.class)
                .single();
    }
}
