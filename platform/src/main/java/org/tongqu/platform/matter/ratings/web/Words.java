package org.tongqu.platform.matter.ratings.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tongqu.design.Texts;
import org.tongqu.design.view.Lamp;
import org.tongqu.kernel.text.Label;
import org.tongqu.platform.matter.ratings.FollowUp;
import org.tongqu.platform.matter.ratings.Rating;
import org.tongqu.platform.matter.services.ServiceCatalogue;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.directory.Directory;

/** Ratings in words. */
record Words(Texts texts, ServiceCatalogue catalogue, Directory directory) {

    String in(Label label) {
        return Said.in(texts, label);
    }

    String service(String packId) {
        return catalogue.findPack(packId).map(pack -> in(pack.title())).orElse(packId);
    }

    String office(String code) {
        return Said.in(texts, directory.findName(code), code);
    }

    String point(Rating rating) {
        return texts.say("ratings.point." + rating.point().code());
    }

    String grade(Rating rating) {
        return texts.say("ratings.grade." + rating.said().grade().code());
    }

    String reasons(Rating rating) {
        return rating.said().reasons().stream()
                .map(code -> texts.say("ratings.reason." + code))
                .collect(Collectors.joining(texts.say("ratings.and")));
    }

    /** The day alone: the moment might tell who it was. */
    String day(Rating rating) {
        return texts.day(LocalDate.ofInstant(rating.at(), Texts.ZONE));
    }

    /** How far it is; red once it is late. */
    Lamp lamp(FollowUp followUp, Instant now) {
        var state = followUp.state();
        var words = texts.say("ratings.state." + state.name().toLowerCase(Locale.ROOT));
        if (state.waitsForOffice()) {
            return new Lamp(followUp.term().dueAt().isAfter(now) ? Lamp.Light.SOON : Lamp.Light.LATE, words);
        }
        return new Lamp(
                switch (state) {
                    case APPEALED -> Lamp.Light.PAUSED;
                    case ANSWERED -> Lamp.Light.FINE;
                    default -> Lamp.Light.DONE;
                },
                words);
    }

    Lamp lamp(Rating rating) {
        return new Lamp(rating.said().grade().isBad() ? Lamp.Light.LATE : Lamp.Light.FINE, grade(rating));
    }
}
