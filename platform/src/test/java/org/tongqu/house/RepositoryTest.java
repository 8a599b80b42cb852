package org.tongqu.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the repository as a whole has to keep to: few modules, packs that are data, a program that knows no pack. */
class RepositoryTest {

    private static final int MAVEN_MODULES = 9;

    /** Owner and service of at least one pack; more packs are found by themselves. */
    private static final int PACK_NAMES = 2;

    @Test
    void thereAreFewMavenModules() {
        var pom = Repository.text(Repository.root().resolve("pom.xml"));
        var modules = Pattern.compile("<module>([a-z]+)</module>")
                .matcher(pom)
                .results()
                .toList();

        assertThat(modules).hasSizeBetween(5, MAVEN_MODULES);
        assertThat(modules)
                .allMatch(module ->
                        Files.exists(Repository.root().resolve(module.group(1)).resolve("pom.xml")));
    }

    @Test
    void packsAreDeclarationsAlone() {
        assertThat(Repository.files("packs")).noneMatch(RepositoryTest::isProgram);
        assertThat(isProgram(Path.of("packs/o/s/Rules.java"))).isTrue();
        assertThat(isProgram(Path.of("packs/o/s/rules.groovy"))).isTrue();
        assertThat(isProgram(Path.of("packs/o/s/pack.yaml"))).isFalse();
    }

    @Test
    void noProgramKnowsAPack() {
        var names = PackNames.inRepository();
        var programs = Stream.of("kernel", "engines", "servers", "exchange", "platform", "design")
                .flatMap(module -> Repository.files(module + "/src/main").stream())
                .filter(RepositoryTest::isText)
                .toList();

        assertThat(names.folders()).hasSizeGreaterThanOrEqualTo(PACK_NAMES);
        assertThat(programs).hasSizeGreaterThan(100);
        assertThat(programs.stream()
                        .flatMap(file -> names
                                .findIn(Repository.text(file))
                                .map(name -> Repository.name(file) + " mentions " + name)
                                .stream()))
                .isEmpty();
    }

    @Test
    void aPackIsFoundInEverySpelling() {
        var names = new PackNames(Set.of("land-transfer"));

        assertThat(names.findIn("if (pack.equals(\"land-transfer\"))")).contains("land-transfer");
        assertThat(names.findIn("class LandTransferRules {}")).contains("LandTransfer");
        assertThat(names.findIn("var isLandTransfer = true;")).contains("LandTransfer");
        assertThat(names.findIn("CREATE TABLE land_transfer_fee")).contains("land_transfer");
        assertThat(names.findIn("an island transfer, the land and its transfers"))
                .isEmpty();
    }

    private static boolean isProgram(Path file) {
        return file.toString().matches(".*\\.(java|kt|groovy|scala|js|py|class|jar)");
    }

    private static boolean isText(Path file) {
        return file.toString().matches(".*\\.(java|sql|jte|properties|yaml|yml|css|xml|html|txt)");
    }
}
