package org.tongqu.platform.matter.services.internal;

import java.time.Clock;
import java.util.Map;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform.operate.start.Mode;
import org.tongqu.platform.trust.access.Access;

/** The packs as another program on the same store reads them when it starts. */
public final class Restarted {

    private Restarted() {}

    public static PackShelf on(StartedPlatform platform, String packs) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", Map.of("tongqu.packs", packs)));
        return new PackShelf(
                platform.bean(JdbcClient.class),
                platform.bean(Access.class),
                environment,
                Mode.PRODUCTION,
                platform.bean(Clock.class));
    }
}
