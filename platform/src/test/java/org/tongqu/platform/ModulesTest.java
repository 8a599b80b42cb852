package org.tongqu.platform;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.test.TestApplicationModules;
import org.tongqu.house.Generated;
import org.tongqu.house.Repository;
import org.tongqu.house.wrong.WrongSystem;

@Execution(ExecutionMode.CONCURRENT)
class ModulesTest {

    /** Raise it with every new module: to verify modules that were not found always passes. */
    private static final int AT_LEAST = 17;

    private static final ApplicationModules WRONG = TestApplicationModules.of(WrongSystem.class);

    private final ApplicationModules modules = ApplicationModules.of(Tongqu.class);

    /** A second package-info in the tests, for example, hides the annotation of the first. */
    @Test
    void everyModuleDeclaredInTheSourcesIsFound() {
        var declared = Repository.files("platform/src/main/java").stream()
                .filter(file -> file.endsWith("package-info.java"))
                .filter(file -> Repository.text(file).contains("@ApplicationModule("))
                .count();

        assertThat(modules.stream().count()).isEqualTo(declared).isGreaterThanOrEqualTo(AT_LEAST);
    }

    @Test
    void noModuleReachesIntoAnotherOrUsesOneItDidNotList() {
        modules.verify();
    }

    @Test
    void aUseThatWasNotListedIsFound() {
        assertThatThrownBy(WRONG::verify).hasMessageContaining("left").hasMessageContaining("right");
    }

    @Test
    void everyModuleListsWhatItUses() {
        assertThat(modules.stream().filter(ModulesTest::mayUseAnything))
                .as("modules without allowedDependencies may use anything")
                .isEmpty();
        assertThat(WRONG.stream().filter(ModulesTest::mayUseAnything)).hasSize(1);
    }

    @Test
    void theMapOfModulesIsTheOneInTheDocuments() {
        Generated.file("docs/generated/modules.md").mustSay(map());
    }

    private String map() {
        return "# Modules of the platform\n\nEach with what it may use.\n\n| Module | For | May use |\n|---|---|---|\n"
                + modules.stream().map(ModulesTest::row).sorted().collect(joining());
    }

    private static String row(ApplicationModule module) {
        var uses = uses(module).sorted().collect(joining(", "));
        return "| `" + module.getIdentifier() + "` | " + module.getDisplayName() + " | " + (uses.isEmpty() ? "–" : uses)
                + " |\n";
    }

    private static Stream<String> uses(ApplicationModule module) {
        return List.of(annotation(module).allowedDependencies()).stream();
    }

    private static boolean mayUseAnything(ApplicationModule module) {
        return uses(module).anyMatch(org.springframework.modulith.ApplicationModule.OPEN_TOKEN::equals);
    }

    private static org.springframework.modulith.ApplicationModule annotation(ApplicationModule module) {
        return module.getBasePackage()
                .findAnnotation(org.springframework.modulith.ApplicationModule.class)
                .orElseThrow();
    }
}
