package org.tongqu.platform.matter.services.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongqu.engines.packs.Pack;
import org.tongqu.engines.packs.reading.PackProblem;
import org.tongqu.engines.packs.reading.PackReader;
import org.tongqu.platform.operate.start.Mode;
import org.tongqu.platform.trust.access.Access;
import org.tongqu.platform.trust.access.Reach;
import org.tongqu.platform.trust.access.Role;
import org.tongqu.servers.CannotStart;

/** The packs of the folder as they were at the start, and every content a matter was ever opened with. */
@Component
public class PackShelf {

    private static final Logger LOG = LoggerFactory.getLogger(PackShelf.class);

    private final JdbcClient jdbc;
    private final Map<String, Pack> current;
    private final List<PackProblem> problems;
    private final Map<String, Pack> byHash = new ConcurrentHashMap<>();

    PackShelf(JdbcClient jdbc, Access access, Environment environment, Mode mode, Clock clock) {
        this.jdbc = jdbc;
        var root = Path.of(environment.getProperty("tongqu.packs", "packs")).toAbsolutePath();
        if (!Files.isDirectory(root)) {
            throw new CannotStart(
                    "There is no folder of packs at " + root,
                    "Put the packs there, or name another folder with the setting tongqu.packs.");
        }
        var reading = PackReader.readAll(root);
        this.problems = reading.problems();
        var errors = problems.stream()
                .filter(problem -> problem.severity() == PackProblem.Severity.ERROR)
                .toList();
        if (!errors.isEmpty() && mode == Mode.PRODUCTION) {
            throw new CannotStart(
                    "There are errors in the packs of " + root + ":\n" + lines(errors),
                    "Put them right, or take the folder of the broken pack away. ./tongqu pack check shows them again.");
        }
        if (!errors.isEmpty()) {
            LOG.warn("Packs with errors are left out:\n{}", lines(errors));
        }
        this.current = new LinkedHashMap<>();
        for (var pack : reading.packs()) {
            current.put(pack.id(), pack);
            byHash.put(pack.contentHash(), pack);
            keep(root.resolve(pack.id()), pack, clock);
            pack.roles()
                    .forEach(role -> access.declare(
                            new Role(role.code(), role.label(), Reach.OWN, Role.Acting.ACTS, pack.id())));
        }
    }

    public List<Pack> current() {
        return List.copyOf(current.values());
    }

    public Optional<Pack> find(String packId) {
        return Optional.ofNullable(current.get(packId));
    }

    public List<PackProblem> problems() {
        return problems;
    }

    public Pack byHash(String contentHash) {
        return byHash.computeIfAbsent(contentHash, this::read);
    }

    private void keep(Path folder, Pack pack, Clock clock) {
        jdbc.sql("""
                        INSERT INTO services.pack_version (content_hash, pack_id, version, files, kept_at)
                        VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT DO NOTHING""")
                .params(
                        pack.contentHash(),
                        pack.id(),
                        pack.version(),
                        PackArchive.pack(folder),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private Pack read(String contentHash) {
        return KeptPacks.byHash(jdbc, contentHash);
    }

    static String lines(List<PackProblem> errors) {
        return errors.stream()
                .map(error -> "  " + error.file() + ":" + error.line() + " " + error.text() + " " + error.fix())
                .reduce((before, next) -> before + "\n" + next)
                .orElse("");
    }
}
