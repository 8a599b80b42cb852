package org.tongqu.platform.front.portal.web.licences;

import java.util.Optional;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.NoticeBanner;
import org.tongqu.design.view.QrCode;

/**
 * A licence as its holder shows and prints it.
 *
 * @param warning when it no longer counts
 */
public record LicencePage(PageFrame frame, Optional<NoticeBanner> warning, Sheet sheet) implements Page {

    /**
     * @param number printed large under the title
     * @param code   the check code for those who cannot scan
     */
    public record Sheet(String title, String number, KeyFacts facts, Issue issue, QrCode qr, String code) {}

    public record Issue(String office, String day) {}
}
