package org.tongqu.platform.data.catalog;

import java.util.List;
import java.util.Optional;
import org.tongqu.design.Texts;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.view.DataTable;
import org.tongqu.platform.trust.identity.SignedIn;

/** What other modules add to the page of a published resource, such as who uses it. */
public interface ResourceParts {

    /** What the officer can begin from here. */
    List<ButtonLink> ways(Texts texts, SignedIn.Officer who, Edition published);

    /** A table under a heading, its caption. */
    Optional<DataTable> table(Texts texts, SignedIn.Officer who, Edition published);

    /** Where one goes on from a search that finds nothing. */
    default Optional<ButtonLink> whereNothingFits(Texts texts, SignedIn.Officer who, String words) {
        return Optional.empty();
    }
}
