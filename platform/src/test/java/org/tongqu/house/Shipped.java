package org.tongqu.house;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A library that is part of the product.
 *
 * @param licences one of which may be chosen; empty when its authors state none
 */
record Shipped(String name, String version, TreeSet<String> licences) {

    /** What may be shipped in a work under Apache-2.0 without giving up more than a notice. */
    private static final Set<String> ALLOWED = Set.of(
            "0BSD",
            "Apache-2.0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "Bouncy Castle Licence",
            "CC0-1.0",
            "EPL-1.0",
            "EPL-2.0",
            "ISC",
            "MIT",
            "MIT-0",
            "PostgreSQL");

    /** The libraries of a class path as Maven writes it; our own modules are left out. */
    static List<Shipped> in(Path classPath) {
        return Arrays.stream(Repository.text(classPath).strip().split(":", -1))
                .map(Path::of)
                .filter(file -> file.toString().endsWith(".jar") && !file.startsWith(Repository.root()))
                .map(Shipped::of)
                .sorted((one, other) -> one.name.compareTo(other.name))
                .toList();
    }

    boolean isAllowed() {
        return licences.stream().anyMatch(ALLOWED::contains);
    }

    String row() {
        return "| " + name + " | " + version + " | " + String.join(" or ", licences) + " |\n";
    }

    /** Beside a jar in Maven's repository lies the pom that states its licences, or names a parent that does. */
    private static Shipped of(Path jar) {
        var version = jar.getName(jar.getNameCount() - 2).toString();
        var artifact = jar.getName(jar.getNameCount() - 3).toString();
        var pom = Pom.read(jar.resolveSibling(artifact + "-" + version + ".pom"));
        return new Shipped(pom.group() + ":" + artifact, version, pom.licences());
    }
}
