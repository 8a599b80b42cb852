package org.tongqu.platform.data.discovery;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.exchange.inventory.Dictionary;
import org.tongqu.exchange.inventory.FoundTable;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.data.catalog.Catalog;
import org.tongqu.platform.data.catalog.CatalogRefusal;
import org.tongqu.platform.data.catalog.Compiling;
import org.tongqu.platform.data.catalog.Edition;
import org.tongqu.platform.data.catalog.Item;
import org.tongqu.platform.data.catalog.ResourceCode;
import org.tongqu.platform.data.discovery.internal.Drafting;
import org.tongqu.platform.data.discovery.internal.FoundStore;
import org.tongqu.platform.data.exchange.Connections;
import org.tongqu.platform.trust.access.Access;
import org.tongqu.platform.trust.access.AccessRefusal;
import org.tongqu.platform.trust.identity.SignedIn;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/**
 * A department looks into its own databases and makes drafts of the tables it chooses. The dictionary of the database is
 * read, never its rows; what is drafted goes the way of any other resource.
 */
@Service
public class Discovery {

    private static final Set<String> COMPILERS = Set.of(Compiling.OFFICER, Compiling.CHIEF);

    private final Connections connections;
    private final Catalog catalog;
    private final Compiling compiling;
    private final Drafts drafts;
    private final Access access;
    private final Journal journal;
    private final TransactionTemplate transaction;

    Discovery(
            Connections connections,
            Catalog catalog,
            Compiling compiling,
            Drafts drafts,
            Access access,
            Journal journal,
            TransactionTemplate transaction) {
        this.connections = connections;
        this.catalog = catalog;
        this.compiling = compiling;
        this.drafts = drafts;
        this.access = access;
        this.journal = journal;
        this.transaction = transaction;
    }

    /** How tables become drafts, and which did. */
    @Component
    record Drafts(Drafting making, FoundStore found, Clock clock) {}

    public boolean mayLook(SignedIn.Officer who) {
        return access.mayAct(who, who.organisation(), COMPILERS) instanceof Outcome.Done;
    }

    /** Systems of the officer's own department, by name. */
    public List<String> systems(SignedIn.Officer who) {
        return mayLook(who) ? connections.of(who.organisation()) : List.of();
    }

    /** All tables of a system, with what became of them. The look is journalled. */
    public Outcome<Looked, DiscoveryRefusal> look(SignedIn.Officer who, String system) {
        return dictionary(who, system).map(Dictionary::tables).map(tables -> {
            var looked = Entry.of(
                            drafts.clock().instant(), who.doer(), "discovery.look", new Entry.Subject("system", system))
                    .with(Datum.empty().with("tables", Datum.of(tables.size())));
            transaction.executeWithoutResult(status -> journal.append(looked));
            var found = drafts.found().of(system);
            var newest = catalog.newest(who, found.values());
            return new Looked(
                    system,
                    tables.stream()
                            .map(table -> new Looked.Seen(
                                    table,
                                    Optional.ofNullable(found.get(table.path()))
                                            .flatMap(code -> Optional.ofNullable(newest.get(code)))
                                            .map(edition -> became(table, edition))))
                            .toList());
        });
    }

    private Outcome<Dictionary, DiscoveryRefusal> dictionary(SignedIn.Officer who, String system) {
        if (access.mayAct(who, who.organisation(), COMPILERS)
                instanceof Outcome.Refused<SignedIn.Officer, AccessRefusal>(var why)) {
            return Outcome.refused(new DiscoveryRefusal.MayNot(why));
        }
        if (!connections.of(who.organisation()).contains(system)) {
            return Outcome.refused(new DiscoveryRefusal.NoSystem());
        }
        return connections.dictionary(system).mapRefusal(DiscoveryRefusal.Untold::new);
    }

    private static Looked.Became became(FoundTable table, Edition newest) {
        var taken = new HashSet<String>();
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            fields.add(Drafting.field(table.columns().get(i).name(), i + 1, taken));
        }
        var items = newest.items().stream().map(Item::field).collect(Collectors.toSet());
        return new Looked.Became(
                newest.resource().code(),
                newest.description().name(),
                fields.stream().filter(field -> !items.contains(field)).toList(),
                newest.items().stream()
                        .map(Item::field)
                        .filter(field -> !fields.contains(field))
                        .toList());
    }

    /**
     * Makes drafts of the tables with these paths; all of them or none. One that became a resource before is left out.
     *
     * @param summary said of each, with the place of its path
     */
    public Outcome<List<ResourceCode>, DiscoveryRefusal> draft(
            SignedIn.Officer who, String system, Set<String> paths, SharingTerms terms, String summary) {
        return dictionary(who, system).then(dictionary -> {
            var chosen = new Dictionary(
                    dictionary.kind(),
                    dictionary.tables().stream()
                            .filter(table -> paths.contains(table.path()))
                            .toList());
            return Optional.ofNullable(transaction.execute(status -> {
                        var drafted = drafted(who, system, chosen, terms, summary);
                        if (drafted instanceof Outcome.Refused) {
                            status.setRollbackOnly();
                        }
                        return drafted;
                    }))
                    .orElseThrow();
        });
    }

    private Outcome<List<ResourceCode>, DiscoveryRefusal> drafted(
            SignedIn.Officer who, String system, Dictionary chosen, SharingTerms terms, String summary) {
        drafts.found().hold(system);
        var before = drafts.found().of(system);
        var kind = chosen.kind().toLowerCase(Locale.ROOT);
        List<ResourceCode> codes = new ArrayList<>();
        for (var table : chosen.tables()) {
            if (before.containsKey(table.path())) {
                continue;
            }
            switch (compiling.compile(
                    who, drafts.making().of(table, kind, terms, summary.replace("{path}", table.path())))) {
                case Outcome.Done<ResourceCode, CatalogRefusal>(var code) -> {
                    drafts.found()
                            .put(system, table.path(), code, drafts.clock().instant());
                    codes.add(code);
                }
                case Outcome.Refused<ResourceCode, CatalogRefusal>(var why) -> {
                    return Outcome.refused(new DiscoveryRefusal.NotTaken(table.path(), why));
                }
            }
        }
        return codes.isEmpty() ? Outcome.refused(new DiscoveryRefusal.NothingChosen()) : Outcome.done(codes);
    }
}
