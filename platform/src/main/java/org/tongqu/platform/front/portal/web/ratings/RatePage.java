package org.tongqu.platform.front.portal.web.ratings;

import java.util.List;
import java.util.Optional;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.Lamp;

/**
 * What was said of a matter, what came of it, and what can still be said.
 *
 * @param about the matter, in words
 * @param ask missing when every point was rated that the matter has come to
 */
public record RatePage(
        PageFrame frame,
        String heading,
        String about,
        List<Given> given,
        Optional<FormPage> ask,
        Optional<ButtonLink> back)
        implements Page {

    /**
     * @param answer how it is followed up; without facts where nothing has to be
     * @param judge whether the applicant is content; missing when it is not their turn
     */
    public record Given(String title, String said, KeyFacts answer, Optional<Lamp> lamp, Optional<FormPage> judge) {}

    public RatePage {
        given = List.copyOf(given);
    }
}
