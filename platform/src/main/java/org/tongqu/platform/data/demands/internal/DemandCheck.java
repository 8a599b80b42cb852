package org.tongqu.platform.data.demands.internal;

import static org.tongqu.platform.data.demands.DemandRefusal.Wrong.ASKER_ITSELF;
import static org.tongqu.platform.data.demands.DemandRefusal.Wrong.MISSING;
import static org.tongqu.platform.data.demands.DemandRefusal.Wrong.NOT_AN_ORGANISATION;
import static org.tongqu.platform.data.demands.DemandRefusal.Wrong.NOT_OURS;
import static org.tongqu.platform.data.demands.DemandRefusal.Wrong.NOT_PUBLISHED;
import static org.tongqu.platform.data.demands.DemandRefusal.Wrong.TOO_LONG;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongqu.platform.data.catalog.Catalog;
import org.tongqu.platform.data.catalog.ResourceCode;
import org.tongqu.platform.data.demands.Demand;
import org.tongqu.platform.data.demands.DemandAct;
import org.tongqu.platform.data.demands.DemandAnswer;
import org.tongqu.platform.data.demands.DemandRefusal.Wrong;
import org.tongqu.platform.trust.directory.Directory;

/** Finds what is wrong with what was written, all of it at once, by field. */
@Component
public class DemandCheck {

    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST = 1000;

    private final Catalog catalog;
    private final Directory directory;

    DemandCheck(Catalog catalog, Directory directory) {
        this.catalog = catalog;
        this.directory = directory;
    }

    public Map<String, Wrong> faults(Demand.Wanted wanted) {
        var faults = new HashMap<String, Wrong>();
        said("title", wanted.title(), LONGEST_TITLE, faults);
        said("purpose", wanted.purpose(), LONGEST, faults);
        said("basis", wanted.basis(), LONGEST, faults);
        said("elements", wanted.elements(), LONGEST, faults);
        return faults;
    }

    private static void said(String part, String text, int longest, Map<String, Wrong> faults) {
        if (text.isBlank()) {
            faults.put(part, MISSING);
        } else if (text.length() > longest) {
            faults.put(part, TOO_LONG);
        }
    }

    public Map<String, Wrong> faults(Demand held, DemandAct act, DemandAnswer answer) {
        var faults = new HashMap<String, Wrong>();
        if (act.needsReason()) {
            said("why", answer.why(), LONGEST, faults);
        }
        if (act == DemandAct.ASSIGN) {
            if (directory.findOrganisation(answer.organisation()).isEmpty()) {
                faults.put("organisation", NOT_AN_ORGANISATION);
            } else if (answer.organisation().equals(held.asked().organisation())) {
                faults.put("organisation", ASKER_ITSELF);
            }
        }
        if (act == DemandAct.ANSWER) {
            var resource = ResourceCode.find(answer.resource()).flatMap(catalog::findPublished);
            if (resource.isEmpty()) {
                faults.put("resource", NOT_PUBLISHED);
            } else if (!held.assigned()
                    .equals(Optional.of(resource.get().resource().organisation()))) {
                faults.put("resource", NOT_OURS);
            }
        }
        return faults;
    }
}
