package org.tongqu.platform.matter.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongqu.engines.packs.command.PackCommand;
import org.tongqu.engines.packs.reading.PackReader;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform.matter._support.Town;

/** FEATURE: before a pack is published its author reads what that would do to a running store. */
class PackPlanCommandTest {

    private final StartedPlatform platform = StartedPlatform.shared();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    private Path root;

    @Test
    void theChangesAndTheCasesThatKeepTheirVersionAreTold() throws IOException {
        var town = Town.fresh();
        town.submitted(town.citizen());
        var folder = changed(town.pack().id());

        var code = run(folder, platform.database().address().url());

        assertThat(code).isEqualTo(PackCommand.PROBLEMS);
        assertThat(text())
                .contains(town.pack().id() + " 1 → 2", "3 working days", "在办", "Version 1: ")
                .containsPattern("版本 1：[1-9][0-9]* 件在办");
    }

    @Test
    void aFolderThatSaysWhatIsInUseChangesNothing() {
        var code = run(Path.of("../packs"), platform.database().address().url());

        assertThat(code).isEqualTo(PackCommand.GOOD);
        assertThat(text()).contains("没有变化");
    }

    @Test
    void aStoreThatCannotBeReadIsNamedWithWhatToDo() {
        var url = platform.database().address().url().replaceAll("/[^/]*$", "/no_such_store");

        assertThat(run(Path.of("../packs"), url)).isEqualTo(PackCommand.UNUSABLE);
        assertThat(text()).contains(url, "TONGQU_DATABASE_APPLICATION_PASSWORD");
    }

    @Test
    void theCasesOfAPeriodArePlayedAgainByTheChangedPack() throws IOException {
        var town = Town.fresh();
        town.submitted(town.citizen());
        var folder = changed(town.pack().id());
        var keys = "--keys=target/test-data/keys/demo.key";

        var code = run(folder, platform.database().address().url(), "--from=2020-01-01", keys);

        assertThat(code).isEqualTo(PackCommand.PROBLEMS);
        assertThat(text()).contains("件按新版本重走一遍", "played again", "在办，照旧");
    }

    @Test
    void whyNobodyCanTellIsSaidInBothLanguages() throws IOException {
        var town = Town.fresh();
        var caseId = town.submitted(town.citizen()).caseId();
        town.complete(town.officer("acceptor"), caseId, "refuse", "材料不符合法定形式，已经告知。")
                .orElseThrow();
        var folder = changed(town.pack().id());
        try (var files = Files.walk(folder.resolve(town.pack().id()))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.writeString(
                        file,
                        Files.readString(file)
                                .replaceFirst("<tongqu:outcome code=\"refuse\"[^>]*/>", "")
                                .replaceAll("outcome: refuse\\b", "outcome: accept")
                                .replace("outcomes: [refuse]", "outcomes: [accept]"));
            }
        }
        var keys = "--keys=target/test-data/keys/demo.key";

        run(folder, platform.database().address().url(), "--from=2020-01-01", keys);

        assertThat(text())
                .contains("步骤“accept”当时选的“refuse”在新版本里选不了")
                .contains("the \"refuse\" chosen at step \"accept\" can no longer be chosen");
    }

    @Test
    void aProgramIsToldOneCaseALine() throws IOException {
        var town = Town.fresh();
        town.submitted(town.citizen());
        var folder = changed(town.pack().id());
        var keys = "--keys=target/test-data/keys/demo.key";

        run(folder, platform.database().address().url(), "--from=2020-01-01", keys, "--json");

        var lines = text().lines().toList();
        assertThat(lines).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
        assertThat(lines.getLast()).contains("\"cases\":" + (lines.size() - 1));
    }

    @Test
    void aPeriodNobodyCanReadIsAnsweredWithHowItIsWritten() {
        var code = run(Path.of("../packs"), platform.database().address().url(), "--from=yesterday");

        assertThat(code).isEqualTo(PackCommand.UNUSABLE);
        assertThat(text()).contains("--from=2026-01-01");
    }

    private int run(Path folder, String url, String... more) {
        var password = platform.database().address().application().password();
        var args = new ArrayList<>(List.of(folder.toString(), url));
        args.addAll(List.of(more));
        return PackPlanCommand.run(
                args,
                Map.of("TONGQU_DATABASE_APPLICATION_PASSWORD", password),
                new PrintStream(said, true, StandardCharsets.UTF_8),
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
    }

    private String text() {
        return said.toString(StandardCharsets.UTF_8);
    }

    /** The shipped packs with a later version and a longer promise of one of them. */
    private Path changed(String packId) throws IOException {
        var packs = Path.of("../packs");
        for (var folder : PackReader.folders(packs)) {
            var copy = root.resolve(packs.relativize(folder).toString());
            try (var files = Files.walk(folder)) {
                for (var file : files.toList()) {
                    var to = copy.resolve(folder.relativize(file).toString());
                    if (Files.isDirectory(file)) {
                        Files.createDirectories(to);
                    } else {
                        Files.copy(file, to);
                    }
                }
            }
        }
        var manifest = root.resolve(packId).resolve("pack.yaml");
        Files.writeString(
                manifest,
                Files.readString(manifest)
                        .replace("version: \"1\"", "version: \"2\"")
                        .replaceFirst("limit: 2 working days", "limit: 3 working days"));
        return root;
    }
}
