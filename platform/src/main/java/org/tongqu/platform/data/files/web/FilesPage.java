package org.tongqu.platform.data.files.web;

import java.util.List;
import java.util.Optional;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.nav.Pagination;
import org.tongqu.design.view.DataTable;

/** Batches of files: of all flows, or of one. @param sending for those who deliver, of one flow alone */
public record FilesPage(
        PageFrame frame,
        String heading,
        String lead,
        DataTable flows,
        DataTable batches,
        Pagination pages,
        Optional<Sending> sending)
        implements Page {

    /** What those who deliver can do. @param pieces where a script sends a large file @param withdrawals of keys that hold, by their names */
    public record Sending(
            String pieces,
            FormPage upload,
            DataTable keys,
            FormPage register,
            List<Withdrawal> withdrawals,
            SftpPart sftp) {
        public Sending {
            withdrawals = List.copyOf(withdrawals);
        }
    }

    /** @param key that is withdrawn */
    public record Withdrawal(String key, FormPage form) {}
}
