package org.tongqu.house;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the product is made of, under which licences: target/shipped.txt, written by the build before the tests. */
class DependenciesTest {

    private static final List<Shipped> SHIPPED = Shipped.in(Repository.root().resolve("platform/target/shipped.txt"));

    @Test
    void theListIsThatOfThisProduct() {
        assertThat(SHIPPED).hasSizeGreaterThan(60);
        assertThat(SHIPPED).extracting(Shipped::name).contains("org.postgresql:postgresql", "gg.jte:jte-runtime");
    }

    @Test
    void everyLicenceIsOneWeMayShip() {
        assertThat(SHIPPED).allMatch(Shipped::isAllowed);
    }

    @Test
    void noTestLibraryIsShipped() {
        assertThat(SHIPPED).extracting(Shipped::name).noneMatch(name -> name.matches(".*(junit|assertj|archunit).*"));
    }

    @Test
    void theListOfDependenciesIsTheOneInTheDocuments() {
        Generated.file("docs/generated/dependencies.md")
                .mustSay("# Libraries in the product\n\nTests and build tools are not shipped and not listed.\n\n"
                        + "| Library | Version | Licence |\n|---|---|---|\n"
                        + SHIPPED.stream().map(Shipped::row).collect(joining()));
    }

    @Test
    void aForeignLicenceOrNoneIsNotAllowed() {
        assertThat(shipped("<licenses><license><name>AGPL-3.0-only</name></license></licenses>")
                        .isAllowed())
                .isFalse();
        assertThat(shipped("").isAllowed()).isFalse();
        assertThat(shipped("<licenses><license><name>LGPL-2.1-only</name></license>"
                                + "<license><name>Eclipse Public License - v 2.0</name></license></licenses>")
                        .isAllowed())
                .isTrue();
    }

    private static Shipped shipped(String licences) {
        var pom = Pom.of(Path.of("p.pom"), "<project><groupId>g</groupId>" + licences + "</project>");
        return new Shipped(pom.group(), "1", pom.licences());
    }
}
