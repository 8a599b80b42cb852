package org.tongqu.platform.data.agreements;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.data.agreements.Agreement.Granted;
import org.tongqu.platform.data.agreements.Agreement.Kept;
import org.tongqu.platform.data.agreements.AgreementAct.Side;
import org.tongqu.platform.data.agreements.internal.AgreementStore;
import org.tongqu.platform.data.agreements.internal.Changing;
import org.tongqu.platform.data.agreements.internal.Deadlines;
import org.tongqu.platform.data.agreements.internal.Deeds;
import org.tongqu.platform.data.agreements.internal.Parties;
import org.tongqu.platform.data.agreements.internal.RequestCheck;
import org.tongqu.platform.data.catalog.Catalog;
import org.tongqu.platform.data.catalog.Description.SharingType;
import org.tongqu.platform.data.catalog.Edition;
import org.tongqu.platform.data.catalog.Item;
import org.tongqu.platform.data.catalog.Item.Sensitivity;
import org.tongqu.platform.operate.store.Decided;
import org.tongqu.platform.trust.access.AccessRefusal;
import org.tongqu.platform.trust.identity.SignedIn;

/** Asking for data and answering. Each act holds the agreement, so that acts on it follow each other. */
@Service
public class Negotiation {

    private final AgreementStore store;
    private final Parties parties;
    private final Deadlines deadlines;
    private final Catalog catalog;
    private final Deeds deeds;
    private final TransactionTemplate transaction;

    Negotiation(
            AgreementStore store,
            Parties parties,
            Deadlines deadlines,
            Catalog catalog,
            Deeds deeds,
            TransactionTemplate transaction) {
        this.store = store;
        this.parties = parties;
        this.deadlines = deadlines;
        this.catalog = catalog;
        this.deeds = deeds;
        this.transaction = transaction;
    }

    /** Asks for items of a resource. What is shared without condition is granted at once. */
    public Outcome<Agreement, AgreementRefusal> request(SignedIn.Officer who, Request request) {
        return decided(() -> switch (parties.mayAsk(who)) {
            case Outcome.Refused<SignedIn.Officer, AccessRefusal>(var why) ->
                Outcome.refused(new AgreementRefusal.MayNot(why));
            case Outcome.Done<SignedIn.Officer, AccessRefusal> may ->
                catalog.findPublished(request.resource())
                        .map(resource -> request(who, request, resource))
                        .orElseGet(() -> Outcome.refused(new AgreementRefusal.Gone()));
        });
    }

    private Outcome<Agreement, AgreementRefusal> request(SignedIn.Officer who, Request request, Edition resource) {
        var sharing = resource.description().sharing();
        if (sharing.type() == SharingType.NONE) {
            return Outcome.refused(new AgreementRefusal.NotShared(sharing.basis()));
        }
        if (resource.resource().organisation().equals(who.organisation())) {
            return Outcome.refused(new AgreementRefusal.OwnResource());
        }
        var now = deeds.now();
        var today = LocalDate.ofInstant(now, WorkingCalendar.ZONE);
        var faults = RequestCheck.faults(request, resource, today);
        if (!faults.isEmpty()) {
            return Outcome.refused(new AgreementRefusal.Faulty(faults));
        }
        var before = store.between(who.organisation(), request.resource()).stream()
                .filter(other -> other.terms().purpose() == request.terms().purpose())
                .filter(other -> isOpen(other.on(today)))
                .findFirst();
        if (before.isPresent()) {
            return Outcome.refused(new AgreementRefusal.HasOne(before.get().id()));
        }
        var atOnce = sharing.type() == SharingType.UNCONDITIONAL;
        var asked = new Agreement(
                store.nextId(now),
                new Agreement.Subject(request.resource(), resource.description().name(), resource.number()),
                new Agreement.Parties(who.organisation(), resource.resource().organisation()),
                atOnce ? Kept.ACTIVE : Kept.REQUESTED,
                request.terms(),
                granted(request.items(), resource),
                Optional.empty(),
                Agreement.Hearing.NOT_YET,
                Optional.empty(),
                new Agreement.Asked(who.actor(), who.name(), now),
                1);
        var due = Changing.of(asked).dueOn(deadlines.of(asked, now));
        store.insert(due);
        deeds.tell(who, due, "request", "");
        if (atOnce) {
            deeds.tell(who, due, "grant-at-once", "");
        }
        return Outcome.done(due);
    }

    private static boolean isOpen(Agreement.State state) {
        return switch (state) {
            case REQUESTED, CHECKING, ACTIVE, SUSPENDED, DISPUTED -> true;
            case REFUSED, WITHDRAWN, REVOKED, EXPIRED -> false;
        };
    }

