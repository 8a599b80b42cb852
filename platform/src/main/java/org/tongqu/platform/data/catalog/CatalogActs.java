package org.tongqu.platform.data.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.data.catalog.Edition.State;
import org.tongqu.platform.trust.access.Access;
import org.tongqu.platform.trust.identity.SignedIn;

/** What an officer is offered; {@link Compiling} decides again when it is asked for. */
@Component
public class CatalogActs {

    private static final Set<String> COMPILERS = Set.of(Compiling.OFFICER, Compiling.CHIEF);

    private final Access access;

    CatalogActs(Access access) {
        this.access = access;
    }

    /** In the order in which they are offered, the main one first. */
    public List<CatalogAct> of(SignedIn.Officer who, List<Edition> editions) {
        var owner = editions.getFirst().resource().organisation();
        var acts = new ArrayList<CatalogAct>();
        var inWork = Catalog.inWork(editions);
        inWork.ifPresent(own -> acts.addAll(onWork(who, owner, own)));
        var published = editions.stream().anyMatch(edition -> edition.state() == State.PUBLISHED);
        if (inWork.isEmpty() && may(who, owner, COMPILERS)) {
            acts.add(CatalogAct.REVISE);
        }
        if (published && may(who, owner, Set.of(Compiling.CHIEF, Compiling.AUTHORITY))) {
            acts.add(CatalogAct.RETIRE);
        }
        return acts;
    }

    private List<CatalogAct> onWork(SignedIn.Officer who, String owner, Edition own) {
        return switch (own.state()) {
            case DRAFT ->
                may(who, owner, COMPILERS) ? List.of(CatalogAct.SUBMIT, CatalogAct.CHANGE) : List.<CatalogAct>of();
            case REVIEW ->
                may(who, owner, Set.of(Compiling.CHIEF))
                        ? List.of(CatalogAct.APPROVE, CatalogAct.SEND_BACK)
                        : List.<CatalogAct>of();
            case CHECK ->
                may(who, owner, Set.of(Compiling.AUTHORITY))
                        ? List.of(CatalogAct.PUBLISH, CatalogAct.SEND_BACK)
                        : List.<CatalogAct>of();
            case PUBLISHED, SUPERSEDED, RETIRED -> List.of();
        };
    }

    private boolean may(SignedIn.Officer who, String owner, Set<String> needed) {
        return access.mayAct(who, owner, needed) instanceof Outcome.Done;
    }
}
