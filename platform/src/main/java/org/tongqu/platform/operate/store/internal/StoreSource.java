package org.tongqu.platform.operate.store.internal;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.Environment;
import org.tongqu.platform.operate.start.Progress;
import org.tongqu.servers.CannotStart;
import org.tongqu.servers.DatabaseAddress;
import org.tongqu.servers.Durability;
import org.tongqu.servers.Login;
import org.tongqu.servers.PostgresServer;

/** Where the address of the store comes from: a given one, or the server that this program starts. */
interface StoreSource {

    /** Waits until the store is there. */
    DatabaseAddress address();

    static StoreSource of(Environment environment) {
        String url = environment.getProperty("tongqu.database.url", "");
        if (!url.isBlank()) {
            DatabaseAddress given =
                    new DatabaseAddress(url, login(environment, "owner"), login(environment, "application"));
            return () -> GivenDatabase.entered(given);
        }
        return started(Path.of(environment.getProperty("tongqu.data", "data")));
    }

    /** Starts at once and beside the rest of the program; whoever needs the address first waits for it. */
    private static StoreSource started(Path data) {
        CompletableFuture<PostgresServer> server = CompletableFuture.supplyAsync(
                () -> PostgresServer.start(data, Durability.ON_DISK, Progress.onTerminal()),
                task -> Thread.ofPlatform().daemon().name("store-start").start(task));
        SpringApplication.getShutdownHandlers().add(() -> close(server));
        return () -> {
            try {
                return server.join().address();
            } catch (CompletionException e) {
                if (e.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw e;
            }
        };
    }

    private static void close(CompletableFuture<PostgresServer> starting) {
        @Nullable
        PostgresServer server = starting.handle((started, failure) -> started).join();
        if (server != null) {
            server.close();
        }
    }

    private static Login login(Environment environment, String who) {
        String role = environment.getProperty("tongqu.database." + who + ".role", "");
        String password = environment.getProperty("tongqu.database." + who + ".password", "");
        if (password.isBlank()) {
            String variable = "TONGQU_DATABASE_" + (who.equals("owner") ? "OWNER" : "APPLICATION") + "_PASSWORD";
            throw new CannotStart(
                    "The password of the database role for the " + who + " is not given.",
                    "Set the environment variable " + variable + ", or name a file with tongqu.database." + who
                            + ".password in it by --config=FILE.");
        }
        return new Login(role, password);
    }
}
