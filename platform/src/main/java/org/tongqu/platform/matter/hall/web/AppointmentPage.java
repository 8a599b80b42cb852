package org.tongqu.platform.matter.hall.web;

import java.util.List;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.view.KeyFacts;

/**
 * One appointment.
 *
 * @param code what is typed at the kiosk; empty when it is over
 * @param ways what can still be done with it
 */
public record AppointmentPage(
        PageFrame frame, String heading, String standing, String code, KeyFacts facts, List<ButtonLink> ways)
        implements Page {
    public AppointmentPage {
        ways = List.copyOf(ways);
    }
}
