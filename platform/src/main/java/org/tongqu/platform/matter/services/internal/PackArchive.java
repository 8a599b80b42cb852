package org.tongqu.platform.matter.services.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The files of a pack as one piece of bytes and back. Equal files make equal bytes: names in order, no times. */
final class PackArchive {

    private static final int DEEPEST = 4;

    private PackArchive() {}

    static byte[] pack(Map<String, byte[]> files) {
        try (var bytes = new ByteArrayOutputStream();
                var zip = new ZipOutputStream(bytes)) {
            for (var file : new TreeMap<>(files).entrySet()) {
                var entry = new ZipEntry(file.getKey());
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
            zip.finish();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the files of a pack", e);
        }
    }

    /** What lies in the folder of a pack, by name. */
    static Map<String, byte[]> files(Path folder) {
        var files = new TreeMap<String, byte[]>();
        try (var paths = Files.walk(folder, DEEPEST)) {
            for (var path : paths.filter(PackArchive::isPart).toList()) {
                files.put(folder.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the pack in " + folder, e);
        }
    }

    /** As the reader of packs reads them. */
    private static boolean isPart(Path path) {
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                && !path.getFileName().toString().startsWith(".");
    }

    static void unpack(byte[] archive, Path folder) throws IOException {
        Files.createDirectories(folder);
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var file = folder.resolve(entry.getName()).normalize();
                if (!file.startsWith(folder)) {
                    throw new IOException("The kept pack leads out of its folder: " + entry.getName());
                }
                Files.createDirectories(file.resolveSibling("."));
                Files.copy(zip, file);
            }
        }
    }
}
