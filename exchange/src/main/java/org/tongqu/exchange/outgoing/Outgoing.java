package org.tongqu.exchange.outgoing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.tongqu.engines.exchanges.FileType;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.exchange.Login;
import org.tongqu.exchange.mapping.TargetColumn;
import org.tongqu.exchange.wire.TargetType;
import org.tongqu.exchange.wire.WireType;

/**
 * Where the rows of one flow lie until its run has ended: a folder for each run, in it a file for each batch, named by the rows
 * that were read before it. A batch that is laid again, since its transaction did not come to its end, replaces itself. What a
 * run has laid is finished when the ledger says so, not before.
 */
public final class Outgoing {

    private static final String RUN = "run-";
    private static final String BESIDE = "beside-";
    private static final String PIECE = ".rows";
    private static final Pattern NUMBER = Pattern.compile("[0-9]{19}");

    private final Path folder;

    private Outgoing(Path folder) {
        this.folder = folder;
    }

    /** @param login of the ledger, with the folder in which all flows lie */
    public static Outgoing of(Login login, Flow flow) {
        return new Outgoing(login.folder()
                .orElseThrow(() -> new IllegalArgumentException("No folder for the files of " + flow.id()))
                .resolve(flow.id()));
    }

    /** The columns of a flow's files, in its order. */
    public static List<TargetColumn> columns(Flow flow) {
        return flow.columns().stream()
                .map(column -> new TargetColumn(
                        column.name(), target(type(flow, column.name())), TargetColumn.Presence.OPTIONAL))
                .toList();
    }

    static FileType type(Flow flow, String column) {
        return flow.target()
                .files()
                .map(files -> files.types().getOrDefault(column, FileType.TEXT))
                .orElse(FileType.TEXT);
    }

    private static TargetType target(FileType type) {
        return switch (type.kind()) {
            case TEXT -> TargetType.of(WireType.TEXT);
            case INTEGER -> TargetType.of(WireType.INT8);
            case DECIMAL ->
                type.digits() == 0
                        ? TargetType.of(WireType.NUMERIC)
                        : new TargetType(WireType.NUMERIC, type.digits(), type.scale());
            case FLOAT -> TargetType.of(WireType.FLOAT8);
            case BOOLEAN -> TargetType.of(WireType.BOOL);
            case DATE -> TargetType.of(WireType.DATE);
            case TIMESTAMP -> TargetType.of(WireType.TIMESTAMP);
        };
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%019d", number);
    }

    private Path run(long run) {
        return folder.resolve(RUN + number(run));
    }

    /** Rows as they stand on the wire; when this returns they are on the disk. @param before rows the run had read before them */
    public void lay(long run, long before, ByteBuffer rows) {
        try {
            var into = Files.createDirectories(run(run));
            var file = into.resolve(number(before) + PIECE);
            if (rows.hasRemaining()) {
                write(file, rows);
            } else {
                Files.deleteIfExists(file);
            }
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** Rows beside any run, e.g. repaired ones: a part of their own. */
    public void layBeside(ByteBuffer rows, Clock clock) {
        if (!rows.hasRemaining()) {
            return;
        }
        var name = BESIDE + number(clock.millis()) + "-" + UUID.randomUUID();
        try {
            var made = Files.createDirectories(folder.resolve("." + name));
            write(made.resolve(number(0) + PIECE), rows);
            Files.move(made, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            force(folder);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private static void write(Path file, ByteBuffer rows) throws IOException {
        var aside = file.resolveSibling(file.getFileName() + ".new");
        try (var channel = FileChannel.open(
                aside, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            while (rows.hasRemaining()) {
                channel.write(rows);
            }
            channel.force(true);
        }
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(file.resolveSibling(""));
    }

    /** So that the names in a folder outlive a power cut, too. */
    static void force(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** What a try of the run that was cut short laid behind the last row that counts. */
    public void forgetBehind(long run, long read) {
        for (var piece : pieces(run(run))) {
            if (Long.parseLong(name(piece).substring(0, number(0).length())) >= read) {
                delete(piece);
            }
        }
    }

    /**
     * What is ready to be made into files, in its order.
     *
     * @param last number of the last run that ended
     */
    public List<Path> finished(long last) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var parts = Files.list(folder)) {
            return parts.filter(part -> isFinished(name(part), last))
                    .sorted(Comparator.comparing(Outgoing::name))
                    .toList();
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        }
    }

    private static boolean isFinished(String name, long last) {
        return name.startsWith(BESIDE)
                || name.startsWith(RUN)
                        && NUMBER.matcher(name.substring(RUN.length())).matches()
                        && Long.parseLong(name.substring(RUN.length())) <= last;
    }

    /** The pieces of one part, in their order. */
    static List<Path> pieces(Path part) {
        if (!Files.isDirectory(part)) {
            return List.of();
        }
        try (var pieces = Files.list(part)) {
            return pieces.filter(piece -> name(piece).endsWith(PIECE)).sorted().toList();
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        }
    }

    /** It was made into files. */
    public static void drop(Path part) {
        try (var all = Files.walk(part)) {
            all.sorted(Comparator.reverseOrder()).forEach(Outgoing::delete);
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        }
    }

    private static void delete(Path path) {
        try {
            Files.delete(path);
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        }
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
