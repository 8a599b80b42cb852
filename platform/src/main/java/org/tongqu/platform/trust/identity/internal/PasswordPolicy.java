package org.tongqu.platform.trust.identity.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.tongqu.platform.trust.identity.Door;
import org.tongqu.platform.trust.identity.PasswordRefusal;

/**
 * What a new password must be like: for staff as assessors of 等级保护 level 3 ask (three kinds of characters), for
 * citizens long enough and not one of those that are tried first (NIST SP 800-63B).
 */
final class PasswordPolicy {

    static final int LEAST = 8;
    static final int LEAST_OF_STAFF = 10;
    static final int MOST = 128;
    static final int KINDS_OF_CITIZENS = 2;
    static final int KINDS_OF_STAFF = 3;

    private static final int SHORTEST_TELLING = 4;
    private static final Set<String> COMMON = read("common-passwords.txt");
    private static final List<IntPredicate> KINDS = List.of(
            Character::isUpperCase,
            Character::isLowerCase,
            Character::isDigit,
            character -> !Character.isLetterOrDigit(character));

    private PasswordPolicy() {}

    /** @param telling what an acquaintance would try: name, number, mobile, sign-in name */
    static Optional<PasswordRefusal> findRefusal(Door door, String password, List<String> telling) {
        var least = door == Door.OFFICER ? LEAST_OF_STAFF : LEAST;
        if (password.codePointCount(0, password.length()) < least) {
            return Optional.of(new PasswordRefusal.TooShort(least));
        }
        if (password.length() > MOST) {
            return Optional.of(new PasswordRefusal.TooLong(MOST));
        }
        var kinds = door == Door.OFFICER ? KINDS_OF_STAFF : KINDS_OF_CITIZENS;
        if (KINDS.stream().filter(kind -> password.codePoints().anyMatch(kind)).count() < kinds) {
            return Optional.of(new PasswordRefusal.TooFewKinds(kinds));
        }
        var small = password.toLowerCase(Locale.ROOT);
        if (COMMON.contains(small)) {
            return Optional.of(new PasswordRefusal.TooCommon());
        }
        return telling.stream().anyMatch(word -> tells(small, word.toLowerCase(Locale.ROOT)))
                ? Optional.of(new PasswordRefusal.TellsWhoYouAre())
                : Optional.empty();
    }

    /** A long word counts whole and by its last six characters: people append the end of their number. */
    private static boolean tells(String password, String word) {
        if (word.length() < SHORTEST_TELLING) {
            return false;
        }
        return password.contains(word) || word.length() > 10 && password.contains(word.substring(word.length() - 6));
    }

    private static Set<String> read(String name) {
        try (var lines = new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(Door.class.getResourceAsStream(name), name), UTF_8))) {
            return lines.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name, e);
        }
    }
}
