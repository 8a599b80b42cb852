package org.tongqu.engines.cases.process;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;

/** A formula over named numbers, in the language of decision tables. Says nothing where it cannot be worked out. */
public final class Formula {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(?!\\s*\\(|[A-Za-z0-9_])");
    private static final Pattern QUOTED = Pattern.compile("\"(\\\\.|[^\"\\\\])*\"");
    private static final Set<String> WORDS =
            Set.of("if", "then", "else", "and", "or", "not", "null", "true", "false", "between", "in");

    private final Feel feel;
    private final Set<String> names;

    private Formula(Feel feel, Set<String> names) {
        this.feel = feel;
        this.names = names;
    }

    /** Why a text is no formula. */
    public sealed interface Flaw {

        /** @param why in the words of the library */
        record Unreadable(String why) implements Flaw {}

        /** It would answer otherwise tomorrow. */
        record Impure() implements Flaw {}

        record UnknownName(String name) implements Flaw {}
    }

    /** @param known what numbers there are */
    public static Outcome<Formula, Flaw> read(String text, Collection<String> known) {
        var feel = Feel.value(text);
        var flaw = feel.flaw();
        if (flaw.isPresent()) {
            return Outcome.refused(new Flaw.Unreadable(flaw.get()));
        }
        if (feel.isImpure()) {
            return Outcome.refused(new Flaw.Impure());
        }
        var names = names(text);
        return names.stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .<Outcome<Formula, Flaw>>map(name -> Outcome.refused(new Flaw.UnknownName(name)))
                .orElseGet(() -> Outcome.done(new Formula(feel, names)));
    }

    private static Set<String> names(String text) {
        var names = new TreeSet<String>();
        var found = NAME.matcher(QUOTED.matcher(text).replaceAll(""));
        while (found.find()) {
            if (!WORDS.contains(found.group())) {
                names.add(found.group());
            }
        }
        return Set.copyOf(names);
    }

    /** Those it asks for. */
    public Set<String> names() {
        return names;
    }

    /** What it comes to; nothing where it divides by nought or needs a number there is not. */
    public Optional<BigDecimal> of(Map<String, BigDecimal> numbers) {
        var known = new LinkedHashMap<String, Datum>();
        numbers.forEach((name, number) -> known.put(name, Datum.of(number)));
        return feel.valueIn(Feel.Facts.of(new Datum.Fields(known))) instanceof Datum.Number(var value)
                ? Optional.of(value)
                : Optional.empty();
    }

    @Override
    public String toString() {
        return feel.text();
    }
}
