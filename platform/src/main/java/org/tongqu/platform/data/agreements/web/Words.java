package org.tongqu.platform.data.agreements.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Choice;
import org.tongqu.design.view.Lamp;
import org.tongqu.design.view.Lamp.Light;
import org.tongqu.platform.data.agreements.Agreement;
import org.tongqu.platform.data.catalog.Coded;
import org.tongqu.platform.data.catalog.ShelfParts;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.directory.Directory;

/** What the pages of agreements say alike. */
final class Words {

    static final String LIST = "/desk/agreements";
    static final ShelfParts PARTS = new ShelfParts("agreements", LIST);

    private Words() {}

    static String of(Texts texts, String list, Coded value) {
        return PARTS.of(texts, list, value);
    }

    static List<Choice> choices(Texts texts, String list, Coded[] values) {
        return PARTS.choices(texts, list, values);
    }

    static String office(Texts texts, Directory directory, String code) {
        return Said.in(texts, directory.findName(code), code);
    }

    /** How the clock of whoever has to act stands. */
    static Lamp lamp(Texts texts, Agreement agreement, LocalDate today) {
        return agreement
                .dueOn()
                .map(due -> Lamp.of(texts, due, today))
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

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
