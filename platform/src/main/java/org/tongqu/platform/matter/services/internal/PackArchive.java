package org.tongqu.platform.matter.services.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A folder as one piece of bytes and back. Equal folders make equal bytes: names in order, no times. */
final class PackArchive {

    private PackArchive() {}

    static byte[] pack(Path folder) {
        try (var bytes = new ByteArrayOutputStream();
                var zip = new ZipOutputStream(bytes)) {
            for (var file : filesOf(folder)) {
                var entry = new ZipEntry(folder.relativize(file).toString().replace('\\', '/'));
                entry.setTime(0);
                zip.putNextEntry(entry);
                Files.copy(file, zip);
                zip.closeEntry();
            }
            zip.finish();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the pack in " + folder, e);
        }
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

    private static List<Path> filesOf(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
