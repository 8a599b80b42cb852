package org.tongqu.platform.operate.start.internal;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.tongqu.platform.operate.start.Mode;
import org.tongqu.servers.CannotStart;

/** The mode and the clock of this run. */
@Configuration(proxyBeanMethods = false)
class StartConfiguration {

    @Bean
    Mode mode(Environment environment) {
        String name = environment.getRequiredProperty("tongqu.mode");
        return Arrays.stream(Mode.values())
                .filter(mode -> mode.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new CannotStart("tongqu.mode is '" + name + "'.", "Set it to demo or production."));
    }

    @Bean
    Clock clock() {
        return Clock.system(ZoneId.of("Asia/Shanghai"));
    }
}