    /** What is asked for; of what does harm when it leaks, only the ends are shown unless the provider says more. */
    private static List<Granted> granted(List<String> fields, Edition resource) {
        return resource.items().stream()
                .filter(item -> fields.contains(item.field()))
                .map(item -> new Granted(item.field(), item.name(), usual(item)))
                .toList();
    }

    private static Masking usual(Item item) {
        return item.sensitivity() == Sensitivity.SENSITIVE ? Masking.MASKED : Masking.PLAIN;
    }

    /** Does the act, when the officer stands on a side that may and the agreement is where it can be done. */
    public Outcome<Agreement, AgreementRefusal> act(SignedIn.Officer who, String id, AgreementAct act, Answer answer) {
        return decided(() -> store.lock(id)
                .<Outcome<Agreement, AgreementRefusal>>map(held -> held(who, held, act, answer))
                .orElseGet(() -> Outcome.refused(new AgreementRefusal.Gone())));
    }

    /** What the officer is offered. */
    public List<AgreementAct> acts(SignedIn.Officer who, Agreement agreement) {
        var today = LocalDate.ofInstant(deeds.now(), WorkingCalendar.ZONE);
        var sides = parties.sides(who, agreement);
        var acts = new ArrayList<AgreementAct>();
        for (var act : AgreementAct.values()) {
            if (act.fits(agreement)
                    && act.sides().stream().anyMatch(sides::contains)
                    && (agreement.on(today) != Agreement.State.EXPIRED || isAboutTime(act))) {
                acts.add(act);
            }
        }
        return acts;
    }

    private static boolean isAboutTime(AgreementAct act) {
        return act == AgreementAct.RENEW || act == AgreementAct.EXTEND || act == AgreementAct.DECLINE;
    }

    private Outcome<Agreement, AgreementRefusal> held(
            SignedIn.Officer who, Agreement held, AgreementAct act, Answer answer) {
        var barred = barred(who, held, act);
        if (barred.isPresent()) {
            return Outcome.refused(barred.get());
        }
        var now = deeds.now();
        var today = LocalDate.ofInstant(now, WorkingCalendar.ZONE);
        if (!act.fits(held) || held.on(today) == Agreement.State.EXPIRED && !isAboutTime(act)) {
            return Outcome.refused(new AgreementRefusal.Elsewhere(held.on(today)));
        }
        var faults = RequestCheck.faults(act, answer, held, today);
        if (!faults.isEmpty()) {
            return Outcome.refused(new AgreementRefusal.Faulty(faults));
        }
        var after = after(held, act, answer);
        var due =
                Changing.of(Changing.of(after).dueOn(deadlines.of(after, now))).again();
        store.update(due);
        if (act == AgreementAct.AGREE) {
            store.grant(due.id(), due.items());
        }
        deeds.tell(who, due, act.code(), answer.why().strip());
        return Outcome.done(due);
    }

    private Optional<AgreementRefusal> barred(SignedIn.Officer who, Agreement held, AgreementAct act) {
        Optional<AgreementRefusal> barred = Optional.empty();
        for (Side side : act.sides()) {
            switch (parties.may(who, held, side)) {
                case Outcome.Done<?, ?> may -> {
                    return Optional.empty();
                }
                case Outcome.Refused<SignedIn.Officer, AccessRefusal>(var why) ->
                    barred = Optional.of(new AgreementRefusal.MayNot(why));
            }
        }
        return barred;
    }

    private static Agreement after(Agreement held, AgreementAct act, Answer answer) {
        var moved = Changing.of(held).in(act.to());
        return switch (act) {
            case AGREE ->
                Changing.of(Changing.of(moved).limited(answer.rows())).granting(given(held, answer.maskings()));
            case RENEW -> Changing.of(moved).renewing(answer.until());
            case EXTEND -> Changing.of(moved).ending(held.renewal().orElseThrow());
            case DECLINE -> Changing.of(moved).renewing(Optional.empty());
            case UPHOLD, OVERRULE -> Changing.of(moved).heard();
            case REFUSE, CONFIRM, OBJECT, WITHDRAW, SUSPEND, RESUME, REVOKE, DISPUTE -> moved;
        };
    }

    private static List<Granted> given(Agreement held, Map<String, Masking> maskings) {
        var given = new ArrayList<Granted>();
        for (var item : held.items()) {
            Optional.ofNullable(maskings.get(item.field()))
                    .ifPresent(masking -> given.add(new Granted(item.field(), item.name(), masking)));
        }
        return given;
    }

    /** In a transaction that a refusal undoes. */
    private Outcome<Agreement, AgreementRefusal> decided(Supplier<Outcome<Agreement, AgreementRefusal>> deed) {
        try {
            return Decided.in(transaction, deed);
        } catch (DuplicateKeyException second) {
            return Outcome.refused(new AgreementRefusal.Elsewhere(Agreement.State.REQUESTED));
        }
    }
}
