package org.tongqu.platform.operate.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.platform._support.StartedPlatform;

/** FEATURE: a transaction that only reads has no begin and no end on the server, and still cannot write. */
class ReadingTest {

    private final StartedPlatform platform = StartedPlatform.shared();
    private final JdbcClient sql = platform.bean(JdbcClient.class);
    private final Later later = platform.bean(Later.class);

    @Test
    void eachStatementStandsAlone() {
        reading(TransactionDefinition.ISOLATION_DEFAULT)
                .executeWithoutResult(status -> assertThat(began()).isBefore(began()));
    }

    @Test
    void whoAsksForAnIsolationSeesOneMoment() {
        reading(TransactionDefinition.ISOLATION_REPEATABLE_READ)
                .executeWithoutResult(status -> assertThat(began()).isEqualTo(began()));
        reading(TransactionDefinition.ISOLATION_DEFAULT)
                .executeWithoutResult(status -> assertThat(isolation()).isEqualTo("read committed"));
    }

    @Test
    void theServerRefusesWritesInBoth() {
        for (int isolation :
                new int[] {TransactionDefinition.ISOLATION_DEFAULT, TransactionDefinition.ISOLATION_REPEATABLE_READ}) {
            assertThatThrownBy(() -> reading(isolation)
                            .executeWithoutResult(status ->
                                    sql.sql("DELETE FROM operate.demo_load").update()))
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("read-only transaction");
            assertThatThrownBy(() -> reading(isolation)
                            .executeWithoutResult(status -> later.write("DELETE FROM operate.demo_load")))
                    .rootCause()
                    .hasMessageContaining("read-only transaction");
        }
    }

    @Test
    void aTransactionThatWritesAfterwardsIsARealOne() {
        reading(TransactionDefinition.ISOLATION_DEFAULT).executeWithoutResult(status -> began());

        platform.bean(TransactionTemplate.class).executeWithoutResult(status -> {
            status.setRollbackOnly();
            assertThat(began()).isEqualTo(began());
            assertThat(sql.sql("INSERT INTO operate.demo_load (name, loaded_at) VALUES ('reading', now())")
                            .update())
                    .isEqualTo(1);
        });
        assertThat(sql.sql("SELECT count(*) FROM operate.demo_load WHERE name = 'reading'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private TransactionTemplate reading(int isolation) {
        var reading = new TransactionTemplate(platform.bean(PlatformTransactionManager.class));
        reading.setReadOnly(true);
        reading.setIsolationLevel(isolation);
        return reading;
    }

    /** When the transaction began, as the server has it. */
    private OffsetDateTime began() {
        return sql.sql("SELECT now()").query(OffsetDateTime.class).single();
    }

    private String isolation() {
        return sql.sql("SHOW transaction_isolation").query(String.class).single();
    }
}
