package org.tongqu.platform.front.portal.web.evidence;

import java.util.List;
import java.util.Optional;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.view.NoticeBanner;

/**
 * Where an evidence is handed in and what was found.
 *
 * @param differences what is not as it was, in words
 */
public record EvidenceCheckPage(PageFrame frame, Optional<NoticeBanner> verdict, List<String> differences, FormPage ask)
        implements Page {

    public EvidenceCheckPage {
        differences = List.copyOf(differences);
    }
}
