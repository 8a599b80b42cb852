package org.tongqu.platform.data.demands.web;

import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Choice;
import org.tongqu.design.view.Lamp;
import org.tongqu.design.view.Lamp.Light;
import org.tongqu.platform.data.catalog.Coded;
import org.tongqu.platform.data.catalog.ShelfParts;
import org.tongqu.platform.data.demands.Demand;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.directory.Directory;

/** What the pages of demands say alike. */
final class Words {

    static final String LIST = "/desk/demands";
    static final ShelfParts PARTS = new ShelfParts("demands", LIST);
    static final String NEW = LIST + "/new";

    private Words() {}

    static String of(Texts texts, String list, Coded value) {
        return PARTS.of(texts, list, value);
    }

    static List<Choice> choices(Texts texts, String list, Coded[] values) {
        return PARTS.choices(texts, list, values);
    }

    static String cycle(Texts texts, Demand demand) {
        return texts.say("catalog.cycle." + demand.wanted().frequency().code());
    }

    static String office(Texts texts, Directory directory, String code) {
        return Said.in(texts, directory.findName(code), code);
    }

    /** How the clock of whoever has to act stands. */
    static Lamp lamp(Texts texts, Demand demand, LocalDate today) {
        return demand.dueOn()
                .map(due -> Lamp.of(texts, due, today))
                .orElseGet(() -> new Lamp(Light.DONE, texts.say("demands.no-clock")));
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
