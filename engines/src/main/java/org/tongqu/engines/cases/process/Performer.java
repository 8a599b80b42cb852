package org.tongqu.engines.cases.process;

import java.util.Optional;
import java.util.regex.Pattern;

/** Who may do a task. */
public sealed interface Performer {

    Pattern ROLE = Pattern.compile("role:([a-z][a-z0-9-]*)");

    String PERSON = "person:";

    /** Any officer of the handling organisation who holds the role. */
    record Role(String code) implements Performer {}

    /** The person or firm the case was opened for, and nobody else. */
    record Applicant() implements Performer {}

    /** One person who was asked by name for an opinion or a signature; no process says so. */
    record Person(String id) implements Performer {}

    /** Reads {@code role:acceptor}, {@code applicant} or {@code person:ID}. */
    static Optional<Performer> parse(String text) {
        if (text.equals("applicant")) {
            return Optional.of(new Applicant());
        }
        if (text.startsWith(PERSON) && text.length() > PERSON.length()) {
            return Optional.of(new Person(text.substring(PERSON.length())));
        }
        var role = ROLE.matcher(text);
        return role.matches() ? Optional.of(new Role(role.group(1))) : Optional.empty();
    }

    /** The text that {@link #parse} reads back. */
    default String text() {
        return switch (this) {
            case Role(var code) -> "role:" + code;
            case Applicant applicant -> "applicant";
            case Person(var id) -> PERSON + id;
        };
    }
}
