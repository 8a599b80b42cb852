package org.tongqu.platform.data.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.tongqu.engines.exchanges.Connector;
import org.tongqu.exchange.file.Manifest;
import org.tongqu.exchange.outgoing.Outgoing;
import org.tongqu.exchange.outgoing.OutgoingFiles;
import org.tongqu.exchange.table.Arriving;
import org.tongqu.exchange.table.Receipt;
import org.tongqu.platform.data.exchange.internal.FileOutlet;
import org.tongqu.platform.data.exchange.internal.FlowBook;
import org.tongqu.platform.data.exchange.internal.Preparing;

/** What runs laid for systems that take files, to be made into batches. */
@Service
public class Outgoings {

    private final FlowBook book;
    private final FileOutlet outlet;
    private final Preparing preparing;
    private final Clock clock;

    Outgoings(FlowBook book, FileOutlet outlet, Preparing preparing, Clock clock) {
        this.book = book;
        this.outlet = outlet;
        this.preparing = preparing;
        this.clock = clock;
    }

    /** What one run laid, or a repair beside it. @param name once in the flow */
    public record Part(PlannedFlow flow, String name, Path folder) {}

    /** Flows whose rows become files, by id. */
    public List<PlannedFlow> flows() {
        return book.all().stream()
                .filter(planned -> planned.flow().target().connector() == Connector.FILES)
                .toList();
    }

    /** Parts of runs that have ended, in their order; what is under way is none. */
    public List<Part> finished(PlannedFlow planned) {
        var outgoing = Outgoing.of(outlet.login(), planned.flow());
        // Most of the time nothing lies there, and nobody need be asked.
        return outgoing.finished(Long.MAX_VALUE).isEmpty()
                ? List.of()
                : outgoing.finished(lastEnded(planned)).stream()
                        .map(folder -> new Part(planned, String.valueOf(folder.getFileName()), folder))
                        .toList();
    }

    private long lastEnded(PlannedFlow planned) {
        try {
            return new Arriving(planned.flow(), outlet.login(), clock)
                    .last()
                    .map(last -> last.end() == Receipt.End.COMPLETE ? last.run() : last.run() - 1)
                    .orElse(0L);
        } catch (SQLException away) {
            throw new IllegalStateException("The ledger of " + planned.id() + " does not answer", away);
        }
    }

    /** The agreement under which the flow delivers now, if one permits it. */
    public Optional<String> agreement(PlannedFlow planned) {
        return preparing.agreement(planned, clock.instant());
    }

    /** Writes the files of a part into an empty folder. */
    public static List<Manifest.Part> write(Part part, Path into) throws IOException {
        return OutgoingFiles.write(part.flow().flow(), part.folder(), into);
    }

    /** The part was made into a batch, or holds nothing. */
    public static void drop(Part part) {
        Outgoing.drop(part.folder());
    }
}
