package org.tongqu.platform.data.catalog.web;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Choice;
import org.tongqu.platform.data.catalog.Coded;
import org.tongqu.platform.data.catalog.Fault;

/** What the pages of the catalogue say alike. */
final class Words {

    static final String LIST = "/desk/catalog";

    private Words() {}

    /** The word for a value of a code list, e.g. of {@code catalog.sharing.conditional}. */
    static String of(Texts texts, String list, Coded value) {
        return texts.say("catalog." + list + "." + value.code());
    }

    static <E extends Coded> List<Choice> choices(Texts texts, String list, E[] values) {
        return Arrays.stream(values)
                .map(value -> {
                    var hint = "catalog." + list + "." + value.code() + ".hint";
                    return new Choice(value.code(), of(texts, list, value), texts.knows(hint) ? texts.say(hint) : "");
                })
                .toList();
    }

    static String all(Texts texts, String list, List<? extends Coded> values) {
        return values.stream()
                .map(value -> of(texts, list, value))
                .collect(Collectors.joining(texts.say("catalog.and")));
    }

    static String fault(Texts texts, Fault fault) {
        return texts.say("catalog.fault." + fault.kind().code(), fault.found());
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
