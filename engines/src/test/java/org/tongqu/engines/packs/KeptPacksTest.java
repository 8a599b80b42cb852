package org.tongqu.engines.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongqu.engines.packs.reading.PackReader;

/** FEATURE: a pack that matters are open under stays readable, whatever today's checks say of it. */
class KeptPacksTest {

    @TempDir
    private Path root;

    @Test
    void aPackFromBeforeTheRulesOfSupervisionWarnsAsItsClocksSaid() throws IOException {
        var folder = BrokenPacks.copy(PackReader.folders(RealPacks.root()).getFirst(), root);
        remove(folder.resolve("supervision"));
        remove(folder.resolve("notices"));
        replace(
                folder.resolve("pack.yaml"),
                "    limit: 2 working days\n",
                "    limit: 2 working days\n    warnPercent: 55\n");

        var kept = PackReader.readKept(folder);

        assertThat(PackReader.read(folder).packs()).isEmpty();
        assertThat(kept.packs()).singleElement().satisfies(pack -> {
            assertThat(pack.clocks().find("promised").orElseThrow().warnPercent())
                    .isEqualTo(55);
            assertThat(pack.process().nodes()).isNotEmpty();
            assertThat(pack.notices()).isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            pack.yaml                   | version: "1"                       | version: "1"\\nformer: yes
            pack.yaml                   | fee: {free: true}                  | fee: {yuan: 10}
            pack.yaml                   | complain: 0000-88012345            | complain: 0000 8800 1315
            forms/application.yaml      | maxFiles: 5                        | maxFiles: 500
            forms/application.yaml      | control: citizen-number            | control: passport
            process/registration.bpmn   | tongqu:starts="acceptance"         | tongqu:starts="arrival"
            process/registration.bpmn   | tongqu:form="application"          | tongqu:form="another"
            process/registration.bpmn   | tongqu:performer="role:acceptor"   | tongqu:performer="role:acceptor" tongqu:priority="3"
            schema/application.json     | "type": "object"                   | "$id": "urn:old", "type": "object"
            notices/issued.yaml         | to: applicant                      | to: everybody
            scenarios/issued.yaml       | result: issued                     | result: isued
            """)
    void whatWouldNotBePublishedTodayIsReadAllTheSame(String file, String from, String to) throws IOException {
        var folder = BrokenPacks.copy(PackReader.folders(RealPacks.root()).getFirst(), root);
        replace(folder.resolve(file), from, to.replace("\\n", "\n"));

        assertThat(PackReader.read(folder).packs()).isEmpty();
        assertThat(PackReader.readKept(folder).packs()).singleElement().satisfies(pack -> {
            assertThat(pack.process().nodes()).isNotEmpty();
            assertThat(pack.form().pages()).isNotEmpty();
            assertThat(pack.schema().properties()).isNotEmpty();
        });
    }

    @Test
    void whatIsNoPackAtAllIsNotMadeIntoOne() throws IOException {
        var folder = BrokenPacks.copy(PackReader.folders(RealPacks.root()).getFirst(), root);
        Files.writeString(folder.resolve("process/registration.bpmn"), "not a drawing");

        assertThat(PackReader.readKept(folder).packs()).isEmpty();
    }

    private static void replace(Path file, String from, String to) throws IOException {
        var text = Files.readString(file);
        assertThat(text).contains(from);
        var at = text.indexOf(from);
        Files.writeString(file, text.substring(0, at) + to + text.substring(at + from.length()));
    }

    private static void remove(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
