package org.tongqu.bench.program;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.tongqu.platform.Tongqu;
import org.tongqu.servers.DatabaseAddress;

/** The platform in this program, on an empty database: for what is measured below its pages. */
public final class OwnPlatform {

    private OwnPlatform() {}

    /** @param settings besides, e.g. {@code --tongqu.database.connections=8} */
    public static ConfigurableApplicationContext start(
            DatabaseAddress database, Path packs, Path data, String... settings) {
        var arguments = new ArrayList<>(List.of(
                "--tongqu.mode=demo",
                "--tongqu.demo.load=false",
                "--tongqu.exchange.departments=false",
                "--tongqu.database.url=" + database.url(),
                "--tongqu.database.owner.password=" + database.owner().password(),
                "--tongqu.database.application.password="
                        + database.application().password(),
                "--tongqu.data=" + data,
                "--tongqu.packs=" + packs,
                "--server.port=0",
                "--logging.threshold.console=WARN"));
        arguments.addAll(List.of(settings));
        return new SpringApplicationBuilder(Tongqu.class).run(arguments.toArray(String[]::new));
    }
}
