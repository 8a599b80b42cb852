package org.tongqu.platform.data.interfaces.web;

import java.util.List;
import java.util.Optional;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.nav.Pagination;
import org.tongqu.design.view.DataTable;

/** Keys. @param token of the key that was just made, shown this once; empty else @param form for those who may make one */
public record KeysPage(
        PageFrame frame,
        String token,
        Optional<FormPage> form,
        List<Revoking> revocable,
        DataTable table,
        Pagination pages)
        implements Page {

    public KeysPage {
        revocable = List.copyOf(revocable);
    }

    /** @param shown the first signs of the key that is taken back */
    public record Revoking(String shown, FormPage form) {}
}
