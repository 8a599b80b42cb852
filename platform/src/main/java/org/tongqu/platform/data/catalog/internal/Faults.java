package org.tongqu.platform.data.catalog.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.tongqu.platform.data.catalog.Classes;
import org.tongqu.platform.data.catalog.Description;
import org.tongqu.platform.data.catalog.Description.Openness;
import org.tongqu.platform.data.catalog.Description.SharingType;
import org.tongqu.platform.data.catalog.Draft;
import org.tongqu.platform.data.catalog.Fault;
import org.tongqu.platform.data.catalog.Fault.Kind;
import org.tongqu.platform.data.catalog.Item;
import org.tongqu.platform.data.catalog.Item.Authority;
import org.tongqu.platform.data.catalog.Item.Sensitivity;
import org.tongqu.platform.data.catalog.ResourceCode;

/** Finds what is wrong with a draft, all of it at once. */
@Component
public class Faults {

    static final int NAME = 100;
    static final int TEXT = 2000;
    private static final int LONGEST_FIELD = 4000;
    private static final int LONGEST_ELEMENT = 80;

    private static final Pattern FIELD = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,62}");
    private static final Pattern ELEMENT = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z0-9-]+)+");

    private final Classes classes;

    Faults(Classes classes) {
        this.classes = classes;
    }

    public List<Fault> of(Draft draft) {
        var faults = new ArrayList<Fault>();
        category(draft.category(), faults);
        text("name", 0, draft.description().name(), NAME, faults);
        text("summary", 0, draft.description().summary(), TEXT, faults);
        sharing(draft, faults);
        opening(draft, faults);
        text("formatDetail", 0, draft.description().format().detail(), NAME, faults);
        items(draft.items(), faults);
        return faults;
    }

    /** What is wrong with one item, apart from the others. */
    public List<Fault> of(Item item, int position) {
        var faults = new ArrayList<Fault>();
        text("itemName", position, item.name(), NAME, faults);
        if (!FIELD.matcher(item.field()).matches()) {
            faults.add(new Fault("field", position, Kind.UNFIT_FIELD, item.field()));
        }
        if (item.type().isMeasured() ? item.length() < 1 || item.length() > LONGEST_FIELD : item.length() != 0) {
            faults.add(new Fault("length", position, Kind.UNFIT_LENGTH, String.valueOf(item.length())));
        }
        item.element().ifPresent(element -> {
            if (element.length() > LONGEST_ELEMENT || !ELEMENT.matcher(element).matches()) {
                faults.add(new Fault("element", position, Kind.UNFIT_ELEMENT, element));
            }
        });
        return faults;
    }

    private void category(String category, List<Fault> faults) {
        if (!ResourceCode.isCategory(category)) {
            faults.add(new Fault("category", 0, category.isEmpty() ? Kind.MISSING : Kind.NOT_A_CATEGORY, category));
        } else if (classes.group(category).isEmpty()) {
            faults.add(new Fault("category", 0, Kind.UNKNOWN_CLASS, category.substring(0, 3)));
        }
    }

    private static void sharing(Draft draft, List<Fault> faults) {
        var sharing = draft.description().sharing();
        if (sharing.type() != SharingType.UNCONDITIONAL && sharing.basis().isBlank()) {
            faults.add(new Fault("basis", 0, Kind.BASIS_MISSING, ""));
        }
        if (sharing.type() == SharingType.CONDITIONAL && sharing.condition().isBlank()) {
            faults.add(new Fault("condition", 0, Kind.CONDITION_MISSING, ""));
        }
        if (sharing.type() != SharingType.NONE && sharing.ways().isEmpty()) {
            faults.add(new Fault("ways", 0, Kind.WAY_MISSING, ""));
        }
        tooLong("basis", sharing.basis(), faults);
        tooLong("condition", sharing.condition(), faults);
    }

    private static void opening(Draft draft, List<Fault> faults) {
        Description.Opening opening = draft.description().opening();
        if (opening.kind() == Openness.CONDITIONAL && opening.condition().isBlank()) {
            faults.add(new Fault("openingCondition", 0, Kind.CONDITION_MISSING, ""));
        }
        tooLong("openingCondition", opening.condition(), faults);
        if (opening.kind() == Openness.OPEN) {
            draft.items().stream()
                    .filter(item -> item.sensitivity().compareTo(Sensitivity.PERSONAL) >= 0)
                    .findFirst()
                    .ifPresent(item -> faults.add(new Fault("opening", 0, Kind.PERSONAL_BUT_OPEN, item.name())));
        }
    }

    private void items(List<Item> items, List<Fault> faults) {
        if (items.isEmpty()) {
            faults.add(new Fault("items", 0, Kind.MISSING, ""));
        }
        Set<String> fields = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i);
            faults.addAll(of(item, i + 1));
            if (!fields.add(item.field())) {
                faults.add(new Fault("field", i + 1, Kind.FIELD_TWICE, item.field()));
            }
            if (item.authority() == Authority.COPY && item.element().isEmpty()) {
                faults.add(new Fault("element", i + 1, Kind.SOURCE_OF_NOTHING, item.name()));
            }
        }
    }

    private static void text(String part, int item, String said, int longest, List<Fault> faults) {
        if (said.isBlank()) {
            faults.add(new Fault(part, item, Kind.MISSING, ""));
        } else if (said.length() > longest) {
            faults.add(new Fault(part, item, Kind.TOO_LONG, String.valueOf(longest)));
        }
    }

    private static void tooLong(String part, String said, List<Fault> faults) {
        if (said.length() > TEXT) {
            faults.add(new Fault(part, 0, Kind.TOO_LONG, String.valueOf(TEXT)));
        }
    }
}
