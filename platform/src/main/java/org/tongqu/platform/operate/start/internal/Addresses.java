package org.tongqu.platform.operate.start.internal;

import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.tongqu.platform.operate.start.StartReport;

/** Where the platform is reached. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Addresses implements StartReport {

    private final Environment environment;

    Addresses(Environment environment) {
        this.environment = environment;
    }

    @Override
    public List<String> lines() {
        return List.of("", "Tongqu serves http://localhost:" + environment.getProperty("local.server.port"));
    }
}
