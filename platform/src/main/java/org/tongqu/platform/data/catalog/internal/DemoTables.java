package org.tongqu.platform.data.catalog.internal;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongqu.platform.data.catalog.Catalog;
import org.tongqu.platform.data.catalog.Coded;
import org.tongqu.platform.data.catalog.Description;
import org.tongqu.platform.data.catalog.Description.SharingType;
import org.tongqu.platform.data.catalog.Description.Way;
import org.tongqu.platform.data.catalog.Draft;
import org.tongqu.platform.data.catalog.Item;
import org.tongqu.platform.data.catalog.Item.Authority;
import org.tongqu.platform.operate.demo.DemoTable;

/** What the departments of the demo city have, as tables say it. */
final class DemoTables {

    private final Map<String, List<List<String>>> items =
            DemoTable.rows(Catalog.class, "demo-items.csv").stream().collect(Collectors.groupingBy(List::getFirst));
    private final Map<String, List<String>> forms = DemoTable.rows(Catalog.class, "demo-forms.csv").stream()
            .collect(Collectors.toMap(List::getFirst, row -> row));
    private final List<List<String>> bases = DemoTable.rows(Catalog.class, "demo-bases.csv");

    /** @param kind of the organisation that has it */
    record Planned(String kind, Draft draft) {}

    List<Planned> resources(Map<String, String> names) {
        return DemoTable.rows(Catalog.class, "demo-resources.csv").stream()
                .filter(row -> names.containsKey(row.getFirst()))
                .map(row -> new Planned(row.getFirst(), draft(row, Objects.requireNonNull(names.get(row.getFirst())))))
                .toList();
    }

    private Draft draft(List<String> row, String organisation) {
        var name = row.get(2);
        var form = Objects.requireNonNull(forms.get(row.get(3)), row.get(3));
        var sharing = Coded.of(SharingType.class, row.get(4));
        return new Draft(
                row.get(1),
                new Description(
                        name,
                        form.get(4).replace("{0}", organisation).replace("{1}", name),
                        sharing(sharing, name, form),
                        opening(Coded.of(Description.Openness.class, row.get(6))),
                        Coded.of(Description.Cycle.class, row.get(5)),
                        new Description.Format(Coded.of(Description.FormatKind.class, form.get(1)), form.get(2)),
                        List.of()),
                Objects.requireNonNull(items.get(row.get(3))).stream()
                        .map(item -> item(item, row.get(7)))
                        .toList());
    }

    private Description.Sharing sharing(SharingType type, String name, List<String> form) {
        var basis = Stream.of(name, form.getFirst(), "")
                .flatMap(key -> bases.stream()
                        .filter(row ->
                                row.get(0).equals(type.code()) && row.get(1).equals(key)))
                .findFirst();
        return new Description.Sharing(
                type,
                basis.map(row -> row.get(2)).orElse(""),
                basis.map(row -> row.get(3)).orElse(""),
                type == SharingType.NONE ? Set.of() : ways(form.get(3)));
    }

    private Description.Opening opening(Description.Openness kind) {
        var condition = bases.stream()
                .filter(row -> row.get(0).equals("opening") && row.get(1).equals(kind.code()))
                .map(row -> row.get(3))
                .findFirst();
        return new Description.Opening(kind, condition.orElse(""));
    }

    /** Why something is no longer there. */
    String farewell() {
        return bases.stream()
                .filter(row -> row.get(0).equals("retired"))
                .map(row -> row.get(3))
                .findFirst()
                .orElse("");
    }

    private static Set<Way> ways(String codes) {
        return Arrays.stream(codes.split(" "))
                .map(code -> Coded.of(Way.class, code))
                .collect(Collectors.toSet());
    }

    /** @param claims the kind of elements of which the resource is the source, e.g. {@code person}; empty for none */
    private static Item item(List<String> row, String claims) {
        var marks = new HashSet<Item.Mark>();
        Arrays.stream(row.get(5).split(" "))
                .filter(mark -> !mark.isEmpty())
                .forEach(mark -> marks.add(Coded.of(Item.Mark.class, mark)));
        var element = Optional.of(row.get(7)).filter(said -> !said.isEmpty());
        var own = !claims.isEmpty() && row.get(7).startsWith(claims + ".");
        return new Item(
                row.get(1),
                row.get(2),
                Coded.of(Item.DataType.class, row.get(3)),
                Integer.parseInt(row.get(4)),
                marks,
                Coded.of(Item.Sensitivity.class, row.get(6)),
                element,
                own ? Authority.SOURCE : Coded.of(Authority.class, row.get(8)));
    }
}
