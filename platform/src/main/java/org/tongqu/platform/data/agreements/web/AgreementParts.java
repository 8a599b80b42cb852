package org.tongqu.platform.data.agreements.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tongqu.design.Texts;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.data.agreements.Agreements;
import org.tongqu.platform.data.catalog.Compiling;
import org.tongqu.platform.data.catalog.Description.SharingType;
import org.tongqu.platform.data.catalog.Edition;
import org.tongqu.platform.data.catalog.ResourceParts;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.identity.SignedIn;

/** On the page of a resource: the way to ask for it, and who uses it already. */
@Component
class AgreementParts implements ResourceParts {

    private final Agreements agreements;
    private final Directory directory;
    private final Clock clock;

    AgreementParts(Agreements agreements, Directory directory, Clock clock) {
        this.agreements = agreements;
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public List<ButtonLink> ways(Texts texts, SignedIn.Officer who, Edition published) {
        var asks = who.has(Compiling.OFFICER) || who.has(Compiling.CHIEF);
        var others = !published.resource().organisation().equals(who.organisation());
        var shared = published.description().sharing().type() != SharingType.NONE;
        return asks && others && shared
                ? List.of(ButtonLink.main(
                        texts.say("agreements.ask"),
                        Words.LIST + "/new/" + published.code().key()))
                : List.of();
    }

    @Override
    public Optional<DataTable> table(Texts texts, SignedIn.Officer who, Edition published) {
        var users = agreements.under(published.code(), LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE));
        return Optional.of(new DataTable(
                texts,
                texts.say("agreements.users", users.size()),
                Stream.of("consumer", "purpose", "id", "state")
                        .map(name -> Column.of(texts.say("agreements.column." + name)))
                        .toList(),
                users.stream()
                        .map(user -> Row.of(
                                new Cell.Words(Words.office(
                                        texts, directory, user.parties().consumer())),
                                new Cell.Words(
                                        Words.of(texts, "purpose", user.terms().purpose())),
                                new Cell.Words(user.id()),
                                new Cell.Words(texts.say(
                                        "agreements.until",
                                        texts.day(user.terms().ends())))))
                        .toList(),
                EmptyState.of(texts.say("agreements.users.none"), texts.say("agreements.users.none.text")),
                ""));
    }
}
