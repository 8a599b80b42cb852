package org.tongqu.exchange.file;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.exchange._support.RunsAFlow;
import org.tongqu.exchange._support.TestBatches;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.text.Language;

/** FEATURE: rubbish is told from a batch before anything of it is taken, with what to do about it. */
class BatchCheckTest {

    private static final String FLOW = """
            exchange: files-in
            title: {zh: 测试, en: Test}
            source: {connector: files, format: csv, key: [id]}
            target: {table: person, key: [number]}
            columns: [{to: number, from: id}, {to: name, from: xm}]
            """;

    private static final String GOOD = "id,xm\n1,甲\n2,乙\n";

    @TempDir
    Path folder;

    private final TestBatches sender = new TestBatches();

    private static Flow flow(String format) {
        return RunsAFlow.flow(FLOW.replace("csv", format).getBytes(UTF_8));
    }

    private BatchCheck check(String format) {
        return new BatchCheck(flow(format), "sender", sender::find);
    }

    /** What is wrong with one file, and the words for it. */
    private String fault(String name, byte[] content, long rows) throws IOException {
        Files.write(folder.resolve(name), content);
        var manifest = sender.deliver("b", "files-in", folder, rows);
        var check = check(name.substring(name.indexOf('.') + 1));
        assertThat(check.findFault(manifest)).isEmpty();
        return told(check.findFault(manifest, folder));
    }

    private static String told(Optional<BatchFault> found) {
        found.ifPresent(fault -> {
            for (var language : Language.values()) {
                assertThat(fault.text(language)).isNotBlank().doesNotContain("batch-", "{");
                assertThat(fault.remedy(language)).isNotBlank().doesNotContain("batch-", "{");
            }
        });
        return found.map(fault -> fault.code() + fault.details()).orElse("");
    }

    private String fault(String text) throws IOException {
        return fault("a.csv", text.getBytes(UTF_8), 2);
    }

    @Test
    void aTableThatCannotBeReadToItsEndIsToldWithItsLine() throws IOException {
        assertThat(fault(GOOD)).isEmpty();
        assertThat(fault(GOOD + "3,丙\n")).isEqualTo("rows[a.csv, 2, 3]");
        assertThat(fault("id,name\n1,a\n2,b\n")).isEqualTo("no-columns[a.csv, xm]");
        assertThat(fault("")).isEqualTo("no-columns[a.csv, id, xm]");
        assertThat(fault("id,xm,xm\n1,a,b\n")).isEqualTo("column-twice[a.csv, xm]");
        assertThat(fault("id,xm\n1,a,c\n2,b\n")).isEqualTo("row-broken[a.csv, 2]");
        assertThat(fault("id,xm\n1,a\n\"2,b\n")).startsWith("row-broken[a.csv");
        assertThat(fault("id,xm\n1," + "x".repeat(20 << 20) + "\n2,b\n")).isEqualTo("row-broken[a.csv, 2]");
        assertThat(fault("a.csv", GOOD.getBytes(UTF_16), 2)).isEqualTo("encoding[a.csv]");
        assertThat(fault("a.csv", new byte[] {'i', 'd', (byte) 0xFF, (byte) 0xFF, '\n'}, 0))
                .isEqualTo("encoding[a.csv]");
    }

    @Test
    void linesThatAreNoObjectsAndColumnsThatNoLineNamesAreTold() throws IOException {
        assertThat(fault("a.jsonl", "{\"id\":1,\"xm\":\"a\"}\n{\"id\":2}\n".getBytes(UTF_8), 2))
                .isEmpty();
        assertThat(fault("a.jsonl", "{\"id\":1,\"xm\":\"a\"}\n[2]\n".getBytes(UTF_8), 2))
                .isEqualTo("row-broken[a.jsonl, 2]");
        assertThat(fault("a.jsonl", "{\"id\":1}\n{\"id\":2}\n".getBytes(UTF_8), 2))
                .isEqualTo("no-columns[a.jsonl, xm]");
        assertThat(fault("a.jsonl", "{\"id\":1,\"id\":2,\"xm\":\"a\"}\n".getBytes(UTF_8), 1))
                .isEqualTo("row-broken[a.jsonl, 1]");
        assertThat(fault("a.jsonl", ("[".repeat(100_000)).getBytes(UTF_8), 1)).isEqualTo("row-broken[a.jsonl, 1]");
    }

