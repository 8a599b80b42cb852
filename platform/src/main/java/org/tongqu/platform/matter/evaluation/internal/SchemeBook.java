package org.tongqu.platform.matter.evaluation.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongqu.engines.evaluation.Scheme;
import org.tongqu.engines.packs.reading.EvaluationFile;
import org.tongqu.engines.packs.reading.PackProblem;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.proof.Digest;
import org.tongqu.platform.matter.evaluation.Measure;
import org.tongqu.platform.operate.store.Columns;

/** The scheme in force, and every scheme by which something was frozen. */
@Component
public class SchemeBook {

    static final String SHIPPED = "org/tongqu/platform/matter/evaluation/scheme.yaml";

    /** In the folder of packs; takes the place of the one shipped. */
    static final String OWN = "evaluation.yaml";

    private static final int HASH_SHOWN = 12;

    private final JdbcClient jdbc;
    private final Edition current;
    private final String file;
    private final Map<String, Scheme> kept = new ConcurrentHashMap<>();

    /** @param id as it is kept: what its author calls it, and the beginning of the hash of the file */
    public record Edition(String id, Scheme scheme) {}

    SchemeBook(JdbcClient jdbc, Environment environment) {
        this.jdbc = jdbc;
        try {
            var own = Path.of(environment.getProperty("tongqu.packs", "packs")).resolve(OWN);
            var isOwn = Files.isRegularFile(own);
            var bytes = isOwn ? Files.readAllBytes(own) : new ClassPathResource(SHIPPED).getContentAsByteArray();
            var scheme = read(isOwn ? own.toString() : SHIPPED, bytes);
            this.file = new String(bytes, UTF_8);
            var hash = Digest.of(bytes).hex().substring(0, HASH_SHOWN);
            this.current = new Edition(scheme.edition() + "+" + hash, scheme);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the scheme of evaluation", e);
        }
    }

    /** A broken scheme keeps the platform from starting: nobody may be scored by another one than they believe. */
    private static Scheme read(String name, byte[] bytes) {
        return switch (EvaluationFile.read(name, bytes, Measure.codes())) {
            case Outcome.Done<Scheme, List<PackProblem>>(var scheme) -> scheme;
            case Outcome.Refused<Scheme, List<PackProblem>>(var problems) ->
                throw new IllegalStateException("The scheme of evaluation is broken: " + problems);
        };
    }

    public Edition current() {
        return current;
    }

    /** Keeps the one in force, in the transaction in which something is frozen by it. */
    void keep(Instant now) {
        jdbc.sql("INSERT INTO evaluation.scheme (edition, file, kept_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                .params(current.id(), file, Columns.time(now))
                .update();
    }

    /** The one something was frozen by. */
    public Scheme find(String edition) {
        return edition.equals(current.id())
                ? current.scheme()
                : kept.computeIfAbsent(edition, id -> read(id, stored(id).getBytes(UTF_8)));
    }

    private String stored(String edition) {
        return jdbc.sql("SELECT file FROM evaluation.scheme WHERE edition = ?")
                .param(edition)
                .query(String.class)
                .single();
    }
}
