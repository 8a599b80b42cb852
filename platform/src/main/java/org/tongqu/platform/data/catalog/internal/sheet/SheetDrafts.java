package org.tongqu.platform.data.catalog.internal.sheet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongqu.design.Language;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.data.catalog.Catalog;
import org.tongqu.platform.data.catalog.Compiling;
import org.tongqu.platform.data.catalog.Draft;
import org.tongqu.platform.data.catalog.Edition;
import org.tongqu.platform.data.catalog.Edition.State;
import org.tongqu.platform.data.catalog.Fault;
import org.tongqu.platform.data.catalog.Fault.Kind;
import org.tongqu.platform.data.catalog.Item;
import org.tongqu.platform.data.catalog.ResourceCode;
import org.tongqu.platform.data.catalog.SheetRefusal.SheetFault;
import org.tongqu.platform.data.catalog.internal.DraftReader;
import org.tongqu.platform.operate.sheets.SheetRow;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.identity.SignedIn;

/** Makes drafts of the lines of a table, and finds everything that is wrong with them before anything is written. */
@Component
public class SheetDrafts {

    private final SheetWords words;
    private final Catalog catalog;
    private final Compiling compiling;
    private final Directory directory;

    SheetDrafts(SheetWords words, Catalog catalog, Compiling compiling, Directory directory) {
        this.words = words;
        this.catalog = catalog;
        this.compiling = compiling;
        this.directory = directory;
    }

    /** How editions are said as lines that can be read again. */
    public SheetTelling telling(Language language) {
        return new SheetTelling(words, directory, language);
    }

    /** What is to be done with one resource. */
    public enum Deed {
        COMPILE,
        CHANGE,
        REVISE,
        /** It says already what the table says. */
        NOTHING
    }

    /** @param first the line on which the resource begins */
    public record Planned(SheetRow first, Optional<ResourceCode> code, Draft draft, Deed deed) {}

    /** What would be written, or why nothing is. */
    public record Plan(List<Planned> resources, List<SheetFault> faults) {}

    public Plan plan(SignedIn.Officer who, List<SheetRow> rows) {
        var reading = new Reading(who);
        rows.stream()
                .map(SheetRow::sheet)
                .distinct()
                .forEach(sheet -> reading.sheet(
                        rows.stream().filter(row -> row.sheet().equals(sheet)).toList()));
        if (rows.isEmpty()) {
            reading.wrong.add(new SheetFault("", 1, "", "", Kind.MISSING, ""));
        }
        return new Plan(reading.planned, reading.wrong);
    }

    /** One reading of one file. */
    private final class Reading {
        private final SignedIn.Officer who;
        private final List<Planned> planned = new ArrayList<>();
        private final List<SheetFault> wrong = new ArrayList<>();
        private Map<String, Integer> columns = Map.of();

        Reading(SignedIn.Officer who) {
            this.who = who;
        }

        void sheet(List<SheetRow> rows) {
            var before = wrong.size();
            columns = columns(rows.getFirst());
            if (wrong.size() > before) {
                return;
            }
            List<SheetRow> block = new ArrayList<>();
            for (var row : rows.subList(1, rows.size())) {
                row.formulas()
                        .forEach(column -> wrong.add(SheetFault.at(row, "", column, Kind.FORMULA, row.cell(column))));
                if (!block.isEmpty() && begins(row, block.getFirst())) {
                    resource(block);
                    block = new ArrayList<>();
                }
                block.add(row);
            }
            if (!block.isEmpty()) {
                resource(block);
            }
        }

        /** Whether another resource begins on this line; one that says nothing of a resource goes on with the last. */
        private boolean begins(SheetRow row, SheetRow first) {
            return differs(row, first, "code") || differs(row, first, "category") || differs(row, first, "name");
        }

        private boolean differs(SheetRow row, SheetRow first, String part) {
            var said = at(row, part);
            return !said.isEmpty() && !said.equals(at(first, part));
        }

        private Map<String, Integer> columns(SheetRow heading) {
            var found = new HashMap<String, Integer>();
            for (int column = 0; column < heading.cells().size(); column++) {
                var said = heading.cell(column);
                if (said.isEmpty()) {
                    continue;
                }
                var part = words.part(said);
                if (part.isEmpty()) {
                    wrong.add(SheetFault.at(heading, "", column, Kind.UNKNOWN_COLUMN, said));
                } else if (found.putIfAbsent(part.get(), column) != null) {
                    wrong.add(SheetFault.at(heading, part.get(), column, Kind.COLUMN_TWICE, said));
                }
            }
            SheetWords.parts().stream()
                    .filter(part -> !SheetWords.MAY_LACK.contains(part) && !found.containsKey(part))
                    .forEach(part -> wrong.add(SheetFault.at(heading, part, -1, Kind.COLUMN_MISSING, "")));
            return found;
        }