    @Test
    void aWorkbookThatUnpacksToTooMuchDeclaresEntitiesOrIsNoneIsNotRead() throws IOException {
        assertThat(fault("a.xlsx", GOOD.getBytes(UTF_8), 2)).isEqualTo("sheet-broken[a.xlsx]");
        assertThat(fault("a.xlsx", packed("xl/worksheets/sheet1.xml", "<x>" + " ".repeat(40 << 20)), 2))
                .isEqualTo("bomb[a.xlsx]");
        assertThat(fault("a.xlsx", packed("xl/workbook.xml", "<!DOCTYPE x [<!ENTITY a \"b\">]><x/>"), 2))
                .isEqualTo("entities[a.xlsx]");
        assertThat(fault("a.xlsx", packed("xl/other.xml", "<x/>"), 2)).isEqualTo("sheet-broken[a.xlsx]");
        var old = new byte[64];
        System.arraycopy(
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1},
                0,
                old,
                0,
                8);
        assertThat(fault("a.xlsx", old, 2)).isEqualTo("old-sheet[a.xlsx]");
    }

    private byte[] packed(String name, String content) throws IOException {
        var out = new java.io.ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes(UTF_8));
        }
        return out.toByteArray();
    }

    @Test
    void aFileThatWasCutReplacedOrIsALinkIsTold(@TempDir Path elsewhere) throws IOException {
        var file = folder.resolve("a.csv");
        Files.writeString(file, GOOD);
        var manifest = sender.deliver("b", "files-in", folder, 2);
        var check = check("csv");

        Files.writeString(file, GOOD.substring(0, 10));
        assertThat(told(check.findFault(manifest, folder))).startsWith("size[a.csv, ");
        Files.writeString(file, GOOD.replace('1', '7'));
        assertThat(told(check.findFault(manifest, folder))).isEqualTo("checksum[a.csv]");
        Files.delete(file);
        assertThat(told(check.findFault(manifest, folder))).isEqualTo("file-missing[a.csv]");
        Files.createSymbolicLink(file, Files.writeString(elsewhere.resolve("secret"), GOOD));
        assertThat(told(check.findFault(manifest, folder))).isEqualTo("file-missing[a.csv]");
    }

    @Test
    void aManifestOfAnotherFlowOrSenderOrChangedBehindItsSignatureIsTold() throws IOException {
        Files.writeString(folder.resolve("a.csv"), GOOD);
        var plain = TestBatches.plain("b", "files-in", folder, 2);
        var check = check("csv");

        assertThat(told(check.findFault(sender.sign(plain)))).isEmpty();
        assertThat(told(check.findFault(plain))).isEqualTo("unknown-key[-]");
        assertThat(told(check.findFault(new TestBatches().sign(plain)))).startsWith("unknown-key[");
        assertThat(told(check.findFault(sender.sign(TestBatches.plain("b", "other", folder, 2)))))
                .isEqualTo("other-flow[other, files-in]");
        assertThat(told(check.findFault(
                        sender.sign(new Manifest("b", "files-in", "neighbour", plain.files(), Optional.empty())))))
                .isEqualTo("other-sender[neighbour, sender]");
        var changed = new Manifest(
                "c", "files-in", "sender", plain.files(), sender.sign(plain).seal());
        assertThat(told(check.findFault(changed))).isEqualTo("signature[]");
    }

    @Test
    void aManifestThatIsNoneOrLeadsOutOfItsFolderIsTold() throws IOException {
        Files.writeString(folder.resolve("a.csv"), GOOD);
        var good = sender.sign(TestBatches.plain("b", "files-in", folder, 2)).json();
        assertThat(read(good)).isEmpty();

        assertThat(read("no json")).startsWith("manifest-broken[1");
        assertThat(read(good + good)).startsWith("manifest-broken[1");
        assertThat(read(good.replace("\"batch\":\"b\"", "\"batch\":\"../b\""))).isEqualTo("manifest-value[batch]");
        for (var name :
                List.of("../a.csv", "/etc/passwd", "..", "x\\\\a.csv", "C:a.csv", ".hidden", "manifest.json", "")) {
            assertThat(read(good.replace("a.csv", name))).as(name).startsWith("file-name[");
        }
        assertThat(read(good.replaceAll("\"bytes\":\\d+", "\"bytes\":-1"))).startsWith("manifest-value[files.0.bytes");
        assertThat(read(good.replaceAll("\"rows\":2", "\"rows\":1e30"))).startsWith("manifest-value[files.0.bytes");
        assertThat(read(good.replaceAll("\"sha256\":\"..", "\"sha256\":\"ZZ")))
                .startsWith("manifest-value[files.0.sha");
        assertThat(read("{\"x\":\"" + "y".repeat(2 << 20) + "\"}")).isEqualTo("manifest-large[1]");
        assertThat(told(
                        Manifest.read(good.getBytes(UTF_16)) instanceof Outcome.Refused<?, BatchFault>(var fault)
                                ? Optional.of(fault)
                                : Optional.empty()))
                .startsWith("manifest-broken");
    }

    private static String read(String json) {
        return Manifest.read(json.getBytes(UTF_8)) instanceof Outcome.Refused<?, BatchFault>(var fault)
                ? told(Optional.of(fault))
                : "";
    }
}
