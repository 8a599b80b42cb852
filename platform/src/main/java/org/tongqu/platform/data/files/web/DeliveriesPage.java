package org.tongqu.platform.data.files.web;

import java.util.List;
import java.util.Optional;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.nav.Pagination;
import org.tongqu.design.view.DataTable;

/**
 * Batches for systems that take files: of all flows, or of one.
 *
 * @param token of the key that was just made, shown this once; empty else
 * @param taking for those who take, of one flow alone
 */
public record DeliveriesPage(
        PageFrame frame,
        String heading,
        String token,
        DataTable batches,
        Pagination pages,
        DataTable flows,
        Optional<Taking> taking)
        implements Page {

    /** What those who take can do. @param acts by the names under which they stand: receipts first, then keys */
    public record Taking(DataTable keys, FormPage give, List<Act> acts, SftpPart sftp) {
        public Taking {
            acts = List.copyOf(acts);
        }
    }

    /** A button of its own. @param about what */
    public record Act(String about, FormPage form) {}
}
