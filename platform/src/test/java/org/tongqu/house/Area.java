package org.tongqu.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A package and all below it, and sentences about what may be used there. An area that matches no class is a mistake:
 * a rule about nothing always passes.
 */
record Area(String name, JavaClasses members) {

    private static final ImportOption NO_TESTS =
            location -> !location.contains("/test-classes/") && !location.contains("-tests.jar");

    private static final Set<String> CLOCKS = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "Clock.systemUTC",
            "Clock.systemDefaultZone",
            "Clock.system");

    /** Our own packages, without tests. */
    static Area of(String name) {
        return of(name, new ClassFileImporter().withImportOption(NO_TESTS));
    }

    /** Tests as well: to show a rule something it must find. */
    static Area withTests(String name) {
        return of(name, new ClassFileImporter());
    }

    private static Area of(String name, ClassFileImporter importer) {
        var found = importer.importPackages(name);
        assertThat(found).as("classes of " + name).isNotEmpty();
        return new Area(name, found);
    }

    /** Packages of a library; none of its classes is looked into. */
    static Area library(String name) {
        var folder = name.replace('.', '/');
        assertThat(Thread.currentThread().getContextClassLoader().getResource(folder))
                .as("library " + name)
                .isNotNull();
        return new Area(name, new ClassFileImporter().importClasses());
    }

    /** Packages of the JDK that are no part of every Java platform. */
    static Area ofTheJdk(String name) {
        return new Area(name, new ClassFileImporter().importClasses());
    }

    /** Nothing but itself, the JDK, the null annotations and these. */
    void mayOnlyUse(Area... others) {
        var allowed = Stream.concat(
                        Stream.of(name, "java", "javax", "org.w3c.dom", "org.xml.sax", "org.jspecify"),
                        Arrays.stream(others).map(Area::name))
                .map(area -> area + "..")
                .toArray(String[]::new);
        check(classes()
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed).or(primitivesAndTheirArrays())));
    }

    void mustNotUse(Area... others) {
        for (var other : others) {
            check(noClasses().should().dependOnClassesThat(resideInAPackage(other.name() + "..")));
        }
    }

    /** Keeps a library to one place, so that it can be replaced there. */
    void usesOnlyBelow(String place, Area library) {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(place + "..")
                .should()
                .dependOnClassesThat(resideInAPackage(library.name() + "..")));
    }

    /** Time comes in as a parameter. */
    void readsNoClock(String... exceptBelow) {
        var except = Arrays.stream(exceptBelow).map(area -> area + "..").toArray(String[]::new);
        check(noClasses().that().resideOutsideOfPackages(except).should().callMethodWhere(readingAClock()));
    }

    /** No file, no socket: what is read comes in as text or bytes. */
    void touchesNoFile(String... exceptBelow) {
        var files = DescribedPredicate.describe(
                "files or sockets",
                (JavaClass used) -> used.getPackageName().startsWith("java.nio.file")
                        || used.getPackageName().startsWith("java.nio.channels")
                        || used.getPackageName().startsWith("java.net.http")
                        || used.getName().matches("java\\.net\\..*Socket.*")
                        || used.getName().matches("java\\.io\\.(File.*|RandomAccessFile|Print.*)"));
        var except = Arrays.stream(exceptBelow).map(area -> area + "..").toArray(String[]::new);
        check(noClasses().that().resideOutsideOfPackages(except).should().dependOnClassesThat(files));
    }

    private void check(ArchRule rule) {
        rule.check(members);
    }

    private static DescribedPredicate<JavaCall<?>> readingAClock() {
        return DescribedPredicate.describe("a clock is read", call -> {
            var owner = call.getTargetOwner().getName();
            return CLOCKS.contains(owner + "." + call.getName())
                    || (owner.startsWith("java.time.") && call.getName().equals("now"))
                    || (owner.equals("Date")
                            && call.getName().equals("<init>")
                            && call.getTarget().getRawParameterTypes().isEmpty());
        });
    }

    private static DescribedPredicate<JavaClass> primitivesAndTheirArrays() {
        return DescribedPredicate.describe(
                "primitives", used -> used.getBaseComponentType().isPrimitive());
    }
}
