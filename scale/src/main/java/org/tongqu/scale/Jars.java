package org.tongqu.scale;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What workers need of this program; Flink is theirs. */
final class Jars {

    private static final List<String> OURS = List.of("scale", "kernel-", "engines-", "exchange-", "postgresql-");

    private Jars() {}

    /** None when this runs from folders of classes: then the workers have been given the same. */
    static List<String> needed() {
        return (isPacked() ? classPath() : Stream.<String>of())
                        .filter(Jars::isOurs)
                        .collect(Collectors.toMap(
                                jar -> Path.of(jar).getFileName().toString(),
                                jar -> Path.of(jar).toAbsolutePath().toString(),
                                (first, same) -> first,
                                TreeMap::new))
                        .values()
                        .stream()
                        .toList();
    }

    /** The class path of a worker that is to be handed the rest. */
    static String ofWorkers() {
        return String.join(
                File.pathSeparator,
                classPath().filter(one -> !isPacked() || !isOurs(one)).toList());
    }

    private static boolean isPacked() {
        return classPath().map(one -> Path.of(one).getFileName().toString()).anyMatch("scale.jar"::equals);
    }

    private static Stream<String> classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1));
    }

    private static boolean isOurs(String entry) {
        var name = Path.of(entry).getFileName().toString();
        return name.endsWith(".jar") && OURS.stream().anyMatch(name::startsWith);
    }
}
