package org.tongqu.house;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every Java file of the repository has a shape a reader can hold. That each rule bites: {@link RulesBiteTest}. */
class ShapeTest {

    private static final List<String> MODULES =
            List.of("kernel", "engines", "servers", "exchange", "design", "platform", "scale", "bench", "journeys");

    private static final int TYPES_PER_PACKAGE = 40;

    /** Those who speak to a terminal: the start, the benches, and a program that a test kills. */
    static final Set<String> PRINTERS = Set.of(
            "bench/src/main/java/org/tongqu/bench/Bench.java",
            "bench/src/main/java/org/tongqu/bench/Workshop.java",
            "bench/src/main/java/org/tongqu/bench/faults/CentreProgram.java",
            "bench/src/main/java/org/tongqu/bench/program/Demo.java",
            "scale/src/main/java/org/tongqu/scale/Main.java",
            "exchange/src/main/java/org/tongqu/exchange/node/Main.java",
            "platform/src/main/java/org/tongqu/platform/operate/start/Progress.java",
            "platform/src/test/java/org/tongqu/platform/_support/KeepsWriting.java",
            "platform/src/test/java/org/tongqu/platform/matter/_support/KeepsHandling.java");

    /** Those at a border of the program, where any fault has to become an answer; the bench counts it. */
    static final Set<String> CATCHERS = Set.of(
            "bench/src/main/java/org/tongqu/bench/visits/Tally.java", "scale/src/main/java/org/tongqu/scale/Main.java");

    private static final List<Source> SOURCES =
            Source.of(javaFiles().collect(toMap(Repository::name, Repository::text)));

    @Test
    void everySourceIsRead() {
        assertThat(SOURCES).hasSizeGreaterThan(150).hasSize((int) javaFiles().count());
        assertThat(SOURCES).anyMatch(Source::isTest);
        assertThat(SOURCES)
                .allMatch(source ->
                        !source.unit().getTypeDecls().isEmpty() || source.name().endsWith("package-info.java"));
    }

    @Test
    void filesMethodsAndParameterListsAreShort() {
        assertNothingFound(new SizeRule());
    }

    @Test
    void noMethodTakesABooleanNobodyCanRead() {
        assertNothingFound(new BooleanParameterRule());
    }

    @Test
    void namesSayWhatAThingIs() {
        assertNothingFound(new NameRule());
    }

    @Test
    void nothingIsPrintedSwallowedInjectedOrSlept() {
        assertNothingFound(new HabitRule(PRINTERS, CATCHERS));
    }

    @Test
    void noChineseWordStandsInAProgram() {
        assertNothingFound(new ChineseWordsRule());
    }

    @Test
    void everyListedExceptionIsStillThere() {
        assertThat(Stream.of(PRINTERS, CATCHERS).flatMap(Set::stream))
                .allMatch(name -> Files.exists(Repository.root().resolve(name)));
    }

    @Test
    void noJavadocTagIsEmpty() {
        assertNothingFound(new EmptyTagRule());
    }

    @Test
    void everyTestAsserts() {
        assertNothingFound(new AssertionRule());
    }

    @Test
    void everyPackageSaysWhatItIsForAndIsNotCrowded() {
        var packages = new TreeMap<>(javaFiles().collect(groupingBy(Path::getParent, counting())));

        assertThat(packages).allSatisfy((folder, files) -> {
            var main = Path.of(folder.toString().replace("/src/test/", "/src/main/"));
            assertThat(Stream.of(main, folder))
                    .as("%s has a package-info.java, in main if there is a main", folder)
                    .anyMatch(place -> Files.exists(place.resolve("package-info.java")));
            assertThat(files - 1).as("types in " + folder).isLessThanOrEqualTo(TYPES_PER_PACKAGE);
        });
    }

    private static void assertNothingFound(Rule rule) {
        assertThat(findings(rule)).isEmpty();
    }

    private static Stream<Finding> findings(Rule rule) {
        return SOURCES.stream().flatMap(source -> rule.findings(source).stream());
    }

    private static Stream<Path> javaFiles() {
        return MODULES.stream()
                .flatMap(module -> Repository.files(module + "/src").stream())
                .filter(file -> file.toString().endsWith(".java"));
    }
}
