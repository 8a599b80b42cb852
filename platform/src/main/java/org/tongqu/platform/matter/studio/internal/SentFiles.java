package org.tongqu.platform.matter.studio.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipInputStream;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.matter.services.PackContent;
import org.tongqu.platform.matter.studio.FileFault;
import org.tongqu.platform.matter.studio.FileFault.Why;
import org.tongqu.platform.matter.studio.SentFile;

/**
 * Files that somebody sent, put in their places in a pack. Nothing is unpacked to a disk, and of an archive never more is
 * held than packs may hold. Everything that is wrong is told, not the first of it.
 */
public final class SentFiles {

    static final int LARGEST = 2 << 20;
    static final int ALL = 16 << 20;
    static final int MOST = 300;
    private static final int DEEPEST = 4;
    private static final int LONGEST_NAME = 200;
    private static final String MANIFEST = "pack.yaml";
    private static final Set<String> ENDINGS = Set.of("yaml", "yml", "json", "bpmn", "dmn", "md", "txt");

    private final String packId;
    private final PackContent applies;
    private final List<FileFault> faults = new ArrayList<>();
    private final Map<String, byte[]> placed = new LinkedHashMap<>();
    private boolean whole;

    private SentFiles(String packId, PackContent applies) {
        this.packId = packId;
        this.applies = applies;
    }

    /** The pack as it would be with them. An archive that holds a manifest is the whole pack; others hold what differs. */
    public static Outcome<PackContent, List<FileFault>> put(String packId, PackContent applies, List<SentFile> sent) {
        var files = new SentFiles(packId, applies);
        sent.stream().filter(SentFiles::isArchive).forEach(files::archive);
        sent.stream().filter(file -> !isArchive(file)).forEach(files::single);
        if (files.placed.size() > MOST) {
            files.fault(packId, Why.TOO_MANY, String.valueOf(MOST));
        }
        if (!files.faults.isEmpty()) {
            return Outcome.refused(List.copyOf(files.faults));
        }
        return Outcome.done(files.whole ? PackContent.of(files.placed) : applies.with(files.placed));
    }

    private static boolean isArchive(SentFile file) {
        return file.name().toLowerCase(Locale.ROOT).endsWith(".zip") || beginsAsArchive(file.bytes());
    }

    private static boolean beginsAsArchive(byte[] bytes) {
        return bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4;
    }

    private void single(SentFile file) {
        var name = base(file.name().replace('\\', '/'));
        if (!isGood(name, name, file.bytes())) {
            return;
        }
        var places = applies.names().stream()
                .filter(known -> base(known).equals(name))
                .sorted()
                .toList();
        if (places.size() > 1) {
            fault(name, Why.WHICH_PLACE, String.join(", ", places));
        } else if (places.size() == 1) {
            place(places.getFirst(), name, file.bytes());
        } else {
            switch (ending(name)) {
                case "bpmn" -> place("process/" + name, name, file.bytes());
                case "dmn" -> place("rules/" + name, name, file.bytes());
                default -> fault(name, Why.NO_PLACE, packId);
            }
        }
    }

