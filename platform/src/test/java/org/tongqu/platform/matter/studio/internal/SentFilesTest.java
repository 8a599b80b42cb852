package org.tongqu.platform.matter.studio.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.matter.services.PackContent;
import org.tongqu.platform.matter.studio.FileFault;
import org.tongqu.platform.matter.studio.FileFault.Why;
import org.tongqu.platform.matter.studio.SentFile;

/** FEATURE: what is sent finds its place in the pack, and what cannot have one is told with its reason. */
class SentFilesTest {

    private static final String PACK = "owner/service";
    private static final PackContent APPLIES = PackContent.of(Map.of(
            "pack.yaml", bytes("pack"),
            "process/main.bpmn", bytes("main"),
            "texts/en.yaml", bytes("en"),
            "codes/en.yaml", bytes("codes")));

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static SentFile file(String name, String text) {
        return new SentFile(name, bytes(text));
    }

    private static SentFile zip(Map<String, byte[]> files) {
        try (var out = new ByteArrayOutputStream();
                var zip = new ZipOutputStream(out)) {
            for (var file : new TreeMap<>(files).entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
            zip.finish();
            return new SentFile("some.zip", out.toByteArray());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static PackContent put(SentFile... files) {
        return SentFiles.put(PACK, APPLIES, List.of(files)).orElseThrow();
    }

    private static List<Why> faults(SentFile... files) {
        return all(files).stream().map(FileFault::why).toList();
    }

    private static List<FileFault> all(SentFile... files) {
        return ((Outcome.Refused<PackContent, List<FileFault>>) SentFiles.put(PACK, APPLIES, List.of(files))).reason();
    }

    @Test
    void aFileTakesThePlaceOfTheOneOfItsName() {
        var content = put(file("C:\\my files\\main.bpmn", "new"), file("fee.dmn", "table"));

        assertThat(content.find("process/main.bpmn")).contains(bytes("new"));
        assertThat(content.find("rules/fee.dmn")).contains(bytes("table"));
        assertThat(content.names()).hasSize(5);
    }

    @Test
    void anArchiveWithAManifestIsTheWholePackAndOneWithoutIsWhatDiffers() {
        assertThat(put(zip(Map.of("service/pack.yaml", bytes("p"), "service/texts/zh.yaml", bytes("z"))))
                        .names())
                .containsExactlyInAnyOrder("pack.yaml", "texts/zh.yaml");
        assertThat(put(zip(Map.of("owner/service/texts/zh.yaml", bytes("z")))).names())
                .hasSize(5)
                .contains("texts/zh.yaml");
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        assertThat(faults(
                        file("a.class", "x"),
                        file("empty.yaml", ""),
                        file("unknown.yaml", "a: 1"),
                        file("en.yaml", "a: 1"),
                        file("main.bpmn", "one"),
                        file("main.bpmn", "two")))
                .containsExactly(Why.ENDING, Why.EMPTY, Why.NO_PLACE, Why.WHICH_PLACE, Why.TWICE);
    }

    @Test
    void whatIsNoUtf8IsToldWithItsLine() {
        var gbk = new SentFile("pack.yaml", new byte[] {'a', '\n', 'b', '\n', (byte) 0xB7, (byte) 0xFE});
        var cut = new SentFile("pack.yaml", new byte[] {'a', '\n', (byte) 0xE6, (byte) 0x9C});

        assertThat(all(gbk)).containsExactly(new FileFault("pack.yaml", 3, Why.NOT_UTF8, ""));
        assertThat(all(cut))
                .as("a sign that is cut off")
                .containsExactly(new FileFault("pack.yaml", 2, Why.NOT_UTF8, ""));
    }

    @Test
    void namesThatLeadOutOfTheFolderAreRefused() {
        for (var name : List.of(
                "../../etc/x.yaml",
                "/etc/x.yaml",
                "texts/../../x.yaml",
                "texts//x.yaml",
                "texts/a\u0007.yaml",
                "a:b.yaml")) {
            assertThat(faults(zip(Map.of(name, bytes("x"))))).as(name).containsExactly(Why.NAME);
        }
        assertThat(faults(zip(Map.of("a/b/c/d/e.yaml", bytes("x"))))).containsExactly(Why.TOO_DEEP);
    }

    @Test
    void anArchiveIsNeverUnpackedFurtherThanPacksAreLarge() {
        var zeros = new byte[40 << 20];
        assertThat(faults(zip(Map.of("texts/zeros.yaml", zeros)))).containsExactly(Why.TOO_LARGE);

        var many = new TreeMap<String, byte[]>();
        for (int i = 0; i < 20; i++) {
            many.put("texts/" + i + ".yaml", bytes("x".repeat(1 << 20)));
        }
        assertThat(faults(zip(many))).containsExactly(Why.ARCHIVE_TOO_LARGE);

        var countless = new TreeMap<String, byte[]>();
        for (int i = 0; i < 400; i++) {
            countless.put("texts/" + i + ".yaml", bytes("x"));
        }
        assertThat(faults(zip(countless))).containsExactly(Why.TOO_MANY);
    }

    @Test
    void archivesThatAreNoneOrHoldOthersOrSeveralPacksAreRefused() {
        assertThat(faults(file("broken.zip", "PK\u0003\u0004 and nothing"))).containsExactly(Why.ARCHIVE_UNREADABLE);
        assertThat(faults(file("text.zip", "no archive"))).containsExactly(Why.ARCHIVE_UNREADABLE);
        assertThat(faults(zip(Map.of(
                        "texts/inner.yaml", zip(Map.of("a.yaml", bytes("x"))).bytes()))))
                .containsExactly(Why.ARCHIVE_IN_ARCHIVE);
        assertThat(faults(zip(Map.of("a/pack.yaml", bytes("x"), "b/pack.yaml", bytes("x")))))
                .containsExactly(Why.SEVERAL_PACKS);
        assertThat(faults(zip(Map.of("a/pack.yaml", bytes("x"), "b/x.yaml", bytes("x")))))
                .containsExactly(Why.BESIDE_PACK);
    }
}
