package org.tongqu.platform.matter.services;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.tongqu.engines.packs.Pack;
import org.tongqu.engines.packs.reading.PackReading;
import org.tongqu.platform.matter.services.internal.Unfolded;

/** All files of one pack by their names, e.g. {@code process/main.bpmn}: as they are kept, or as somebody would have them. */
public final class PackContent {

    private final SortedMap<String, byte[]> files;

    private PackContent(SortedMap<String, byte[]> files) {
        this.files = files;
    }

    public static PackContent of(Map<String, byte[]> files) {
        return new PackContent(new TreeMap<>(files));
    }

    /** Reads what {@link #archive} wrote. */
    public static PackContent of(byte[] archive) {
        var files = new TreeMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
            return new PackContent(files);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the files of a kept pack", e);
        }
    }

    /** All of them as one piece of bytes; equal files make equal bytes. */
    public byte[] archive() {
        try (var bytes = new ByteArrayOutputStream();
                var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                var entry = new ZipEntry(file.getKey());
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
            zip.finish();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot pack " + files.keySet(), e);
        }
    }

    public Set<String> names() {
        return Set.copyOf(files.keySet());
    }

    public Optional<byte[]> find(String name) {
        return Optional.ofNullable(files.get(name)).map(byte[]::clone);
    }

    /** These with others in place of those of the same name, or besides. */
    public PackContent with(Map<String, byte[]> changed) {
        var all = new TreeMap<>(files);
        all.putAll(changed);
        return new PackContent(all);
    }

    /** Reads and checks them as whoever publishes them would. */
    public PackReading check(String packId) {
        return Unfolded.check(packId, files);
    }

    /** What they say; for a pack that was good when it was checked. */
    public Pack read(String packId) {
        return Unfolded.kept(packId, files);
    }
}
