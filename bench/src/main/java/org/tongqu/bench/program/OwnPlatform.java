package org.tongqu.bench.program;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.tongqu.platform.Tongqu;
import org.tongqu.servers.DatabaseAddress;

/** The platform in this program, on an empty database: for what is measured below its pages. */
public final class OwnPlatform {

    private OwnPlatform() {}

    /** @param settings besides or instead, e.g. {@code --tongqu.database.connections=8} */
    public static ConfigurableApplicationContext start(
            DatabaseAddress database, Path packs, Path data, String... settings) {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("--tongqu.mode", "demo");
        said.put("--tongqu.demo.load", "false");
        said.put("--tongqu.exchange.departments", "false");
        said.put("--tongqu.database.url", database.url());
        said.put("--tongqu.database.owner.password", database.owner().password());
        said.put(
                "--tongqu.database.application.password", database.application().password());
        said.put("--tongqu.data", data.toString());
        said.put("--tongqu.packs", packs.toString());
        said.put("--server.port", "0");
        said.put("--logging.threshold.console", "WARN");
        for (var setting : settings) {
            var parts = setting.split("=", 2);
            said.put(parts[0], parts[1]);
        }
        return new SpringApplicationBuilder(Tongqu.class)
                .run(said.entrySet().stream()
                        .map(setting -> setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
    }
}
