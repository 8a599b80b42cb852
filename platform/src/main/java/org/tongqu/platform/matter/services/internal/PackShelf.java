package org.tongqu.platform.matter.services.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.tongqu.engines.packs.Pack;
import org.tongqu.engines.packs.reading.PackProblem;
import org.tongqu.engines.packs.reading.PackReader;
import org.tongqu.platform.matter.services.Revised;
import org.tongqu.platform.operate.start.Mode;
import org.tongqu.platform.trust.access.Access;
import org.tongqu.platform.trust.access.Reach;
import org.tongqu.platform.trust.access.Role;
import org.tongqu.servers.CannotStart;

/**
 * The packs of the folder as they were at the start, with the processes that were revised on the platform over them, and
 * every content a matter was ever opened with. A revision made here is in use when its transaction ends, one made by
 * another program on the same store after a few seconds.
 */
@Component
public class PackShelf {

    private static final Logger LOG = LoggerFactory.getLogger(PackShelf.class);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ProcessRevisions revisions;
    private final Map<String, PackFiles> delivered = new LinkedHashMap<>();
    private final List<PackProblem> problems;
    private final Map<String, Pack> byHash = new ConcurrentHashMap<>();
    private volatile Map<String, Shelved> current;
    private volatile long known = -1;

    PackShelf(JdbcClient jdbc, Access access, Environment environment, Mode mode, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.revisions = new ProcessRevisions(jdbc);
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
        var shelved = new LinkedHashMap<String, Shelved>();
        for (var pack : reading.packs()) {
            var files = PackFiles.of(pack.id(), root.resolve(pack.id()));
            delivered.put(pack.id(), files);
            shelved.put(pack.id(), new Shelved(pack, files, Map.of()));
            keep(pack, files);
            pack.roles()
                    .forEach(role -> access.declare(
                            new Role(role.code(), role.label(), Reach.OWN, Role.Acting.ACTS, pack.id())));
        }
        this.current = Map.copyOf(shelved);
        refresh();
    }

    /**
     * A pack in use with its files.
     *
     * @param revised the process files that stand over delivered ones, with the number of the revision
     */
    public record Shelved(Pack pack, PackFiles packFiles, Map<String, Integer> revised) {

        public Shelved {
            revised = Map.copyOf(revised);
        }

        public Map<String, byte[]> files() {
            return packFiles.files();
        }

        public byte[] file(String name) {
            return packFiles.file(name);
        }

        /** The files with these instead of their own. */
        public PackFiles with(Map<String, byte[]> others) {
            return packFiles.with(others);
        }
    }

    public List<Pack> current() {
        return shelved().stream().map(Shelved::pack).toList();
    }

    public Optional<Pack> find(String packId) {
        return findShelved(packId).map(Shelved::pack);
    }

    public List<Shelved> shelved() {
        var now = current;
        return delivered.keySet().stream()
                .flatMap(id -> Optional.ofNullable(now.get(id)).stream())
                .toList();
    }

    public Optional<Shelved> findShelved(String packId) {
        return Optional.ofNullable(current.get(packId));
    }

    /** @throws IllegalArgumentException when there is none */
    public Shelved shelved(String packId) {
        return findShelved(packId).orElseThrow(() -> new IllegalArgumentException("There is no pack " + packId));
    }

    public List<PackProblem> problems() {
        return problems;
    }

    public Pack byHash(String contentHash) {
        return byHash.computeIfAbsent(contentHash, this::read);
    }

    /** Keeps a checked content of a process file and uses it once the transaction has ended. */
    public Revised revise(String packId, String file, byte[] body) {
        var number = revisions.next(packId);
        refresh();
        var files = shelved(packId).with(Map.of(file, body)).numbered(number);
        var pack = files.read().packs().stream().findFirst().orElseThrow();
        keep(pack, files);
        revisions.add(
                new ProcessRevisions.Row(
                        packId,
                        number,
                        file,
                        Objects.requireNonNull(delivered.get(packId), packId).hash(file),
                        body),
                pack.contentHash(),
                clock.instant().atOffset(ZoneOffset.UTC));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                refresh();
            }
        });
        return new Revised(number, pack.version(), pack.contentHash());
    }

    @Scheduled(fixedDelay = 5_000, initialDelay = 20_000)
    void look() {
        refresh();
    }

    /** Uses what was revised since it last looked. */
    private synchronized void refresh() {
        var count = revisions.count();
        if (count == known) {
            return;
        }
        var shelved = new LinkedHashMap<>(current);
        for (var packId : revisions.packs()) {
            var files = delivered.get(packId);
            if (files != null) {
                revised(files).ifPresent(found -> shelved.put(packId, found));
            }
        }
        current = Map.copyOf(shelved);
        known = count;
    }

    /**
     * The pack with the revisions that stand over what is delivered now. Where they do not fit the rest of it, the oldest
     * are left out.
     */
    private Optional<Shelved> revised(PackFiles files) {
        var latest = revisions.latest(files);
        for (int most = latest.rows().size(); most > 0; most--) {
            var fitting = latest.newest(most);
            var over = files.with(fitting.bodies())
                    .numbered(fitting.rows().getFirst().number());
            var reading = over.read();
            if (!reading.packs().isEmpty()) {
                var pack = reading.packs().getFirst();
                keep(pack, over);
                return Optional.of(new Shelved(pack, over, fitting.numbers()));
            }
            LOG.warn(
                    "Revised processes of {} do not fit the delivered pack:\n{}",
                    files.id(),
                    lines(reading.problems()));
        }
        return Optional.empty();
    }

    /** The files of a content, as they are kept. */
    public byte[] files(String contentHash) {
        return jdbc.sql("SELECT files FROM services.pack_version WHERE content_hash = ?")
                .param(contentHash)
                .query((row, number) -> row.getBytes(1))
                .single();
    }

    private void keep(Pack pack, PackFiles files) {
        byHash.put(pack.contentHash(), pack);
        jdbc.sql("""
                        INSERT INTO services.pack_version (content_hash, pack_id, version, files, kept_at)
                        VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT DO NOTHING""")
                .params(
                        pack.contentHash(),
                        pack.id(),
                        pack.version(),
                        files.archive(),
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
