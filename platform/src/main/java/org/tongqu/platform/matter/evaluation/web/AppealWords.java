package org.tongqu.platform.matter.evaluation.web;

import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.tongqu.design.Texts;
import org.tongqu.design.view.NoticeBanner;
import org.tongqu.platform.matter.evaluation.Appeal;
import org.tongqu.platform.matter.evaluation.AppealRefusal;
import org.tongqu.platform.trust.access.AccessRefusal;

/** Appeals in words and addresses; why something was not done, and what to do instead. */
record AppealWords(Texts texts) {

    static final String LIST = Words.RANKING + "/appeals";

    /** Where the score is appealed against. */
    static String begin(Appeal.About about) {
        return Words.RANKING + "/" + about.period().id() + "/"
                + about.subject().kind().code() + "/"
                + about.subject().id() + "/" + about.indicator() + "/appeal";
    }

    static String file(String id) {
        return LIST + "/" + id;
    }

    /** Whether it was answered and how, or until when it is to be. */
    String standing(Appeal appeal) {
        return appeal.answer()
                .map(answer -> verdict(answer.verdict()))
                .orElseGet(() -> appeal.dueAt()
                        .map(due -> texts.say("evaluation.appeal.open.due", texts.moment(due)))
                        .orElseGet(() -> texts.say("evaluation.appeal.open")));
    }

    String verdict(Appeal.Verdict verdict) {
        return texts.say("evaluation.appeal.verdict." + verdict.name().toLowerCase(Locale.ROOT));
    }

    NoticeBanner refused(AppealRefusal refusal) {
        return switch (refusal) {
            case AppealRefusal.Gone gone -> throw Words.notFound();
            case AppealRefusal.MayNot(AccessRefusal.OtherOrganisation other) -> throw Words.notFound();
            case AppealRefusal.MayNot(AccessRefusal.NotAnOfficer no) -> throw forbidden();
            case AppealRefusal.MayNot(AccessRefusal.RoleMissing missing) -> throw forbidden();
            case AppealRefusal.MayNot(AccessRefusal.LooksOnly looks) -> throw forbidden();
            case AppealRefusal.NotFrozen open -> error("not-frozen");
            case AppealRefusal.TooLate(var until) -> error("too-late", texts.moment(until));
            case AppealRefusal.Already(var number) -> error("already", number);
            case AppealRefusal.RowsMissing missing -> error("rows");
            case AppealRefusal.TooManyRows(var most) -> error("too-many", most);
            case AppealRefusal.NotCounted(var row) -> error("not-counted", row);
            case AppealRefusal.WordsMissing missing -> error("words");
            case AppealRefusal.OwnOrganisation own -> error("own");
            case AppealRefusal.Answered(var verdict) -> error("answered", verdict(verdict));
        };
    }

    private NoticeBanner error(String key, Object... args) {
        return NoticeBanner.error(texts.say("evaluation.appeal.refused." + key, args));
    }

    private static ResponseStatusException forbidden() {
        return new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
}
