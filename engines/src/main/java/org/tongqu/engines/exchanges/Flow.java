package org.tongqu.engines.exchanges;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tongqu.kernel.text.Label;

/**
 * Data that move from one table to another.
 *
 * @param id names the flow in receipts and in the tables of the target side, e.g. {@code population-basic}
 * @param codes code lists by name: the source's code to the target's
 * @param columns of the target, in the order in which they are written
 * @param running under which agreement and how often a platform runs it; nothing for a flow that others run
 */
public record Flow(
        String id,
        Label title,
        Source source,
        Target target,
        Map<String, Map<String, String>> codes,
        List<Column> columns,
        List<QualityRule> rules,
        Optional<Running> running) {

    public Flow {
        codes = Map.copyOf(codes);
        columns = List.copyOf(columns);
        rules = List.copyOf(rules);
    }

    /** The same flow, making its columns in another way. */
    public Flow making(List<Column> others) {
        return new Flow(id, title, source, target, codes, others, rules, running);
    }

    /**
     * Who takes what, from which system into which.
     *
     * @param from name of the system the rows come from
     * @param to name of the system they go to
     * @param minutes from the end of a run to the next; of a flow that follows, the stretch that one receipt is about
     */
    public record Running(Agreed agreed, String from, String to, int minutes, Pace pace) {

        public boolean isFollowing() {
            return pace == Pace.FOLLOWING;
        }
    }

    /** When rows go. */
    public enum Pace {
        /** What changed, at intervals. */
        INTERVALS,
        /** Each change as it is committed at the source. */
        FOLLOWING
    }

    /**
     * The agreement it needs; the columns of the target are named like the items of the resource.
     *
     * @param resource code in the catalogue, e.g. {@code 102001/1}
     * @param consumer kind of the organisation that takes, e.g. {@code tax}
     * @param purpose code of what it is taken for, e.g. {@code supervision}
     */
    public record Agreed(String resource, String consumer, String purpose) {}

    /** What a row of a delivered file is found again by: the batch, its file and its row. */
    public static final String FILE_ROW = "tongqu_row";

    /**
     * Where rows come from.
     *
     * @param table with or without its schema, e.g. {@code public.person}; of files their format
     * @param key columns that name a row and give the order of reading
     * @param watermark a column that changes whenever the row does; without one only everything can be moved
     * @param format of files, and of nothing else
     */
    public record Source(
            Connector connector,
            String table,
            List<String> key,
            Optional<String> watermark,
            Optional<FileFormat> format) {
        public Source {
            key = List.copyOf(key);
        }

        /** Batches of files, whose rows come in the order in which they were delivered. */
        public static Source files(FileFormat format, List<String> key) {
            var name = format.name().toLowerCase(Locale.ROOT);
            return new Source(Connector.FILES, name, key, Optional.of(FILE_ROW), Optional.of(format));
        }

        public Source(Connector connector, String table, List<String> key, Optional<String> watermark) {
            this(connector, table, key, watermark, Optional.empty());
        }

        public Source(String table, List<String> key, Optional<String> watermark) {
            this(Connector.POSTGRESQL, table, key, watermark);
        }

        /** The columns by which rows are read one after the other, and behind whose values reading goes on. */
        public List<String> order() {
            return Stream.concat(watermark.stream(), key.stream()).distinct().toList();
        }
    }

    /**
     * Where rows go to; a row whose key is there already replaces what is there.
     *
     * @param table of files their format
     * @param files of batches of files, and of nothing else
     */
    public record Target(Connector connector, String table, List<String> key, Optional<Written> files) {
        public Target {
            key = List.copyOf(key);
        }

        /** Batches of files, for a system without a database to write into. */
        public static Target files(List<String> key, Written files) {
            return new Target(Connector.FILES, files.format().name().toLowerCase(Locale.ROOT), key, Optional.of(files));
        }

        public Target(Connector connector, String table, List<String> key) {
            this(connector, table, key, Optional.empty());
        }

        public Target(String table, List<String> key) {
            this(Connector.POSTGRESQL, table, key);
        }
    }

    /**
     * How files are written.
     *
     * @param types of columns, by their names; the others are texts
     */
    public record Written(FileFormat format, Map<String, FileType> types) {
        public Written {
            types = Map.copyOf(types);
        }
    }

    /** The columns of the source that are read: the key, the watermark and whatever a column is made of. */
    public List<String> fields() {
        return Stream.of(
                        source.key().stream(),
                        source.watermark().stream(),
                        columns.stream().flatMap(column -> column.origin().fields().stream()))
                .flatMap(names -> names)
                .distinct()
                .toList();
    }
}
