package org.tongqu.platform.matter.services.internal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongqu.engines.packs.reading.PackReader;
import org.tongqu.engines.packs.reading.PackReading;
import org.tongqu.kernel.proof.Digest;

/** The files of one pack, by their names in its folder. */
public record PackFiles(String id, Map<String, byte[]> files) {

    private static final String MANIFEST = "pack.yaml";
    private static final Pattern VERSION =
            Pattern.compile("(?m)^version:[ \\t]*([\"']?)([^\"'#+\\r\\n]*)(\\+[0-9]+)?\\1[ \\t]*(#.*)?$");

    public PackFiles {
        files = Collections.unmodifiableMap(new TreeMap<>(files));
    }

    static PackFiles of(String id, Path folder) {
        return new PackFiles(id, PackArchive.files(folder));
    }

    byte[] file(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("There is no file " + name + " in " + id));
    }

    private Optional<byte[]> find(String name) {
        return Optional.ofNullable(files.get(name)).map(byte[]::clone);
    }

    /** The digest of a file; of one that is not there, of nothing. */
    String hash(String name) {
        return Digest.of(find(name).orElse(new byte[0])).hex();
    }

    /** The same files but for these. */
    PackFiles with(Map<String, byte[]> others) {
        var all = new TreeMap<>(files);
        all.putAll(others);
        return new PackFiles(id, all);
    }

    /** The same files, whose version says that it is this revision of what was delivered: {@code 1+3}. */
    PackFiles numbered(int number) {
        var manifest = new String(file(MANIFEST), StandardCharsets.UTF_8);
        var numbered = VERSION.matcher(manifest)
                .replaceFirst(found ->
                        Matcher.quoteReplacement("version: \"" + found.group(2).strip() + "+" + number + "\""));
        return with(Map.of(MANIFEST, numbered.getBytes(StandardCharsets.UTF_8)));
    }

    public PackReading read() {
        return PackReader.read(id, files);
    }

    byte[] archive() {
        return PackArchive.pack(files);
    }
}
