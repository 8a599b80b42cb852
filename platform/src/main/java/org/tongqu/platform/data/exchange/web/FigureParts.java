package org.tongqu.platform.data.exchange.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongqu.design.Texts;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.view.DataTable;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.data.catalog.Edition;
import org.tongqu.platform.data.catalog.ResourceParts;
import org.tongqu.platform.data.exchange.Figures;
import org.tongqu.platform.trust.identity.SignedIn;

/** On the page of a resource that flows: how timely, accurate and complete it is. */
@Component
class FigureParts implements ResourceParts {

    private final Figures figures;
    private final FigureTelling telling;
    private final Clock clock;

    FigureParts(Figures figures, FigureTelling telling, Clock clock) {
        this.figures = figures;
        this.telling = telling;
        this.clock = clock;
    }

    @Override
    public List<ButtonLink> ways(Texts texts, SignedIn.Officer who, Edition published) {
        return List.of();
    }

    @Override
    public Optional<DataTable> table(Texts texts, SignedIn.Officer who, Edition published) {
        var today = LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
        return figures.find(who, published.code(), today).map(item -> telling.formulas(texts, item));
    }
}
