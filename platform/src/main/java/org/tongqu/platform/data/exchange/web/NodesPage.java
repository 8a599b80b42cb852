package org.tongqu.platform.data.exchange.web;

import java.util.List;
import java.util.Optional;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.nav.Pagination;
import org.tongqu.design.view.DataTable;

/** Nodes of departments. @param code made just now, shown this one time @param address where nodes find the centre; empty while it is closed */
public record NodesPage(
        PageFrame frame,
        String address,
        Optional<Code> code,
        Optional<FormPage> form,
        List<Returnable> returnable,
        DataTable table,
        Pagination pages)
        implements Page {

    /** What is done with a code. @param command to be typed on the node */
    public record Code(String command, String fingerprint, String until) {}

    /** A node that may be taken back. */
    public record Returnable(String shown, FormPage form) {}
}
