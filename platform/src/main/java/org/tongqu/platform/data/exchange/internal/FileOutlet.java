package org.tongqu.platform.data.exchange.internal;

import java.nio.file.Path;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.tongqu.exchange.Login;
import org.tongqu.servers.DatabaseAddress;

/** The way out for systems that take files: a folder for their rows, and our own store for how far each flow is. */
@Component
public class FileOutlet {

    private final DatabaseAddress store;
    private final Path folder;

    FileOutlet(DatabaseAddress store, Environment environment) {
        this.store = store;
        var data = Path.of(environment.getProperty("tongqu.data", "data"));
        this.folder = Path.of(environment.getProperty(
                        "tongqu.files.folder", data.resolve("files").toString()))
                .toAbsolutePath()
                .resolve("outgoing");
    }

    public Login login() {
        var application = store.application();
        return new Login(store.url(), application.role(), application.password()).laying(folder);
    }
}
