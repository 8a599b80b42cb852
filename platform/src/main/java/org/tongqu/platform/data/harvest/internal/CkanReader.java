package org.tongqu.platform.data.harvest.internal;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.data.harvest.Fault;
import org.tongqu.platform.data.harvest.Source;
import org.tongqu.platform.data.harvest.internal.CkanRecords.Window;

/**
 * Reads a CKAN by windows of {@code package_search}, the longest unchanged first. A window that cannot be read is read in
 * halves until the one package is alone that nobody can read. Each window begins with some of the packages before it: when
 * none of them came in this run, packages before it moved on meanwhile, and it is read from further back.
 */
@Component
class CkanReader implements SourceReader {

    private static final int ROWS = 200;
    private static final int OVERLAP = 5;
    private static final String SEARCH = "/api/3/action/package_search";

    private final Fetcher fetcher;

    CkanReader(Fetcher fetcher) {
        this.fetcher = fetcher;
    }

    @Override
    public Set<Source.Kind> kinds() {
        return EnumSet.of(Source.Kind.CKAN);
    }

    @Override
    public Outcome<Described, Fault> again(Source.Declared source, String raw) {
        return CkanRecords.read(raw, site(source));
    }

    @Override
    public void read(Source.Declared source, String cursor, Sink sink) {
        new Run(source, sink).read(cursor.isEmpty() ? 0 : Long.parseLong(cursor));
    }

    private static String site(Source.Declared source) {
        return source.address().replaceAll("/+$", "").replaceAll("/api/(3/)?action(/package_search)?$", "");
    }

    private final class Run {
        private final Source.Declared source;
        private final String site;
        private final Sink sink;
        private long count = Long.MAX_VALUE;

        Run(Source.Declared source, Sink sink) {
            this.source = source;
            this.site = site(source);
            this.sink = sink;
        }

        void read(long from) {
            var start = from;
            while (start < count) {
                var back = start == 0 ? 0 : (int) Math.min(OVERLAP, start);
                var given = window(start - back, ROWS + back, back);
                if (given == 0) {
                    return;
                }
                start += given - back;
            }
        }

        /** @param back how many of them were read before @return how many were given; 0 at the end */
        private long window(long start, int rows, int back) {
            return switch (ask(start, rows)) {
                case Outcome.Done<Window, Fault>(var window) -> {
                    count = window.count();
                    sink.expects(count);
                    if (back > 0 && isShifted(window, back)) {
                        keep(ask(Math.max(0, start - ROWS), ROWS), start);
                    }
                    keep(window.packages());
                    sink.page(String.valueOf(start + window.packages().size()));
                    yield window.packages().size() <= back
                            ? 0
                            : window.packages().size();
                }
                case Outcome.Refused<Window, Fault>(var fault) -> rows == 1 ? alone(start, fault) : halves(start, rows);
            };
        }

        private boolean isShifted(Window window, int back) {
            var first = window.packages().stream()
                    .limit(back)
                    .map(one -> CkanRecords.word(one, "id"))
                    .filter(id -> !id.isBlank())
                    .toList();
            return !first.isEmpty() && !sink.hasSeen(first);
        }

        /** What was passed over; when it cannot be read, the next run brings it. */
        private void keep(Outcome<Window, Fault> before, long start) {
            if (before instanceof Outcome.Done<Window, Fault>(var window)) {
                keep(window.packages());
                sink.page(String.valueOf(start));
            }
        }

        private void keep(List<Datum> packages) {
            for (var one : packages) {
                sink.take(CkanRecords.describe(one, site), one::canonical);
            }
        }

        private long halves(long start, int rows) {
            var half = rows / 2;
            var first = window(start, half, 0);
            return first < half ? first : first + window(start + half, rows - half, 0);
        }

        /** A package that cannot be read although it was asked for alone. When not even none can be, it is not the package. */
        private long alone(long start, Fault fault) {
            var came = unread;
            if (ask(0, 0) instanceof Outcome.Refused) {
                throw new Broken(
                        fault.why() == Fault.Why.NOT_GIVEN ? Broken.Why.FAILED : Broken.Why.UNREADABLE, fault.detail());
            }
            sink.refuse(fault, came);
            sink.page(String.valueOf(start + 1));
            return 1;
        }

        private String unread = "";

        /** Refused when the answer cannot be read, although there is one. */
        private Outcome<Window, Fault> ask(long start, int rows) {
            var address = URI.create(
                    site + SEARCH + "?rows=" + rows + "&start=" + start + "&sort=metadata_modified+asc%2C+id+asc");
            unread = "";
            try {
                var answer = fetcher.page(new Fetcher.Asked(address, source.line(), "application/json"))
                        .body();
                var window = CkanRecords.search(answer);
                if (window instanceof Outcome.Refused) {
                    unread = new String(answer, StandardCharsets.UTF_8);
                }
                return window;
            } catch (Broken broken) {
                return switch (broken.why()) {
                    case FAILED -> Outcome.refused(new Fault(Fault.Why.NOT_GIVEN, "", broken.detail()));
                    case TOO_LARGE ->
                        Outcome.refused(new Fault(Fault.Why.TOO_LARGE, "", String.valueOf(fetcher.largestPage())));
                    default -> throw broken;
                };
            }
        }
    }
}
