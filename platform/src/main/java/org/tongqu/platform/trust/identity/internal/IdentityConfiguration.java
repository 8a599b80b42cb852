package org.tongqu.platform.trust.identity.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;
import org.tongqu.platform.operate.start.ProductionCheck;
import org.tongqu.platform.trust.identity.IdentitySettings;

/** Settings, what production refuses, and what is thrown away after a while. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdentitySettings.class)
class IdentityConfiguration {

    @Bean
    ProductionCheck noDemoAccounts(AccountStore accounts) {
        return () -> accounts.anyOfDemo()
                ? Optional.of("The database has demo accounts, whose passwords everybody knows. Use an empty database.")
                : Optional.empty();
    }

    @Bean
    Housekeeping identityHousekeeping(Sessions sessions, Attempts attempts, Clock clock) {
        return new Housekeeping(sessions, attempts, clock);
    }

    /** Takes away sessions and counts that nobody asks about any more. */
    record Housekeeping(Sessions sessions, Attempts attempts, Clock clock) {

        private static final Duration SESSIONS_KEPT = Duration.ofDays(30);
        private static final Duration ATTEMPTS_KEPT = Duration.ofDays(1);

        @Scheduled(fixedDelay = 3_600_000, initialDelay = 60_000)
        void tidy() {
            sessions.purge(clock.instant().minus(SESSIONS_KEPT));
            attempts.purge(clock.instant().minus(ATTEMPTS_KEPT));
        }
    }
}
