package org.tongqu.platform.data.catalog;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.design.Language;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.data.catalog.SheetRefusal.SheetFault;
import org.tongqu.platform.data.catalog.internal.ListStore;
import org.tongqu.platform.data.catalog.internal.sheet.EditionWriter;
import org.tongqu.platform.data.catalog.internal.sheet.SheetDrafts;
import org.tongqu.platform.data.catalog.internal.sheet.SheetDrafts.Deed;
import org.tongqu.platform.data.catalog.internal.sheet.SheetDrafts.Planned;
import org.tongqu.platform.operate.sheets.SheetForm;
import org.tongqu.platform.operate.sheets.SheetReader;
import org.tongqu.platform.operate.sheets.Taken;
import org.tongqu.platform.trust.access.Access;
import org.tongqu.platform.trust.access.AccessRefusal;
import org.tongqu.platform.trust.identity.SignedIn;

/**
 * The catalogue as a table, in and out: one line for each item, with what is said of its resource before it. What was
 * handed out can be handed in again. A table is taken over as a whole or not at all, and only as drafts.
 */
@Service
public class CatalogSheets {

    private static final int PAGE = 100;
    private static final int LISTED = 200;
    private static final Set<String> COMPILERS = Set.of(Compiling.OFFICER, Compiling.CHIEF);

    private final SheetDrafts drafts;
    private final ListStore lists;
    private final Compiling compiling;
    private final Access access;
    private final TransactionTemplate transaction;

    CatalogSheets(
            SheetDrafts drafts, ListStore lists, Compiling compiling, Access access, TransactionTemplate transaction) {
        this.drafts = drafts;
        this.lists = lists;
        this.compiling = compiling;
        this.access = access;
        this.transaction = transaction;
    }

    /** Takes a table of the officer's own department over as drafts. */
    public Outcome<Taken, SheetRefusal> take(SignedIn.Officer who, byte[] file) {
        if (access.mayAct(who, who.organisation(), COMPILERS)
                instanceof Outcome.Refused<SignedIn.Officer, AccessRefusal>(var why)) {
            return Outcome.refused(new SheetRefusal.MayNot(why));
        }
        return SheetReader.read(file).mapRefusal(SheetRefusal::unfit).then(rows -> {
            var plan = drafts.plan(who, rows);
            return plan.faults().isEmpty() ? written(who, plan.resources()) : refused(plan.faults());
        });
    }

    private static Outcome<Taken, SheetRefusal> refused(List<SheetFault> faults) {
        var listed = faults.subList(0, Math.min(LISTED, faults.size()));
        return Outcome.refused(new SheetRefusal.Faulty(listed, faults.size() - listed.size()));
    }

    private Outcome<Taken, SheetRefusal> written(SignedIn.Officer who, List<Planned> resources) {
        return transaction.execute(status -> {
            var faults = new ArrayList<SheetFault>();
            for (var planned : resources) {
                if (write(who, planned) instanceof Outcome.Refused) {
                    faults.add(SheetFault.at(planned.first(), "", -1, Fault.Kind.GONE_ON, ""));
                }
            }
            if (!faults.isEmpty()) {
                status.setRollbackOnly();
                return refused(faults);
            }
            return Outcome.done(new Taken(
                    count(resources, Deed.COMPILE),
                    count(resources, Deed.CHANGE) + count(resources, Deed.REVISE),
                    count(resources, Deed.NOTHING)));
        });
    }

    private static int count(List<Planned> resources, Deed deed) {
        return (int)
                resources.stream().filter(planned -> planned.deed() == deed).count();
    }

    private Outcome<ResourceCode, CatalogRefusal> write(SignedIn.Officer who, Planned planned) {
        return switch (planned.deed()) {
            case COMPILE -> compiling.compile(who, planned.draft());
            case CHANGE -> compiling.change(who, planned.code().orElseThrow(), planned.draft());
            case REVISE ->
                compiling
                        .revise(who, planned.code().orElseThrow())
                        .then(code -> compiling.change(who, code, planned.draft()));
            case NOTHING -> Outcome.done(planned.code().orElseThrow());
        };
    }

    /** Writes what fits, in the reader's language, however much it is. */
    public void write(SignedIn.Officer who, Listing.Filter filter, SheetForm form, Language language, OutputStream out)
            throws IOException {
        try (var table = EditionWriter.to(form, out, drafts.telling(language))) {
            var scope = access.scope(who);
            var page = lists.editions(filter, scope, "", PAGE);
            while (!page.isEmpty()) {
                for (var edition : page) {
                    table.write(edition);
                }
                page = lists.editions(filter, scope, page.getLast().code().value(), PAGE);
            }
        }
    }

    /** A table with its heading alone, to begin with. */
    public void writeEmpty(SheetForm form, Language language, OutputStream out) throws IOException {
        EditionWriter.to(form, out, drafts.telling(language)).close();
    }
}
