package org.tongqu.house;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The folder names of packs, in every spelling in which a program could mention them. A program that names one service
 * has that service's rules in it sooner or later.
 */
record PackNames(Set<String> folders) {

    /** Owners and services below {@code packs/}. */
    static PackNames inRepository() {
        var packs = Repository.root().resolve("packs");
        return new PackNames(Repository.files("packs").stream()
                .map(packs::relativize)
                .filter(file -> file.getNameCount() == 3 && file.endsWith("pack.yaml"))
                .flatMap(file ->
                        List.of(file.getName(0).toString(), file.getName(1).toString()).stream())
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** The first mention in a text, as it is spelt there. */
    Optional<String> findIn(String text) {
        return folders.stream()
                .map(PackNames::pattern)
                .map(pattern -> pattern.matcher(text))
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst();
    }

    /** {@code land-transfer} is also found as {@code LandTransfer}, {@code land_transfer} and {@code landtransfer}. */
    private static Pattern pattern(String folder) {
        var words = Arrays.stream(folder.toLowerCase(Locale.ROOT).split("-", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining("[-_.]?"));
        return Pattern.compile("(?:(?<![A-Za-z])|(?=[A-Z]))(?i:" + words + ")(?![a-z])");
    }
}
