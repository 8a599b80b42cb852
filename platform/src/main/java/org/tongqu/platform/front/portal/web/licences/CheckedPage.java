package org.tongqu.platform.front.portal.web.licences;

import java.util.Optional;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.NoticeBanner;

/**
 * Whether a licence somebody holds up is real.
 *
 * @param verdict absent while nothing was asked
 * @param ask     absent beside a licence that was found
 * @param facts   what to compare with what was held up; absent for an unknown code
 */
public record CheckedPage(
        PageFrame frame, Optional<NoticeBanner> verdict, String title, Optional<KeyFacts> facts, Optional<FormPage> ask)
        implements Page {}