        private void resource(List<SheetRow> block) {
            var first = block.getFirst();
            var before = wrong.size();
            var items = items(block);
            var office = at(first, "organisationCode");
            if (!office.isEmpty() && !office.equals(who.organisation())) {
                wrong.add(fault(first, new Fault("organisationCode", 0, Kind.NOT_OURS, office)));
            }
            for (var row : block) {
                contradictions(row, first);
            }
            switch (DraftReader.read(typed(first), items)) {
                case Outcome.Refused<Draft, List<Fault>>(var found) ->
                    found.forEach(fault -> wrong.add(fault(first, fault)));
                case Outcome.Done<Draft, List<Fault>>(var draft) -> {
                    compiling.faults(draft).stream()
                            .filter(fault -> fault.item() == 0 || items.size() == block.size())
                            .filter(fault -> !fault.part().equals("items") || wrong.size() == before)
                            .forEach(fault ->
                                    wrong.add(fault(fault.item() == 0 ? first : block.get(fault.item() - 1), fault)));
                    if (wrong.size() == before) {
                        known(first, draft);
                    }
                }
            }
        }

        private List<Item> items(List<SheetRow> block) {
            var items = new ArrayList<Item>();
            for (var row : block) {
                switch (DraftReader.readItem(typed(row), items.size() + 1)) {
                    case Outcome.Refused<Item, List<Fault>>(var found) ->
                        found.forEach(fault -> wrong.add(fault(row, fault)));
                    case Outcome.Done<Item, List<Fault>>(var item) -> items.add(item);
                }
            }
            return items;
        }

        /** What a later line says of the resource must be what the first one says. */
        private void contradictions(SheetRow row, SheetRow first) {
            SheetWords.RESOURCE.stream()
                    .filter(part -> !SheetWords.MAY_LACK.contains(part))
                    .filter(part -> differs(row, first, part))
                    .forEach(part ->
                            wrong.add(fault(row, new Fault(part, 0, Kind.DIFFERS, String.valueOf(first.number())))));
        }

        private void known(SheetRow first, Draft draft) {
            var said = at(first, "code");
            if (said.isEmpty()) {
                planned.add(new Planned(first, Optional.empty(), draft, Deed.COMPILE));
                return;
            }
            var code = ResourceCode.find(said);
            var editions = code.map(known -> catalog.editions(who, known)).orElse(List.of());
            if (editions.isEmpty()) {
                wrong.add(fault(first, new Fault("code", 0, Kind.NOT_A_CODE, said)));
            } else if (!editions.getFirst().resource().organisation().equals(who.organisation())) {
                wrong.add(fault(first, new Fault("code", 0, Kind.NOT_OURS, said)));
            } else if (!editions.getFirst().code().category().equals(draft.category())) {
                wrong.add(fault(first, new Fault("category", 0, Kind.NOT_A_CATEGORY, draft.category())));
            } else {
                known(first, draft, editions);
            }
        }

        private void known(SheetRow first, Draft draft, List<Edition> editions) {
            var inWork = Catalog.inWork(editions);
            var own = inWork.orElseGet(() -> Catalog.current(editions));
            if (own.draft().equals(draft)) {
                planned.add(new Planned(first, Optional.of(own.code()), draft, Deed.NOTHING));
            } else if (inWork.isEmpty()) {
                planned.add(new Planned(first, Optional.of(own.code()), draft, Deed.REVISE));
            } else if (own.state() == State.DRAFT) {
                planned.add(new Planned(first, Optional.of(own.code()), draft, Deed.CHANGE));
            } else {
                wrong.add(fault(
                        first, new Fault("code", 0, Kind.GONE_ON, own.code().value())));
            }
        }

        private SheetFault fault(SheetRow row, Fault fault) {
            return SheetFault.at(
                    row, fault.part(), columns.getOrDefault(fault.part(), -1), fault.kind(), fault.found());
        }

        private String at(SheetRow row, String part) {
            return row.cell(columns.getOrDefault(part, -1));
        }

        private DraftReader.Typed typed(SheetRow row) {
            return new DraftReader.Typed() {
                @Override
                public String at(String part) {
                    return words.code(part, Reading.this.at(row, part));
                }

                @Override
                public Collection<String> all(String part) {
                    return words.codes(part, Reading.this.at(row, part));
                }
            };
        }
    }
}
