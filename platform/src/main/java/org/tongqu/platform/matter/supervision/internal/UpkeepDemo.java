package org.tongqu.platform.matter.supervision.internal;

import org.springframework.stereotype.Component;
import org.tongqu.platform.data.agreements.Agreements;
import org.tongqu.platform.data.catalog.Catalog;
import org.tongqu.platform.matter.supervision.Duties;
import org.tongqu.platform.operate.demo.DemoCity;
import org.tongqu.platform.operate.demo.DemoPart;
import org.tongqu.platform.operate.start.Progress;

/** Lets supervision watch the resources and agreements of the demo city, of which some are late on its first day. */
@Component
class UpkeepDemo implements DemoPart {

    private final Catalog catalog;
    private final Agreements agreements;
    private final Duties duties;

    UpkeepDemo(Catalog catalog, Agreements agreements, Duties duties) {
        this.agreements = agreements;
        this.catalog = catalog;
        this.duties = duties;
    }

    @Override
    public String name() {
        return "upkeep of resources";
    }

    @Override
    public int order() {
        return 106;
    }

    @Override
    public void load(DemoCity city, Progress progress) {
        var watched = catalog.awaited().stream().map(UpkeepWatch::duty).toList();
        duties.begin(watched);
        var asked = agreements.owed().stream()
                .flatMap(owed -> AgreementWatch.duty(owed).stream())
                .toList();
        duties.begin(asked);
        progress.say(
                "  upkeep: " + watched.size() + " resources and " + asked.size() + " requests for data are watched");
    }
}
