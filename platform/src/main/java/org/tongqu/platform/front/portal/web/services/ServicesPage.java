package org.tongqu.platform.front.portal.web.services;

import java.util.List;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.FilterBar;
import org.tongqu.design.view.EmptyState;
import org.tongqu.design.view.ServiceCard;

/** What can be asked of the government, searched and narrowed. */
public record ServicesPage(
        PageFrame frame, FilterBar filter, String found, List<ServiceCard> services, EmptyState empty) implements Page {
    public ServicesPage {
        services = List.copyOf(services);
    }
}
