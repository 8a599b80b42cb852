package org.tongqu.platform.data.demands.web;

import java.net.URI;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ResponseStatusException;
import org.tongqu.design.Language;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Choice;
import org.tongqu.design.view.Lamp;
import org.tongqu.design.view.Lamp.Light;
import org.tongqu.platform.data.catalog.Coded;
import org.tongqu.platform.data.demands.Demand;
import org.tongqu.platform.trust.directory.Directory;

/** What the pages of demands say alike. */
final class Words {

    static final String LIST = "/desk/demands";
    static final String NEW = LIST + "/new";

    private static final int SOON = 2;

    private Words() {}

    static String of(Texts texts, String list, Coded value) {
        return texts.say("demands." + list + "." + value.code());
    }

    static List<Choice> choices(Texts texts, String list, Coded[] values) {
        return Arrays.stream(values)
                .map(value -> Choice.of(value.code(), of(texts, list, value)))
                .toList();
    }

    static String cycle(Texts texts, Demand demand) {
        return texts.say("catalog.cycle." + demand.wanted().frequency().code());
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
    static Lamp lamp(Texts texts, Demand demand, LocalDate today) {
        return demand.dueOn()
                .map(due -> Lamp.of(
                        texts,
                        today.isAfter(due) ? Light.LATE : today.plusDays(SOON).isBefore(due) ? Light.FINE : Light.SOON))
                .orElseGet(() -> new Lamp(Light.DONE, texts.say("demands.no-clock")));
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
