package org.tongqu.platform._support;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.tongqu.platform.Tongqu;

/**
 * The whole platform, started once per run on a free port with a database of its own and without the demo city. Tests
 * that use it share what is in it: make your own accounts and matters, and count only those.
 */
public final class StartedPlatform {

    private static final class Shared {
        static final StartedPlatform PLATFORM = new StartedPlatform();
    }

    private final ConfigurableApplicationContext context;
    private final TestDatabase database;

    private StartedPlatform() {
        this.database = TestServer.shared().newDatabase();
        this.context = new SpringApplicationBuilder(Tongqu.class)
                .initializers(started -> started.getBeanFactory().addBeanPostProcessor(new StatementCounting()))
                .properties(Map.of(
                        "tongqu.demo.load",
                        "false",
                        "tongqu.limits.requests-per-minute",
                        "1000000",
                        "tongqu.evaluation.watch",
                        "false"))
                .run(arguments());
    }

    private String[] arguments() {
        return Stream.concat(
                        TestStoreByDefault.properties(database.address()).entrySet().stream()
                                .map(entry -> "--" + entry.getKey() + "=" + entry.getValue()),
                        Stream.of("--server.port=0", "--tongqu.packs=../packs"))
                .toArray(String[]::new);
    }

    /** Of another program that is to use the same database. */
    public List<String> argumentsOnTheSameStore() {
        return List.of(arguments());
    }

    public static StartedPlatform shared() {
        return Shared.PLATFORM;
    }

    public URI address() {
        return URI.create("http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public TestDatabase database() {
        return database;
    }

    /** A new visitor without cookies. */
    public Visitor visitor() {
        return new Visitor(address());
    }
}
