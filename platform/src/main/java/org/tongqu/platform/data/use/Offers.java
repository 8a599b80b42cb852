package org.tongqu.platform.data.use;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.engines.registers.Register;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.data.catalog.Catalog;
import org.tongqu.platform.data.catalog.Compiling;
import org.tongqu.platform.data.catalog.Edition;
import org.tongqu.platform.data.catalog.Item;
import org.tongqu.platform.data.golden.GoldenRegisters;
import org.tongqu.platform.data.use.internal.OfferStore;
import org.tongqu.platform.trust.access.Access;
import org.tongqu.platform.trust.identity.SignedIn;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** Saying that a resource of the catalogue is read from a register: its department says so, item by item. */
@Service
public class Offers {

    private static final Set<String> KEEPERS = Set.of(Compiling.OFFICER, Compiling.CHIEF);

    private final OfferStore store;
    private final GoldenRegisters registers;
    private final Catalog catalog;
    private final Access access;
    private final Journal journal;
    private final Clock clock;

    Offers(OfferStore store, GoldenRegisters registers, Catalog catalog, Access access, Journal journal, Clock clock) {
        this.store = store;
        this.registers = registers;
        this.catalog = catalog;
        this.access = access;
        this.journal = journal;
        this.clock = clock;
    }

    /** All of them by resource, after the one with this code; empty for the first. */
    @Transactional(readOnly = true)
    public List<Offer> list(String after, int limit) {
        return store.list(after, limit);
    }

    /** The next call about the resource goes by it. */
    @Transactional
    public Outcome<Offer, OfferRefusal> offer(SignedIn.Officer who, Offer offer) {
        var edition = catalog.findPublished(offer.resource());
        if (edition.isEmpty()) {
            return Outcome.refused(new OfferRefusal.ResourceUnknown());
        }
        return access.mayAct(who, edition.get().resource().organisation(), KEEPERS)
                .<OfferRefusal>mapRefusal(OfferRefusal.MayNot::new)
                .then(officer -> refusal(offer, edition.get())
                        .<Outcome<Offer, OfferRefusal>>map(Outcome::refused)
                        .orElseGet(() -> Outcome.done(put(officer, offer))));
    }

    private Optional<OfferRefusal> refusal(Offer offer, Edition edition) {
        var register = registers.find(offer.register());
        if (register.isEmpty()) {
            return Optional.of(new OfferRefusal.RegisterUnknown());
        }
        var identifier = register.get().identifier().name();
        if (offer.item(identifier).isEmpty()) {
            return Optional.of(new OfferRefusal.IdentifierMissing(identifier));
        }
        var items = edition.items().stream().map(Item::field).collect(Collectors.toSet());
        for (var attribute : new TreeSet<>(offer.items().keySet())) {
            if (!isOf(register.get(), attribute)) {
                return Optional.of(new OfferRefusal.AttributeUnknown(attribute));
            }
            var item = offer.item(attribute).orElseThrow();
            if (!items.contains(item)) {
                return Optional.of(new OfferRefusal.ItemUnknown(item));
            }
        }
        return Optional.empty();
    }

    private static boolean isOf(Register register, String attribute) {
        return register.identifier().name().equals(attribute)
                || register.findAttribute(attribute).isPresent();
    }

    private Offer put(SignedIn.Officer who, Offer offer) {
        var now = clock.instant();
        store.put(offer, who.staff(), now);
        journal.append(Entry.of(now, who.doer(), "use.offer", new Entry.Subject("register", offer.register()))
                .with(Datum.empty()
                        .with("resource", Datum.of(offer.resource().value()))
                        .with(
                                "fields",
                                Datum.of(String.join(
                                        " ", new TreeSet<>(offer.items().keySet()))))));
        return offer;
    }
}
