package org.tongqu.platform.data.interfaces.web;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongqu.design.Texts;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.view.DataTable;
import org.tongqu.platform.data.catalog.Description.Way;
import org.tongqu.platform.data.catalog.Edition;
import org.tongqu.platform.data.catalog.ResourceParts;
import org.tongqu.platform.data.catalog.SharingPlace;
import org.tongqu.platform.data.interfaces.Endpoints;
import org.tongqu.platform.trust.identity.SignedIn;

/** On the page of a resource: the way to what can be called of it, or to declaring that. */
@Component
class InterfaceParts implements ResourceParts {

    private final Endpoints endpoints;

    InterfaceParts(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    @Override
    public List<ButtonLink> ways(Texts texts, SignedIn.Officer who, Edition published) {
        if (!SharingPlace.isConcerned(who)
                || !published.description().sharing().ways().contains(Way.INTERFACE)) {
            return List.of();
        }
        if (!endpoints.of(published.code()).isEmpty()) {
            return List.of(ButtonLink.plain(texts.say("interfaces.document"), Words.document(published.code())));
        }
        var own = published.resource().organisation().equals(who.organisation());
        return own && InterfacePlaces.isKeeper(who)
                ? List.of(ButtonLink.plain(
                        texts.say("interfaces.declare"),
                        Words.NEW + "?resource=" + published.code().value()))
                : List.of();
    }

    @Override
    public Optional<DataTable> table(Texts texts, SignedIn.Officer who, Edition published) {
        return Optional.empty();
    }
}
