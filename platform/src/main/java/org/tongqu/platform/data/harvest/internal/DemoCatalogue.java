package org.tongqu.platform.data.harvest.internal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.tongqu.design.Language;
import org.tongqu.design.TextsBundle;
import org.tongqu.platform.data.harvest.Harvests;
import org.tongqu.platform.data.harvest.Source;
import org.tongqu.platform.operate.start.AfterServing;
import org.tongqu.platform.operate.start.Mode;

/**
 * The catalogue of a neighbour of the demo city: a small server beside the platform, on a port that is new at each start,
 * some time after the platform serves. It is named and harvested like any other.
 */
@Component
class DemoCatalogue implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(DemoCatalogue.class);
    private static final String FILE = "/catalog.ttl";
    private static final int HOURS = 24;

    private final SourceStore sources;
    private final Clock clock;
    private final String name;
    private final Duration after;
    private final boolean isWanted;
    private @Nullable HttpServer server;
    private boolean isClosed;

    DemoCatalogue(SourceStore sources, TextsBundle texts, Mode mode, Environment environment, Clock clock) {
        this.sources = sources;
        this.clock = clock;
        this.name = texts.in(Language.ZH).say("harvest.demo");
        this.after = environment.getProperty("tongqu.harvest.demo.after", Duration.class, Duration.ofSeconds(15));
        this.isWanted = mode == Mode.DEMO
                && environment.getProperty("tongqu.demo.load", Boolean.class, true)
                && environment.getProperty("tongqu.harvest.demo", Boolean.class, true);
    }

    @EventListener
    void on(ApplicationReadyEvent ready) {
        if (isWanted) {
            AfterServing.run(after, "demo-catalogue", this::open);
        }
    }

    /** Begins to answer, and is where it answers now. */
    synchronized void open() {
        if (isClosed) {
            return;
        }
        try {
            var started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            started.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            started.createContext(FILE, DemoCatalogue::answer);
            started.start();
            server = started;
            var address = "http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":"
                    + started.getAddress().getPort() + FILE;
            sources.putDemo(
                    new Source.Declared(
                            name, Source.Kind.DCAT, address, Source.Line.OPEN, Source.Audience.EVERYBODY, HOURS),
                    clock.instant());
        } catch (IOException | DataAccessException fault) {
            LOG.warn("The demo's neighbour cannot be harvested until the next start", fault);
        }
    }

    private static void answer(HttpExchange asked) throws IOException {
        try (asked;
                var file = Objects.requireNonNull(Harvests.class.getResourceAsStream("demo-catalogue.ttl"))) {
            var body = file.readAllBytes();
            asked.getResponseHeaders().set("Content-Type", "text/turtle");
            asked.sendResponseHeaders(200, body.length);
            asked.getResponseBody().write(body);
        }
    }

    @Override
    public synchronized void destroy() {
        isClosed = true;
        if (server != null) {
            server.stop(0);
        }
    }
}
