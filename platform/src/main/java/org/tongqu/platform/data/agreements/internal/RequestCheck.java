package org.tongqu.platform.data.agreements.internal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.tongqu.platform.data.agreements.Agreement;
import org.tongqu.platform.data.agreements.AgreementAct;
import org.tongqu.platform.data.agreements.AgreementRefusal.Wrong;
import org.tongqu.platform.data.agreements.Answer;
import org.tongqu.platform.data.agreements.Request;
import org.tongqu.platform.data.catalog.Edition;
import org.tongqu.platform.data.catalog.Item;

/** What is wrong with what was asked for or answered, by field of the form. */
public final class RequestCheck {

    private static final int TEXT = 1000;
    private static final int YEARS = 5;

    private RequestCheck() {}

    public static Map<String, Wrong> faults(Request request, Edition resource, LocalDate today) {
        var faults = new HashMap<String, Wrong>();
        var terms = request.terms();
        text(faults, "use", terms.use());
        text(faults, "basis", terms.basis());
        if (request.items().isEmpty()) {
            faults.put("items", Wrong.MISSING);
        }
        var known = resource.items().stream().map(Item::field).collect(Collectors.toSet());
        if (!known.containsAll(request.items())) {
            faults.put("items", Wrong.NOT_IN_RESOURCE);
        }
        if (terms.starts().isBefore(today)) {
            faults.put("starts", Wrong.NOT_AFTER);
        }
        ends(faults, "ends", terms.ends(), terms.starts());
        if (terms.rows().isPresent() && terms.rows().getAsLong() < 1) {
            faults.put("rows", Wrong.NOT_A_COUNT);
        }
        return faults;
    }

    public static Map<String, Wrong> faults(AgreementAct act, Answer answer, Agreement held, LocalDate today) {
        var faults = new HashMap<String, Wrong>();
        if (act.needsReason()) {
            text(faults, "why", answer.why());
        }
        if (act == AgreementAct.AGREE
                && held.items().stream().noneMatch(item -> answer.maskings().containsKey(item.field()))) {
            faults.put("items", Wrong.MISSING);
        }
        if (act == AgreementAct.AGREE
                && answer.rows().isPresent()
                && answer.rows().getAsLong() < 1) {
            faults.put("rows", Wrong.NOT_A_COUNT);
        }
        if (act == AgreementAct.RENEW) {
            var ends = held.terms().ends();
            answer.until()
                    .ifPresentOrElse(
                            day -> ends(faults, "until", day, ends.isBefore(today) ? today : ends),
                            () -> faults.put("until", Wrong.NOT_A_DAY));
        }
        return faults;
    }

    private static void ends(Map<String, Wrong> faults, String part, LocalDate ends, LocalDate starts) {
        if (!ends.isAfter(starts)) {
            faults.put(part, Wrong.NOT_AFTER);
        } else if (ends.isAfter(starts.plusYears(YEARS))) {
            faults.put(part, Wrong.TOO_FAR);
        }
    }

    private static void text(Map<String, Wrong> faults, String part, String said) {
        if (said.isBlank()) {
            faults.put(part, Wrong.MISSING);
        } else if (said.length() > TEXT) {
            faults.put(part, Wrong.TOO_LONG);
        }
    }
}
