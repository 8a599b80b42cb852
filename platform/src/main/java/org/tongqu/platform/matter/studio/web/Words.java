package org.tongqu.platform.matter.studio.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.tongqu.design.Texts;
import org.tongqu.design.view.Lamp;
import org.tongqu.design.view.Lamp.Light;
import org.tongqu.platform.matter.studio.Rehearsals;
import org.tongqu.platform.matter.studio.Rehearsed;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.identity.SignedIn;

/** The studio in words and addresses. */
record Words(Texts texts, Directory directory) {

    static final String PLACE = "studio";
    static final String STUDIO = "/desk/studio";
    static final String ALL = STUDIO + "/rehearsals";
    static final String NEW = ALL + "/new";

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    /** Who neither designs nor watches does not get in. */
    static void admit(SignedIn.Officer officer) {
        if (!Rehearsals.isConcerned(officer)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    static String address(long id) {
        return ALL + "/" + id;
    }

    String title(Rehearsed of) {
        return Said.in(texts, of.change().title());
    }

    String versions(Rehearsed.Change change) {
        return texts.say(
                "studio.versions", change.before().version(), change.after().version());
    }

    String period(Rehearsed of) {
        var period = of.cases().period();
        return texts.say("studio.period", texts.day(period.from()), texts.day(period.to()));
    }

    /** Whose cases. */
    String offices(Rehearsed of) {
        return of.cases().organisation().map(this::office).orElse(texts.say("studio.organisation.all"));
    }

    String office(String code) {
        return Said.in(texts, directory.findName(code), code);
    }

    Lamp lamp(Rehearsed of) {
        return new Lamp(
                switch (of.state()) {
                    case WAITING, RUNNING -> Light.SOON;
                    case COMPLETE -> Light.DONE;
                    case CANCELLED -> Light.PAUSED;
                    case FAILED -> Light.LATE;
                },
                texts.say("studio.state." + of.state().code()));
    }

    /** A list of names in one line. */
    String names(List<String> names) {
        return names.stream().collect(Collectors.joining(texts.say("studio.between")));
    }

    static Optional<Long> number(Optional<String> text) {
        return text.filter(said -> said.matches("[0-9]{1,18}")).map(Long::parseLong);
    }
}
