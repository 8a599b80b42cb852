package org.tongqu.platform.data.agreements;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.data.agreements.Agreement.State;
import org.tongqu.platform.data.agreements.Shelf.Filter;
import org.tongqu.platform.data.agreements.internal.AgreementList;
import org.tongqu.platform.data.agreements.internal.AgreementStore;
import org.tongqu.platform.data.catalog.Catalog;
import org.tongqu.platform.data.catalog.ResourceCode;
import org.tongqu.platform.trust.access.Access;
import org.tongqu.platform.trust.identity.SignedIn;

/** Reading agreements, and asking whether something may flow. */
@Service
public class Agreements {

    private final AgreementStore store;
    private final AgreementList list;
    private final Catalog catalog;
    private final Access access;

    Agreements(AgreementStore store, AgreementList list, Catalog catalog, Access access) {
        this.store = store;
        this.list = list;
        this.catalog = catalog;
        this.access = access;
    }

    /**
     * Whether the consumer may take these items of the resource for this purpose now. To be asked before every run, and
     * again when {@link AgreementMoved} tells of the agreement: nothing flows without a permit.
     *
     * @param consumer code of the organisation that takes
     * @param items fields of the resource
     */
    @Transactional(readOnly = true)
    public Outcome<Permit, PermitRefusal> permit(
            String consumer, ResourceCode resource, Set<String> items, Purpose purpose, Instant now) {
        var day = LocalDate.ofInstant(now, WorkingCalendar.ZONE);
        var agreed = store.between(consumer, resource).stream()
                .filter(agreement -> agreement.terms().purpose() == purpose)
                .toList();
        var inForce = agreed.stream()
                .filter(agreement -> agreement.on(day) == State.ACTIVE)
                .findFirst();
        if (inForce.isEmpty()) {
            return Outcome.refused(agreed.stream()
                    .findFirst()
                    .<PermitRefusal>map(last -> new PermitRefusal.NotInForce(last.id(), last.on(day)))
                    .orElseGet(PermitRefusal.NoAgreement::new));
        }
        return permitted(inForce.get(), items, day);
    }

    private Outcome<Permit, PermitRefusal> permitted(Agreement agreement, Set<String> items, LocalDate day) {
        if (day.isBefore(agreement.terms().starts())) {
            return Outcome.refused(
                    new PermitRefusal.NotBegun(agreement.id(), agreement.terms().starts()));
        }
        var outside = new TreeSet<>(items);
        agreement.items().forEach(item -> outside.remove(item.field()));
        if (!outside.isEmpty()) {
            return Outcome.refused(new PermitRefusal.ItemsOutside(agreement.id(), outside));
        }
        if (catalog.findPublished(agreement.subject().resource()).isEmpty()) {
            return Outcome.refused(new PermitRefusal.ResourceRetired(agreement.id()));
        }
        return Outcome.done(new Permit(
                agreement.id(),
                agreement.terms().purpose(),
                agreement.items().stream()
                        .filter(item -> items.contains(item.field()))
                        .toList(),
                agreement.terms().frequency(),
                agreement.terms().rows(),
                agreement.terms().ends()));
    }

    /** Whether all that this very agreement grants may be taken now, for whoever was given a key under it. */
    @Transactional(readOnly = true)
    public Outcome<Permit, PermitRefusal> permit(String id, Instant now) {
        var day = LocalDate.ofInstant(now, WorkingCalendar.ZONE);
        var found = store.find(id);
        if (found.isEmpty()) {
            return Outcome.refused(new PermitRefusal.NoAgreement());
        }
        var agreement = found.get();
        if (agreement.on(day) != State.ACTIVE) {
            return Outcome.refused(new PermitRefusal.NotInForce(id, agreement.on(day)));
        }
        var granted = agreement.items().stream().map(Agreement.Granted::field).collect(Collectors.toSet());
        return permitted(agreement, granted, day);
    }

    /**
     * How often something was done to each agreement, without those there are not. While that stays the same, a permit of
     * the same day still holds: one small question instead of whole permits, for those who ask hundreds of times a second.
     */
    public Map<String, Integer> versions(Set<String> ids) {
        return store.versions(ids);
    }

    /** The agreement, for those who hold a key or a file of it and not an officer's rights. */
    @Transactional(readOnly = true)
    public Optional<Agreement> find(String id) {
        return store.find(id);
    }

    /** Those on the shelf that fit and that the officer may see, the newest first. */
    @Transactional(readOnly = true)
    public AgreementPage list(SignedIn.Officer who, Filter filter, LocalDate today, Page page) {
        return list.page(filter, access.scope(who), today, page);
    }

    /** Which rows to show. @param after the id after which they begin; empty for the first */
    public record Page(String after, int size) {}

    /** The agreement, when the officer may see one of its sides. */
    @Transactional(readOnly = true)
    public Optional<Agreement> find(SignedIn.Officer who, String id) {
        var scope = access.scope(who);
        return store.find(id)
                .filter(agreement -> scope.sees(agreement.parties().consumer())
                        || scope.sees(agreement.parties().provider()));
    }

    /** Its story, the oldest first. */
    @Transactional(readOnly = true)
    public List<Deed> deeds(Agreement agreement) {
        return store.deeds(agreement.id());
    }

    /** What providers owe an answer to, for whoever watches that they give one. */
    @Transactional(readOnly = true)
    public List<Owed> owed() {
        return store.owed();
    }

    /** @param since when it was asked */
    public record Owed(Agreement agreement, Instant since) {}

    /** Whose agreements about the resource are in force on the day. */
    @Transactional(readOnly = true)
    public List<Agreement> under(ResourceCode resource, LocalDate today) {
        return store.under(resource, today);
    }
}
