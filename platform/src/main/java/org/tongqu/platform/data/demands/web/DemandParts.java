package org.tongqu.platform.data.demands.web;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;
import org.tongqu.design.Texts;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.view.DataTable;
import org.tongqu.platform.data.catalog.Edition;
import org.tongqu.platform.data.catalog.ResourceParts;
import org.tongqu.platform.trust.identity.SignedIn;

/** Where a search of the catalogue finds nothing, one can say that it is missed. */
@Component
class DemandParts implements ResourceParts {

    @Override
    public List<ButtonLink> ways(Texts texts, SignedIn.Officer who, Edition published) {
        return List.of();
    }

    @Override
    public Optional<DataTable> table(Texts texts, SignedIn.Officer who, Edition published) {
        return Optional.empty();
    }

    @Override
    public Optional<ButtonLink> whereNothingFits(Texts texts, SignedIn.Officer who, String words) {
        return DemandPlaces.mayAsk(who)
                ? Optional.of(ButtonLink.plain(
                        texts.say("demands.new"),
                        words.isBlank() ? Words.NEW : Words.NEW + "?title=" + UriUtils.encode(words, "UTF-8")))
                : Optional.empty();
    }
}
