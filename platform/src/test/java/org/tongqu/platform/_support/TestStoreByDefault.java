package org.tongqu.platform._support;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.tongqu.servers.DatabaseAddress;

/**
 * Gives every Spring context of a test a database of its own, so that no test can reach the data folder of a
 * developer.
 */
public final class TestStoreByDefault implements EnvironmentPostProcessor, Ordered {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        boolean wanted = !environment.getProperty("tongqu.test-store", "on").equals("off");
        if (wanted && environment.getProperty("tongqu.database.url", "").isBlank()) {
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "test-store",
                            properties(TestServer.shared().newDatabase().address())));
        }
    }

    static Map<String, Object> properties(DatabaseAddress address) {
        return Map.of(
                "tongqu.database.url",
                address.url(),
                "tongqu.database.owner.password",
                address.owner().password(),
                "tongqu.database.application.password",
                address.application().password(),
                "tongqu.data",
                "target/test-data",
                "tongqu.exchange.departments",
                "false",
                "tongqu.exchange.schedule",
                "false",
                "tongqu.harvest.schedule",
                "false",
                "tongqu.harvest.local-addresses",
                "true",
                "tongqu.harvest.largest-page",
                "1MB",
                "tongqu.harvest.pause",
                "0s");
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
