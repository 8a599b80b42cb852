package org.tongqu.exchange.source;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.exchange.Login;
import org.tongqu.exchange.file.Manifest;
import org.tongqu.exchange.mapping.SourceField;
import org.tongqu.exchange.wire.WireType;

/**
 * The batches of a flow that were checked and taken in, each in a folder named by its number. A reading is of one batch, the
 * next that was not moved yet, so that each has a run and a receipt of its own.
 */
public final class FileTable implements SourceTable {

    /** Before the first batch. */
    private static final String NONE = number(0);

    private static final Pattern NUMBER = Pattern.compile("[0-9]{10}");

    private final Flow flow;
    private final Path folder;

    private FileTable(Flow flow, Path folder) {
        this.flow = flow;
        this.folder = folder;
    }

    static FileTable of(Flow flow, Login login) {
        return new FileTable(flow, Path.of(URI.create(login.url())).resolve(flow.id()));
    }

    /** How a batch's folder is named, so that names come in the order of batches. */
    public static String number(long batch) {
        return String.format(Locale.ROOT, "%010d", batch);
    }

    /** How a system's folder, with a folder for each of its flows, is named as a source. */
    public static Login login(Path folder) {
        return new Login(folder.toAbsolutePath().toUri().toString(), "", "");
    }

    @Override
    public List<SourceField> fields() {
        return flow.fields().stream()
                .map(name -> new SourceField(name, WireType.TEXT))
                .toList();
    }

    /** Each file was looked through before its batch was taken in. */
    @Override
    public List<String> missing() {
        return List.of();
    }

    @Override
    public boolean mayLackOrder() {
        return false;
    }

    @Override
    public Opened open(Reading reading) throws SQLException {
        var since = reading.since().orElse(NONE);
        try {
            var batch = next(since);
            var after = reading.after().isEmpty() ? "" : reading.after().getFirst();
            var rows = new FileRows(flow, fields(), parts(batch), after);
            return new Opened(rows, batch.map(FileTable::name).orElse(since));
        } catch (IOException away) {
            throw new SQLException("The batches of " + flow.id() + " cannot be read", away);
        }
    }

    private Optional<Path> next(String since) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (var batches = Files.list(folder)) {
            return batches.filter(batch -> NUMBER.matcher(name(batch)).matches())
                    .filter(batch -> name(batch).compareTo(since) > 0)
                    .min((one, other) -> name(one).compareTo(name(other)));
        }
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    private static List<Path> parts(Optional<Path> batch) throws IOException {
        if (batch.isEmpty()) {
            return List.of();
        }
        var manifest = Manifest.read(Files.readAllBytes(batch.get().resolve(Manifest.NAME)))
                .orElseThrow();
        return manifest.files().stream()
                .map(part -> batch.get().resolve(part.name()))
                .toList();
    }
}
