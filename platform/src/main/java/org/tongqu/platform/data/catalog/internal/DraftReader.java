package org.tongqu.platform.data.catalog.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.data.catalog.Coded;
import org.tongqu.platform.data.catalog.Description;
import org.tongqu.platform.data.catalog.Draft;
import org.tongqu.platform.data.catalog.Fault;
import org.tongqu.platform.data.catalog.Fault.Kind;
import org.tongqu.platform.data.catalog.Item;
import org.tongqu.platform.data.catalog.ResourceCode;

/** Reads what was typed or stands in a table. What is of no code list is a fault; what it means is judged elsewhere. */
public final class DraftReader {

    private final Typed typed;
    private final int item;
    private final List<Fault> faults = new ArrayList<>();

    private DraftReader(Typed typed, int item) {
        this.typed = typed;
        this.item = item;
    }

    /** What stands in a field; empty for nothing. */
    public interface Typed {
        String at(String part);

        /** Fields of which several may be chosen. */
        Collection<String> all(String part);
    }

    /** Reads the resource as a whole, with the items given. */
    public static Outcome<Draft, List<Fault>> read(Typed typed, List<Item> items) {
        return new DraftReader(typed, 0).draft(items);
    }

    /** Reads one item. */
    public static Outcome<Item, List<Fault>> readItem(Typed typed, int position) {
        return new DraftReader(typed, position).item();
    }

    private Outcome<Draft, List<Fault>> draft(List<Item> items) {
        var sharing = code(Description.SharingType.class, "sharing");
        var opening = code(Description.Openness.class, "opening");
        var cycle = code(Description.Cycle.class, "cycle");
        var format = code(Description.FormatKind.class, "format");
        var ways = ways();
        var related = related();
        if (sharing.isEmpty() || opening.isEmpty() || cycle.isEmpty() || format.isEmpty() || !faults.isEmpty()) {
            return Outcome.refused(faults);
        }
        return Outcome.done(new Draft(
                text("category"),
                new Description(
                        text("name"),
                        text("summary"),
                        new Description.Sharing(sharing.get(), text("basis"), text("condition"), ways),
                        new Description.Opening(opening.get(), text("openingCondition")),
                        cycle.get(),
                        new Description.Format(format.get(), text("formatDetail")),
                        related),
                items));
    }

    private Outcome<Item, List<Fault>> item() {
        var type = code(Item.DataType.class, "type");
        var sensitivity = code(Item.Sensitivity.class, "sensitivity");
        var authority = code(Item.Authority.class, "authority");
        var length = length();
        var marks = new HashSet<Item.Mark>();
        for (var mark : typed.all("marks")) {
            Coded.find(Item.Mark.class, mark).ifPresentOrElse(marks::add, () -> fault("marks", Kind.NOT_IN_LIST, mark));
        }
        if (type.isEmpty() || sensitivity.isEmpty() || authority.isEmpty() || !faults.isEmpty()) {
            return Outcome.refused(faults);
        }
        return Outcome.done(new Item(
                text("itemName"),
                text("field"),
                type.get(),
                length,
                marks,
                sensitivity.get(),
                Optional.of(text("element")).filter(element -> !element.isEmpty()),
                authority.get()));
    }

    private int length() {
        var said = text("length");
        if (said.isEmpty()) {
            return 0;
        }
        if (!said.matches("[0-9]{1,6}")) {
            fault("length", Kind.UNFIT_LENGTH, said);
            return 0;
        }
        return Integer.parseInt(said);
    }

    private Set<Description.Way> ways() {
        var ways = new HashSet<Description.Way>();
        for (var way : typed.all("ways")) {
            Coded.find(Description.Way.class, way)
                    .ifPresentOrElse(ways::add, () -> fault("ways", Kind.NOT_IN_LIST, way));
        }
        return ways;
    }

    private List<ResourceCode> related() {
        var codes = new ArrayList<ResourceCode>();
        Stream.of(text("related").split("[\\s,;、，；]+"))
                .filter(code -> !code.isEmpty())
                .distinct()
                .forEach(code -> {
                    ResourceCode.find(code).ifPresentOrElse(codes::add, () -> fault("related", Kind.NOT_A_CODE, code));
                });
        return codes;
    }

    private <E extends Enum<E> & Coded> Optional<E> code(Class<E> list, String part) {
        var said = text(part);
        var found = Coded.find(list, said);
        if (found.isEmpty()) {
            fault(part, said.isEmpty() ? Kind.MISSING : Kind.NOT_IN_LIST, said);
        }
        return found;
    }

    private String text(String part) {
        return typed.at(part).strip();
    }

    private void fault(String part, Kind kind, String found) {
        faults.add(new Fault(part, item, kind, found));
    }
}
