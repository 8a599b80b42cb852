package org.tongqu.platform.data.use.web;

import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.tongqu.design.Texts;
import org.tongqu.design.view.Lamp;
import org.tongqu.design.view.Lamp.Light;
import org.tongqu.platform.data.golden.GoldenRegisters;
import org.tongqu.platform.data.use.Question;
import org.tongqu.platform.data.use.QuestionRefusal;
import org.tongqu.platform.data.use.Trace;
import org.tongqu.platform.data.use.Use;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.directory.Directory;

/** What the pages about uses say alike. */
@Component
class Words {

    static final String MINE = "/my/data";
    static final String MINE_ASKED = MINE + "/questions/";
    static final String DESK = "/desk/data-questions";

    private final Directory directory;
    private final GoldenRegisters registers;

    Words(Directory directory, GoldenRegisters registers) {
        this.directory = directory;
        this.registers = registers;
    }

    String office(Texts texts, String code) {
        return Said.in(texts, directory.findName(code), code);
    }

    /** The system, or the post of the officer. */
    static String who(Texts texts, Trace trace) {
        var kind = switch (trace.kind()) {
            case LOOK, FORM, DRAFT, CHECK -> "use.by." + trace.kind().code();
            default -> "use.by.system";
        };
        return trace.by()
                .who()
                .map(name -> texts.say(kind, Said.in(texts, name)))
                .orElseGet(() -> texts.say("use.by.somebody"));
    }

    String register(Texts texts, String code) {
        return registers.find(code).map(one -> Said.in(texts, one.title())).orElse(code);
    }

    /** What was done, e.g. that two fields were verified. */
    String what(Texts texts, Trace trace) {
        var fields = trace.of().fields().stream()
                .map(name -> field(texts, trace.of().register(), name))
                .collect(Collectors.joining(texts.say("use.and")));
        return fields.isEmpty()
                ? texts.say("use.kind." + trace.kind().code())
                : texts.say(
                        "use.kind.fields", texts.say("use.kind." + trace.kind().code()), fields);
    }

    private String field(Texts texts, String register, String name) {
        return registers
                .find(register)
                .flatMap(one -> one.findAttribute(name)
                        .map(attribute -> Said.in(texts, attribute.title()))
                        .or(() -> Stream.of(one.identifier())
                                .filter(identifier -> identifier.name().equals(name))
                                .map(identifier -> Said.in(texts, identifier.title()))
                                .findFirst()))
                .orElse(name);
    }

    static String purpose(Texts texts, Trace trace) {
        return texts.say("agreements.purpose." + trace.under().purpose());
    }

    /** The register, and whose data it was where that is a firm for which the reader stands. */
    String register(Texts texts, Trace trace) {
        if (trace.kind() == Use.Kind.CHECK) {
            return texts.say("use.of.deliveries");
        }
        var register = register(texts, trace.of().register());
        return trace.of()
                .firm()
                .map(firm -> texts.say("use.of.firm", register, firm.name(), firm.code()))
                .orElse(register);
    }

    /** The agreement and the matter, or the reason an officer gave. */
    static String under(Texts texts, Trace trace) {
        var under = trace.under();
        if (trace.kind() == Use.Kind.FORM) {
            return texts.say("use.under.form", under.why());
        }
        if (trace.kind() == Use.Kind.DRAFT) {
            return texts.say("use.under.draft");
        }
        if (trace.kind() == Use.Kind.CHECK) {
            return texts.say("use.under.check", under.why());
        }
        if (under.agreement().isEmpty()) {
            return under.why();
        }
        return under.why().isEmpty()
                ? texts.say("use.under", under.agreement())
                : texts.say("use.under.matter", under.agreement(), under.why());
    }

    static Lamp lamp(Texts texts, Question question, LocalDate today) {
        return question.due()
                .map(due -> Lamp.of(texts, due.day(), today))
                .orElseGet(() -> new Lamp(question.isOpen() ? Light.SOON : Light.DONE, state(texts, question)));
    }

    static String state(Texts texts, Question question) {
        return texts.say(question.isOpen() ? "use.state.asked" : "use.state.answered");
    }

    static String refused(Texts texts, QuestionRefusal refusal) {
        return switch (refusal) {
            case QuestionRefusal.Gone gone -> throw notFound();
            case QuestionRefusal.MayNot no -> throw new ResponseStatusException(HttpStatus.FORBIDDEN);
            case QuestionRefusal.WordsMissing missing -> texts.say("use.refused.words-missing");
            case QuestionRefusal.AskedBefore before -> texts.say("use.refused.asked-before", before.id());
            case QuestionRefusal.AnsweredBefore before -> texts.say("use.refused.answered-before");
        };
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
