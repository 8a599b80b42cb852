package org.tongqu.platform.data.agreements.web;

import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ResponseStatusException;
import org.tongqu.design.Language;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Choice;
import org.tongqu.design.view.Lamp;
import org.tongqu.design.view.Lamp.Light;
import org.tongqu.platform.data.agreements.Agreement;
import org.tongqu.platform.data.catalog.Coded;
import org.tongqu.platform.trust.directory.Directory;

/** What the pages of agreements say alike. */
final class Words {

    static final String LIST = "/desk/agreements";

    private static final int SOON = 2;

    private Words() {}

    static String of(Texts texts, String list, Coded value) {
        return texts.say("agreements." + list + "." + value.code());
    }

    static List<Choice> choices(Texts texts, String list, Coded[] values) {
        return Arrays.stream(values)
                .map(value -> Choice.of(value.code(), of(texts, list, value)))
                .toList();
    }

    static String office(Texts texts, Directory directory, String code) {
        return directory
                .findOrganisation(code)
                .map(office ->
                        texts.language() == Language.EN && !office.name().en().isBlank()
                                ? office.name().en()
                                : office.name().zh())
                .orElse(code);
    }

    /** How the clock of whoever has to act stands. */
    static Lamp lamp(Texts texts, Agreement agreement, LocalDate today) {
        return agreement
                .dueOn()
                .map(due -> Lamp.of(
                        texts,
                        today.isAfter(due) ? Light.LATE : today.plusDays(SOON).isBefore(due) ? Light.FINE : Light.SOON))
                .orElseGet(() -> new Lamp(Light.DONE, texts.say("agreements.no-clock")));
    }

    static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    /** A count of rows; nothing typed is no limit, what is no count is one that is refused. */
    static OptionalLong rows(String typed) {
        var said = typed.strip().replace(",", "");
        if (said.isEmpty()) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(said.matches("[0-9]{1,12}") ? Long.parseLong(said) : 0);
    }

    /** After something was sent: the next page by GET, so that reloading it sends nothing twice. */
    static ResponseEntity<Void> to(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Cache-Control", "no-store")
                .location(URI.create(address))
                .build();
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
