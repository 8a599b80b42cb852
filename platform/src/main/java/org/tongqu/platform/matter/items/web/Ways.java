package org.tongqu.platform.matter.items.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tongqu.design.Icon;
import org.tongqu.design.Texts;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.platform.operate.sheets.SheetForm;
import org.tongqu.platform.operate.web.ListAddress;

/** What can be done with a list of items: a table handed in, the list taken away. */
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
}