    private void archive(SentFile file) {
        var inside = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file.bytes()), StandardCharsets.UTF_8)) {
            if (!unpack(file, zip, inside)) {
                return;
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            fault(file.name(), Why.ARCHIVE_UNREADABLE, "");
            return;
        }
        if (inside.isEmpty()) {
            fault(file.name(), Why.ARCHIVE_UNREADABLE, "");
            return;
        }
        var manifests = inside.keySet().stream()
                .filter(name -> base(name).equals(MANIFEST))
                .toList();
        if (manifests.size() > 1) {
            fault(file.name(), Why.SEVERAL_PACKS, String.join(", ", manifests));
            return;
        }
        whole |= !manifests.isEmpty();
        var folder = manifests.isEmpty() ? folder(inside.keySet()) : folderOf(manifests.getFirst());
        inside.forEach((name, bytes) -> {
            if (name.startsWith(folder)) {
                inArchive(name.substring(folder.length()), name, bytes);
            } else {
                fault(name, Why.BESIDE_PACK, folder);
            }
        });
    }

    /** @return whether all of it was read */
    private boolean unpack(SentFile file, ZipInputStream zip, Map<String, byte[]> inside) throws IOException {
        int left = ALL;
        for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (entry.isDirectory() || isHidden(entry.getName())) {
                continue;
            }
            var bytes = zip.readNBytes(LARGEST + 1);
            left -= bytes.length;
            if (bytes.length > LARGEST) {
                fault(entry.getName(), Why.TOO_LARGE, String.valueOf(LARGEST >> 20));
                return false;
            }
            if (left < 0 || inside.size() >= MOST) {
                fault(
                        file.name(),
                        left < 0 ? Why.ARCHIVE_TOO_LARGE : Why.TOO_MANY,
                        String.valueOf(left < 0 ? ALL >> 20 : MOST));
                return false;
            }
            if (inside.put(entry.getName(), bytes) != null) {
                fault(entry.getName(), Why.TWICE, "");
            }
        }
        return true;
    }

    /** What file managers and editors leave behind; packs are read without it as well. */
    private static boolean isHidden(String name) {
        return name.startsWith("__MACOSX/")
                || base(name).startsWith(".") && !base(name).equals("..");
    }

    /** The folder of the pack, as far as all names begin with it: {@code owner/service/} or {@code service/}. */
    private String folder(Set<String> names) {
        var full = packId + "/";
        var last = base(packId) + "/";
        for (var folder : List.of(full, last)) {
            if (names.stream().allMatch(name -> name.startsWith(folder))) {
                return folder;
            }
        }
        return "";
    }

    private void inArchive(String name, String sentAs, byte[] bytes) {
        if (beginsAsArchive(bytes)) {
            fault(sentAs, Why.ARCHIVE_IN_ARCHIVE, "");
        } else if (isGood(name, sentAs, bytes)) {
            place(name, sentAs, bytes);
        }
    }

    private void place(String name, String sentAs, byte[] bytes) {
        if (placed.put(name, bytes) != null) {
            fault(sentAs, Why.TWICE, name);
        }
    }

    private boolean isGood(String name, String sentAs, byte[] bytes) {
        int before = faults.size();
        if (!isName(name)) {
            fault(sentAs, Why.NAME, "");
            return false;
        }
        if (name.split("/").length > DEEPEST) {
            fault(sentAs, Why.TOO_DEEP, String.valueOf(DEEPEST));
        }
        if (!ENDINGS.contains(ending(name))) {
            fault(sentAs, Why.ENDING, String.join(" ", ENDINGS.stream().sorted().toList()));
        }
        if (bytes.length == 0) {
            fault(sentAs, Why.EMPTY, "");
        } else if (bytes.length > LARGEST) {
            fault(sentAs, Why.TOO_LARGE, String.valueOf(LARGEST >> 20));
        } else {
            isText(sentAs, bytes);
        }
        return faults.size() == before;
    }

    private static boolean isName(String name) {
        return !name.isEmpty()
                && name.length() <= LONGEST_NAME
                && name.chars().noneMatch(sign -> sign < ' ' || sign == 0x7F || "\\:*?\"<>|".indexOf(sign) >= 0)
                && List.of(name.split("/", -1)).stream()
                        .noneMatch(part -> part.isBlank() || part.equals(".") || part.equals(".."));
    }

    private void isText(String sentAs, byte[] bytes) {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(bytes.length);
        var bad = decoder.decode(in, out, true).isError() ? in.position() : zero(bytes);
        if (bad >= 0) {
            int line = 1;
            for (int i = 0; i < bad; i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            faults.add(new FileFault(sentAs, line, Why.NOT_UTF8, ""));
        }
    }

    /** Where a byte is that no text has; negative for nowhere. */
    private static int zero(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                return i;
            }
        }
        return -1;
    }

    private void fault(String file, Why why, String detail) {
        faults.add(new FileFault(file, 0, why, detail));
    }

    private static String folderOf(String name) {
        return name.substring(0, name.lastIndexOf('/') + 1);
    }

    private static String base(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    private static String ending(String name) {
        return base(name).substring(base(name).lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
