package org.tongqu.platform.matter.services.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongqu.engines.packs.reading.PackReader;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform.operate.start.Mode;
import org.tongqu.platform.trust.access.Access;
import org.tongqu.servers.CannotStart;

/** FEATURE: a broken pack is told with file, line and what to do, and is never half used. */
class BrokenPackStartTest {

    private final StartedPlatform platform = StartedPlatform.shared();

    @TempDir
    private Path root;

    private int line;

    @BeforeEach
    void breakOnePack() throws IOException {
        var shipped = PackReader.folders(Path.of("../packs")).getFirst();
        var names = shipped.getNameCount();
        var copy = root.resolve(shipped.subpath(names - 2, names).toString());
        try (var files = Files.walk(shipped)) {
            for (var file : files.toList()) {
                var to = copy.resolve(shipped.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(file, to);
                }
            }
        }
        var manifest = copy.resolve("pack.yaml");
        var lines = Files.readAllLines(manifest);
        line = lines.indexOf("version: \"1\"") + 1;
        lines.set(line - 1, "versoin: \"1\"");
        Files.write(manifest, lines);
    }

    @Test
    void inProductionThePlatformDoesNotStartWithIt() {
        assertThatThrownBy(() -> shelf(Mode.PRODUCTION)).isInstanceOfSatisfying(CannotStart.class, told -> {
            assertThat(told.getMessage()).contains("pack.yaml:" + line, "versoin", "version");
            assertThat(told.remedy()).contains("Put them right", "./tongqu pack check");
        });
    }

    @Test
    void elsewhereItIsLeftOutAndShownWithItsLine() {
        var shelf = shelf(Mode.DEMO);

        assertThat(shelf.current()).isEmpty();
        assertThat(shelf.problems()).anySatisfy(problem -> {
            assertThat(problem.file()).endsWith("pack.yaml");
            assertThat(problem.line()).isEqualTo(line);
            assertThat(problem.fix()).isNotBlank();
        });
    }

    private PackShelf shelf(Mode mode) {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("tongqu.packs", root.toString())));
        return new PackShelf(
                platform.bean(JdbcClient.class), platform.bean(Access.class), environment, mode, Clock.systemUTC());
    }
}
