package org.tongqu.platform.data.corrections.web;

import java.time.LocalDate;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.tongqu.design.Texts;
import org.tongqu.design.view.Lamp;
import org.tongqu.design.view.Lamp.Light;
import org.tongqu.design.view.NoticeBanner;
import org.tongqu.platform.data.corrections.Correction;
import org.tongqu.platform.data.corrections.CorrectionRefusal;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.directory.Directory;

/** What the pages of corrections say alike. */
final class Words {

    static final String LIST = "/desk/corrections";
    static final String NEW = LIST + "/new";

    private Words() {}

    static String office(Texts texts, Directory directory, String code) {
        return Said.in(texts, directory.findName(code), code);
    }

    static String state(Texts texts, Correction correction) {
        return texts.say("corrections.state." + correction.state().code());
    }

    static Lamp lamp(Texts texts, Correction correction, LocalDate today) {
        return correction
                .due()
                .map(due -> Lamp.of(texts, due.day(), today))
                .orElseGet(() -> new Lamp(
                        correction.state() == Correction.State.CORRECTED ? Light.SOON : Light.DONE,
                        state(texts, correction)));
    }

    static NoticeBanner refused(Texts texts, CorrectionRefusal refusal) {
        var key = switch (refusal) {
            case CorrectionRefusal.Gone gone -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case CorrectionRefusal.MayNot no -> throw new ResponseStatusException(HttpStatus.FORBIDDEN);
            case CorrectionRefusal.NotPermitted no -> "not-permitted";
            case CorrectionRefusal.Away away -> "away";
            case CorrectionRefusal.NoSuchRow none -> "no-such-row";
            case CorrectionRefusal.SaysSo so -> "says-so";
            case CorrectionRefusal.WordsMissing missing -> "words-missing";
            case CorrectionRefusal.Answered answered -> "answered";
        };
        return NoticeBanner.error(texts.say("corrections.refused." + key));
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
