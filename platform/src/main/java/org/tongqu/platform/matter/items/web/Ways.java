package org.tongqu.platform.matter.items.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tongqu.design.Icon;
import org.tongqu.design.Texts;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.form.Choice;
import org.tongqu.design.form.FilterBar;
import org.tongqu.design.nav.Pagination;
import org.tongqu.design.nav.Trail;
import org.tongqu.platform.matter.items.BookItem;
import org.tongqu.platform.operate.sheets.SheetForm;
import org.tongqu.platform.operate.web.ListAddress;

/** What can be done with a list of items: a table handed in, the list narrowed, leafed through and taken away. */
record Ways(String list, String q, String whose) {

    /** @param take where a table is handed in; empty for whoever may not. @param other to the other list */
    List<ButtonLink> links(Texts texts, Optional<ButtonLink> take, Optional<ButtonLink> other) {
        var links = new ArrayList<ButtonLink>();
        take.ifPresent(links::add);
        other.ifPresent(links::add);
        for (var form : SheetForm.values()) {
            var file =
                    ListAddress.of(list + "/export." + form.code()).with("q", q).with("whose", whose);
            links.add(ButtonLink.plain(texts.say("items.export", form.name()), file.toString())
                    .with(Icon.DOWNLOAD));
        }
        return links;
    }

    /** Words, and one choice. */
    FilterBar filters(Texts texts, String question, Choice choice) {
        return new FilterBar(
                texts,
                list,
                List.of(
                        new FilterBar.Filter.Words("q", texts.say("portal.items.search"), q),
                        new FilterBar.Filter.OneOf(
                                "whose", question, List.of(choice), whose, texts.say("items.whose.all"))),
                List.of(),
                list);
    }

    Pagination pages(Texts texts, Trail trail, BookItem.Listed found) {
        return ListAddress.of(list)
                .with("q", q)
                .with("whose", whose)
                .pages(
                        texts,
                        trail,
                        found.next(),
                        texts.say("portal.items.shown", found.rows().size()));
    }
}
