package org.tongqu.platform.data.catalog;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.tongqu.design.Texts;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.form.Choice;
import org.tongqu.design.form.FilterBar.Filter;
import org.tongqu.design.view.DataTable;
import org.tongqu.platform.operate.web.ListAddress;
import org.tongqu.platform.operate.web.Redirect;

/**
 * What other catalogues have, beside the catalogue and never in it: a search says below its own rows what was found
 * elsewhere, and the filter of origins leads there.
 */
public interface ForeignCatalogs {

    /** Where everybody finds what is elsewhere. */
    String OPEN_LIST = "/data/elsewhere";

    /** Where officers do. */
    String DESK_LIST = "/desk/catalog/elsewhere";

    /** The origin that is not this platform. */
    String ELSEWHERE = "elsewhere";

    /** The first that fit, and where the others stand. */
    record Found(DataTable table, ButtonLink all) {}

    /** @param list {@link #OPEN_LIST} or {@link #DESK_LIST}, for those who look there @param words never empty */
    Optional<Found> search(Texts texts, String list, String words);

    /** What the catalogues found; without words nothing is looked for. */
    static Optional<Found> found(Stream<ForeignCatalogs> catalogs, Texts texts, String list, String words) {
        return words.isBlank()
                ? Optional.empty()
                : catalogs.flatMap(one -> one.search(texts, list, words).stream())
                        .findFirst();
    }

    /** By where it comes from. */
    static Filter filter(Texts texts) {
        return new Filter.OneOf(
                "origin",
                texts.say("catalog.filter.origin"),
                List.of(Choice.of(ELSEWHERE, texts.say("catalog.origin.elsewhere"))),
                "",
                texts.say("catalog.origin.here"));
    }

    static ResponseEntity<Void> redirect(String list, String words) {
        return Redirect.to(ListAddress.of(list).with("q", words).toString());
    }
}
