package org.tongqu.exchange.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tongqu.engines.json.DatumJson;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;

/**
 * What a sender says of a batch: a JSON file beside the files, signed as a whole.
 *
 * @param batch the sender's own name for it, used once, e.g. {@code 2026-11-23-01}
 * @param flow for which it is meant
 * @param sender name of the system it comes from
 * @param addressed of a batch that the platform made; whoever delivers one to it need not say so
 */
public record Manifest(
        String batch,
        String flow,
        String sender,
        Optional<Addressed> addressed,
        List<Part> files,
        Optional<Seal> seal) {

    /** What the file with the manifest is called. */
    public static final String NAME = "manifest.json";

    /** Larger ones are no manifests. */
    public static final int LARGEST = 1 << 20;

    private static final int MOST_FILES = 1000;
    private static final Pattern BATCH = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    /** A name without any way to another folder. */
    private static final Pattern FILE = Pattern.compile("[^/\\\\:\\p{Cntrl}]{1,120}");

    public Manifest {
        files = List.copyOf(files);
    }

    public Manifest(String batch, String flow, String sender, List<Part> files, Optional<Seal> seal) {
        this(batch, flow, sender, Optional.empty(), files, seal);
    }

    /** For whom it is. @param receiver name of a system. @param agreement under which it is delivered */
    public record Addressed(String receiver, String agreement) {}

    /** One file. @param sha256 in small hexadecimal digits. @param rows without the line of names */
    public record Part(String name, long bytes, String sha256, long rows) {}

    /** The signature. @param key which of the sender's keys made it. @param value in Base64 */
    public record Seal(String key, String value) {}

    public long bytes() {
        return files.stream().mapToLong(Part::bytes).sum();
    }

    public long rows() {
        return files.stream().mapToLong(Part::rows).sum();
    }

    public Manifest sealed(Seal with) {
        return new Manifest(batch, flow, sender, addressed, files, Optional.of(with));
    }

    /** What is signed: all but the signature, behind a line that keeps it from being taken for something else. */
    public String content() {
        return "tongqu exchange batch 1\n" + plain().canonical();
    }

    public String json() {
        return seal.map(with -> plain().with("signature.key", Datum.of(with.key()))
                        .with("signature.value", Datum.of(with.value())))
                .orElseGet(this::plain)
                .canonical();
    }

    private Datum plain() {
        return addressed
                .map(to -> Datum.empty()
                        .with("receiver", Datum.of(to.receiver()))
                        .with("agreement", Datum.of(to.agreement())))
                .orElseGet(Datum::empty)
                .with("batch", Datum.of(batch))
                .with("flow", Datum.of(flow))
                .with("sender", Datum.of(sender))
                .with(
                        "files",
                        Datum.of(files.stream()
                                .map(part -> Datum.empty()
                                        .with("name", Datum.of(part.name()))
                                        .with("bytes", Datum.of(part.bytes()))
                                        .with("sha256", Datum.of(part.sha256()))
                                        .with("rows", Datum.of(part.rows())))
                                .toList()));
    }

    /** Reads what came from outside. */
    public static Outcome<Manifest, BatchFault> read(byte[] file) {
        if (file.length > LARGEST) {
            return Outcome.refused(BatchFault.of("manifest-large", LARGEST >> 20));
        }
        try {
            var text = UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
            return switch (DatumJson.tryRead(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
                case Outcome.Done<Datum, DatumJson.NotJson>(var tree) -> read(tree);
                case Outcome.Refused<Datum, DatumJson.NotJson>(var broken) ->
                    Outcome.refused(BatchFault.of("manifest-broken", broken.line(), broken.text()));
            };
        } catch (CharacterCodingException notUnicode) {
            return Outcome.refused(BatchFault.of("manifest-broken", 1, "UTF-8"));
        }
    }

    private static Outcome<Manifest, BatchFault> read(Datum tree) {
        for (var key : List.of("batch", "flow", "sender")) {
            if (tree.text(key).filter(text -> BATCH.matcher(text).matches()).isEmpty()) {
                return Outcome.refused(BatchFault.of("manifest-value", key));
            }
        }
        var listed = tree.items("files");
        if (listed.isEmpty() || listed.size() > MOST_FILES) {
            return Outcome.refused(BatchFault.of("manifest-value", "files"));
        }
        var names = new HashSet<String>();
        for (int i = 0; i < listed.size(); i++) {
            var fault = fault(listed.get(i), i, names);
            if (fault.isPresent()) {
                return Outcome.refused(fault.get());
            }
        }
        var files = listed.stream()
                .map(one -> new Part(said(one, "name"), whole(one, "bytes"), said(one, "sha256"), whole(one, "rows")))
                .toList();
        var seal = tree.text("signature.key")
                .flatMap(key -> tree.text("signature.value").map(value -> new Seal(key, value)));
        var addressed =
                tree.text("receiver").flatMap(to -> tree.text("agreement").map(under -> new Addressed(to, under)));
        return Outcome.done(
                new Manifest(said(tree, "batch"), said(tree, "flow"), said(tree, "sender"), addressed, files, seal));
    }

    private static Optional<BatchFault> fault(Datum file, int number, HashSet<String> names) {
        var name = said(file, "name");
        if (!FILE.matcher(name).matches() || name.startsWith(".") || name.equals(NAME)) {
            return Optional.of(BatchFault.of("file-name", name));
        }
        if (!names.add(name)) {
            return Optional.of(BatchFault.of("file-twice", name));
        }
        if (whole(file, "bytes") < 0 || whole(file, "rows") < 0) {
            return Optional.of(BatchFault.of("manifest-value", "files." + number + ".bytes, rows"));
        }
        return DIGEST.matcher(said(file, "sha256")).matches()
                ? Optional.empty()
                : Optional.of(BatchFault.of("manifest-value", "files." + number + ".sha256"));
    }

    private static String said(Datum tree, String key) {
        return tree.text(key).orElse("");
    }

    private static long whole(Datum tree, String key) {
        return tree.number(key)
                .filter(number -> number.scale() <= 0 && number.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0)
                .map(BigDecimal::longValue)
                .orElse(-1L);
    }
}
