package org.tongqu.platform.front.portal.web.mine;

import java.util.List;
import java.util.Optional;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.view.DataTable;

/**
 * Everything one person has asked for.
 *
 * @param messages  the way to what the person was told, with how much of it is unread
 * @param uses      the way to who looked at the person's data
 * @param attention what waits for the person, with the way to do it; empty when nothing does
 */
public record MyPage(
        PageFrame frame,
        ButtonLink messages,
        ButtonLink uses,
        List<Call> attention,
        List<Draft> drafts,
        DataTable cases,
        DataTable licences)
        implements Page {

    /**
     * @param when  by when, in words
     * @param asked what is to be put right
     */
    public record Call(String title, String when, Optional<Mending.ToMend> asked, String action, String href) {}

    public record Draft(String title, String saved, String href, String delete) {}

    public MyPage {
        attention = List.copyOf(attention);
        drafts = List.copyOf(drafts);
    }
}
