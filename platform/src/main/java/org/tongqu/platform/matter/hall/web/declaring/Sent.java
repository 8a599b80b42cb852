package org.tongqu.platform.matter.hall.web.declaring;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.util.MultiValueMap;
import org.tongqu.platform.matter.hall.Hall;

/** Reads what was typed into the fields. */
final class Sent {

    /** Outside of every range, so that what is no number is refused as one that cannot be. */
    static final int NONE = -1;

    private Sent() {}

    static Map<String, String> of(MultiValueMap<String, String> form) {
        var said = new LinkedHashMap<String, String>();
        form.forEach((name, values) -> said.put(name, String.join(" ", values).strip()));
        return said;
    }

    static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split(" +"));
    }

    static int number(Map<String, String> said, String name) {
        return number(said.getOrDefault(name, ""));
    }

    static int number(String text) {
        return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : NONE;
    }

    static Optional<LocalTime> time(String text) {
        try {
            return Optional.of(LocalTime.parse(text.length() == 4 ? "0" + text : text));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    static Hall.Rules rules(Map<String, String> said) {
        return new Hall.Rules(
                number(said, "head-start"),
                number(said, "grace"),
                number(said, "no-shows"),
                number(said, "no-show-days"),
                number(said, "days-ahead"));
    }

    static void put(Map<String, String> said, Hall.Rules rules) {
        said.put("head-start", String.valueOf(rules.headStart()));
        said.put("grace", String.valueOf(rules.grace()));
        said.put("no-shows", String.valueOf(rules.noShows()));
        said.put("no-show-days", String.valueOf(rules.noShowDays()));
        said.put("days-ahead", String.valueOf(rules.daysAhead()));
    }
}
