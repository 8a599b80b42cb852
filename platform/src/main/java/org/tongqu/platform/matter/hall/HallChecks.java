package org.tongqu.platform.matter.hall;

import java.time.LocalTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.tongqu.platform.matter.hall.DeclareRefusal.Mistake;
import org.tongqu.platform.matter.hall.HallPlan.Hours;
import org.tongqu.platform.matter.hall.HallPlan.Line;
import org.tongqu.platform.matter.hall.HallPlan.PlannedSlot;
import org.tongqu.platform.matter.hall.HallPlan.PlannedWindow;

/** What can be declared of a hall, field by field. */
final class HallChecks {

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final Pattern LETTER = Pattern.compile("[A-Z]");
    private static final int MINUTES = 480;
    private static final int WAIT = 240;
    private static final int MISSED = 20;
    private static final int REMEMBERED = 730;
    /** How many days ahead any hall lets people book. */
    static final int AHEAD = 60;

    private static final int MOST = 999;

    private HallChecks() {}

    static Map<String, Mistake> hall(Hall hall) {
        var found = new LinkedHashMap<String, Mistake>();
        if (!CODE.matcher(hall.code()).matches()) {
            found.put("code", Mistake.CODE);
        }
        found.putAll(facts(new HallChange.Facts(hall.name(), hall.seat().address(), hall.rules())));
        return found;
    }

    static Map<String, Mistake> facts(HallChange.Facts facts) {
        var found = new LinkedHashMap<String, Mistake>();
        said(found, "address", facts.address());
        var rules = facts.rules();
        between(found, "head-start", rules.headStart(), 0, WAIT);
        between(found, "grace", rules.grace(), 0, WAIT);
        between(found, "no-shows", rules.noShows(), 0, MISSED);
        between(found, "no-show-days", rules.noShowDays(), 1, REMEMBERED);
        between(found, "days-ahead", rules.daysAhead(), 1, AHEAD);
        return found;
    }

    static Map<String, Mistake> line(Line line) {
        var found = new LinkedHashMap<String, Mistake>();
        if (!LETTER.matcher(line.code()).matches()) {
            found.put("code", Mistake.CODE);
        }
        between(found, "minutes", line.minutes(), 1, MINUTES);
        return found;
    }

    static Map<String, Mistake> known(HallPlan plan, String line) {
        return plan.offers(line) ? Map.of() : Map.of("code", Mistake.UNKNOWN);
    }

    static Map<String, Mistake> window(HallPlan plan, PlannedWindow window) {
        var found = new LinkedHashMap<String, Mistake>();
        between(found, "number", window.number(), 1, MOST);
        if (window.lines().isEmpty()) {
            found.put("lines", Mistake.MISSING);
        } else if (!window.lines().stream().allMatch(plan::offers)) {
            found.put("lines", Mistake.UNKNOWN);
        }
        return found;
    }

    /** Each is named by its place: {@code opens.1}, {@code closes.1}. */
    static Map<String, Mistake> hours(List<Hours> hours) {
        var found = new LinkedHashMap<String, Mistake>();
        for (int i = 0; i < hours.size(); i++) {
            if (!hours.get(i).closes().isAfter(hours.get(i).opens())) {
                found.put("closes." + (i + 1), Mistake.ORDER);
            } else if (i > 0 && hours.get(i).opens().isBefore(hours.get(i - 1).closes())) {
                found.put("opens." + (i + 1), Mistake.OVERLAP);
            }
        }
        return found;
    }

    /** Each is named by when it begins: {@code places.09:00}. */
    static Map<String, Mistake> slots(List<Hours> hours, List<PlannedSlot> slots) {
        var found = new LinkedHashMap<String, Mistake>();
        var over = LocalTime.MIN;
        for (var slot :
                slots.stream().sorted(Comparator.comparing(PlannedSlot::starts)).toList()) {
            var field = "places." + slot.starts();
            between(found, field, slot.places(), 0, MOST);
            if (!within(hours, slot)) {
                found.put(field, Mistake.OUTSIDE);
            } else if (slot.starts().isBefore(over)) {
                found.put(field, Mistake.OVERLAP);
            }
            over = slot.ends();
        }
        return found;
    }

    static boolean within(List<Hours> hours, PlannedSlot slot) {
        return slot.ends().isAfter(slot.starts())
                && hours.stream()
                        .anyMatch(open -> !slot.starts().isBefore(open.opens())
                                && !slot.ends().isAfter(open.closes()));
    }

    static String closed(HallPlan plan) {
        return plan.hall().closedFrom().map(from -> "closed from " + from).orElse("");
    }

    static String told(HallPlan plan, String line) {
        return plan.lines().stream()
                .filter(one -> one.code().equals(line))
                .map(one -> one.name().zh() + "; " + one.name().en() + "; " + one.minutes() + " min; "
                        + String.join(" ", new TreeSet<>(one.kinds())))
                .findFirst()
                .orElse("");
    }

    static String told(HallPlan plan, int window) {
        return plan.windows().stream()
                .filter(one -> one.number() == window)
                .map(one -> String.join(" ", new TreeSet<>(one.lines())))
                .findFirst()
                .orElse("");
    }

    private static void said(Map<String, Mistake> found, String field, String text) {
        if (text.isBlank()) {
            found.put(field, Mistake.MISSING);
        }
    }

    private static void between(Map<String, Mistake> found, String field, int number, int least, int most) {
        if (number < least || number > most) {
            found.put(field, Mistake.RANGE);
        }
    }
}
