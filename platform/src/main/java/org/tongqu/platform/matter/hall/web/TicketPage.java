package org.tongqu.platform.matter.hall.web;

import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.view.KeyFacts;

/**
 * A number and how long its holder will wait.
 *
 * @param standing where it stands, in one sentence
 * @param formula  how the waiting time is computed; empty when nobody waits any more
 * @param leave    where the number is given back; empty when it cannot be
 */
public record TicketPage(
        PageFrame frame, String hall, String label, String standing, KeyFacts facts, String formula, String leave)
        implements Page {}
