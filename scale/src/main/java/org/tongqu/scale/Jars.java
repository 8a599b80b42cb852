package org.tongqu.scale;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What workers need of this program; Flink is theirs. */
final class Jars {

    private static final List<String> OURS = List.of("scale", "kernel-", "engines-", "exchange-", "postgresql-");

    private Jars() {}

    /** None when this runs from folders of classes: then the workers have been given the same. */
    static List<String> needed() {
        return classPath()
                .filter(Jars::isOurs)
                .map(jar -> Path.of(jar).toAbsolutePath().toUri().toString())
                .toList();
    }

    /** The class path of a worker that is to be handed the rest. */
    static String ofWorkers() {
        return String.join(
                File.pathSeparator, classPath().filter(one -> !isOurs(one)).toList());
    }

    private static Stream<String> classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1));
    }

    private static boolean isOurs(String entry) {
        var name = Path.of(entry).getFileName().toString();
        return name.endsWith(".jar") && OURS.stream().anyMatch(name::startsWith);
    }
}
