package org.tongqu.platform.operate.start;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform._support.StatementCount;

/** FEATURE: the platform starts on its store and counts what it asks of it. */
class StartedPlatformTest {

    private final StartedPlatform platform = StartedPlatform.shared();

    @Test
    void thePlatformWorksAsTheApplicationRole() {
        assertThat(platform.bean(JdbcClient.class)
                        .sql("SELECT current_user")
                        .query(String.class)
                        .single())
                .isEqualTo("tongqu_app");
    }

    @Test
    void anUnknownAddressIsNotFound() {
        assertThat(platform.visitor().opens("/no-such-page").status()).isEqualTo(404);
    }

    @Test
    void eachStatementIsCountedOnce() throws Exception {
        JdbcClient jdbc = platform.bean(JdbcClient.class);

        int count = StatementCount.during(() -> {
            jdbc.sql("SELECT 1").query(Integer.class).single();
            return jdbc.sql("SELECT ?").param(2).query(Integer.class).single();
        });

        assertThat(count).isEqualTo(2);
    }
}
