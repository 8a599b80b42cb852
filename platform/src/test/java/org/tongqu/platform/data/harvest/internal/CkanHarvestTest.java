package org.tongqu.platform.data.harvest.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform.data.harvest.Fault.Why;
import org.tongqu.platform.data.harvest.HarvestRefusal;
import org.tongqu.platform.data.harvest.HarvestRun;
import org.tongqu.platform.data.harvest.HarvestRun.Counts;
import org.tongqu.platform.data.harvest.HarvestRun.State;
import org.tongqu.platform.data.harvest.RejectedRecord;
import org.tongqu.platform.data.harvest.Source;

/** FEATURE: a CKAN is read to its end whatever stands in it, and however often the way is interrupted. */
class CkanHarvestTest {

    private final Harvesting harvesting = new Harvesting(StartedPlatform.shared());
    private final Ckan ckan = new Ckan(450);
    private final ForeignServer server = new ForeignServer(ckan);
    private final Source source = harvesting.source(Source.Kind.CKAN, server.address() + "/");

    @AfterEach
    void close() {
        server.close();
    }

    private HarvestRun harvested() {
        return harvesting.harvested(source);
    }

    private Map<String, Why> rejected() {
        return harvesting.rejected(source).stream()
                .collect(Collectors.toMap(
                        RejectedRecord::identifier, one -> one.fault().why()));
    }

    @Test
    void allOfItIsReadPageByPageAndTheSecondTimeNothingIsNew() {
        var first = harvested();
        assertThat(first.state()).isEqualTo(State.DONE);
        assertThat(first.counts()).isEqualTo(new Counts(450, 450, 0, 0, 0, 0));
        assertThat(server.requests()).hasSize(3).allMatch(asked -> asked.contains("sort=metadata_modified+asc"));

        var found = harvesting.entry(source, Ckan.id(7)).record();
        assertThat(found.title()).isEqualTo("数据集 7");
        assertThat(found.publisher()).isEqualTo("统计局");
        assertThat(found.landing()).isEqualTo(server.address() + "/dataset/set-7");
        assertThat(found.offers()).extracting("address").containsExactly("https://data.example/7.csv", "");

        ckan.with(7, text -> text.replace("数据集 7", "改名")).without(3);
        assertThat(harvested().counts()).isEqualTo(new Counts(449, 0, 1, 448, 0, 1));
        assertThat(harvesting.entry(source, Ckan.id(3)).gone()).isPresent();
        assertThat(harvesting.entry(source, Ckan.id(7)).record().title()).isEqualTo("改名");
    }

    @Test
    void badRecordsAreSetAsideWithTheirReasonAndTheOthersCome() {
        harvested();
        ckan.with(1, text -> text.replace("\"title\":\"数据集 1\"", "\"title\":\" \""))
                .with(
                        2,
                        text -> text.replaceFirst(
                                "\"metadata_modified\":\"[^\"]*\"", "\"metadata_modified\":\"31.12.2025\""))
                .with(3, text -> text.replace("第 3 个", "<script>alert(1)</script>"))
                .with(4, text -> text.replace("第 4 个", "x".repeat(200_000)))
                .with(5, text -> text.replace(Ckan.id(5), Ckan.id(6)))
                .with(210, text -> text.replace("\"isopen\":true", "\"isopen\":tru"))
                .with(211, text -> text.replace("数据集 211", "半个\\ud83d字\\u0000"))
                .with(212, new byte[] {'{', '"', (byte) 0xff, '"', '}'})
                .with(213, text -> text.replace("第 213 个", "x".repeat(5 << 20)));

        var run = harvested();

        assertThat(run.state()).isEqualTo(State.DONE);
        assertThat(run.counts()).isEqualTo(new Counts(450, 0, 3, 440, 7, 0));
        assertThat(harvesting.entry(source, Ckan.id(3)).record().description()).startsWith("<script>");
        assertThat(harvesting.entry(source, Ckan.id(211)).record().title()).isEqualTo("半个\uFFFD字\uFFFD");
        assertThat(harvesting.rejected(source))
                .extracting(one -> one.fault().why(), one -> one.fault().field())
                .containsExactlyInAnyOrder(
                        tuple(Why.MISSING, "title"),
                        tuple(Why.NOT_A_MOMENT, "modified"),
                        tuple(Why.TOO_LARGE, "description"),
                        tuple(Why.REPEATED, "identifier"),
                        tuple(Why.TOO_LARGE, ""),
                        tuple(Why.UNREADABLE, ""),
                        tuple(Why.UNREADABLE, ""));
        // Two of the bad records have no name: which of those that did not come it is, nobody can know.
        assertThat(run.halt().reason()).isEqualTo("unnamed");

        var repeated = harvesting.rejected(source).stream()
                .filter(one -> one.fault().why() == Why.REPEATED)
                .findFirst()
                .orElseThrow();
        assertThat(harvesting.harvests().retry(harvesting.authority, source, repeated))
                .isInstanceOf(Outcome.Refused.class);

        ckan.with(212, text -> text).with(213, text -> text);
        assertThat(harvested().counts()).isEqualTo(new Counts(450, 0, 0, 445, 5, 1));
        // What was known of a record that is bad now stays; only the one that nobody names any more is gone.
        assertThat(harvesting.entry(source, Ckan.id(1)).gone()).isEmpty();
        assertThat(harvesting.entry(source, Ckan.id(210)).gone()).isEmpty();
        assertThat(harvesting.entry(source, Ckan.id(5)).gone()).isPresent();

        for (int number : List.of(1, 2, 4, 5, 210)) {
            ckan.with(number, text -> text);
        }
        harvested();
        assertThat(rejected()).isEmpty();
        assertThat(harvesting.entry(source, Ckan.id(5)).gone()).isEmpty();
    }

    @Test
    void aRejectedRecordIsJudgedByTheRulesOfToday() {
        ckan.with(9, text -> text.replace("\"title\":\"数据集 9\"", "\"title\":\"\""));
        harvested();
        var rejected = harvesting.rejected(source).getFirst();
        assertThat(harvesting.harvests().retry(harvesting.authority, source, rejected))
                .isEqualTo(Outcome.refused(new HarvestRefusal.Still(rejected.fault())));

        // A rule that would take the name for the title is made up by writing the title into what is kept.
        harvesting.rewrite(rejected, "\"title\":\"\"", "\"title\":\"第九\"");
        var again = harvesting.rejected(source).getFirst();
        assertThat(harvesting.harvests().retry(harvesting.authority, source, again))
                .isInstanceOf(Outcome.Done.class);
        assertThat(harvesting.entry(source, Ckan.id(9)).record().title()).isEqualTo("第九");
        assertThat(rejected()).isEmpty();
    }

    @Test
    void aPackageThatItsCatalogueCannotGiveDoesNotStopTheOthers() {
        server.does(asked -> {
            var start = Ckan.number(asked.getRequestURI(), "start");
            if (start <= 300 && 300 < start + Ckan.number(asked.getRequestURI(), "rows")) {
                asked.sendResponseHeaders(500, -1);
            } else {
                ckan.answer(asked);
            }
        });

        var run = harvested();

        assertThat(run.counts()).isEqualTo(new Counts(450, 449, 0, 0, 1, 0));
        assertThat(rejected()).containsOnly(Map.entry("", Why.NOT_GIVEN));
    }

    @Test
    void aBrokenLineAndAServerThatWantsRestAreWaitedForAndReadingGoesOnBehindTheLastPage() {
        server.does(asked -> {
            switch (server.requests().size()) {
                case 2 -> ForeignServer.breakOff(asked, ckan.search(asked.getRequestURI()));
                case 3 -> {
                    asked.getResponseHeaders().set("Retry-After", "7200");
                    asked.sendResponseHeaders(429, -1);
                }
                default -> ckan.answer(asked);
            }
        });

        var broken = harvested();
        assertThat(broken.state()).isEqualTo(State.RUNNING);
        assertThat(broken.counts().read()).isEqualTo(200);
        assertThat(broken.halt()).extracting("reason", "attempts").containsExactly("broken-off", 1);

        var busy = harvesting.later(broken);
        assertThat(busy.halt()).extracting("reason", "detail", "attempts").containsExactly("busy", "429", 2);
        assertThat(busy.times().resume()).isAfter(busy.times().started().plusSeconds(3000));

        var done = harvesting.later(busy);
        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(done.counts()).isEqualTo(new Counts(450, 450, 0, 0, 0, 0));
        assertThat(server.requests())
                .filteredOn(asked -> asked.contains("start=0"))
                .hasSize(1);
    }

    @Test
    void aProgramThatWasThoughtDeadKeepsNothingBesideItsSuccessor() {
        var times = new AtomicInteger();
        server.does(asked -> {
            if (asked.getRequestURI().toString().contains("start=395")) {
                switch (times.incrementAndGet()) {
                    case 1 -> {
                        harvesting.expire(harvesting.last(source));
                        harvesting.another().carryOn(harvesting.last(source).id());
                    }
                    case 2 -> ForeignServer.breakOff(asked, ckan.search(asked.getRequestURI()));
                    default -> {}
                }
            }
            ckan.answer(asked);
        });

        var run = harvested();

        assertThat(times).hasValue(2);
        assertThat(run.counts().read()).isEqualTo(400);
        assertThat(run.halt().reason()).isEqualTo("broken-off");
        assertThat(harvesting.later(run).counts()).isEqualTo(new Counts(450, 450, 0, 0, 0, 0));
    }

    @Test
    void packagesThatMoveWhileItIsReadAreNeitherLostNorGone() {
        server.does(asked -> {
            if (server.requests().size() == 2) {
                for (int times = 0; times < 20; times++) {
                    ckan.moved(0);
                }
            }
            ckan.answer(asked);
        });

        assertThat(harvested().counts()).isEqualTo(new Counts(450, 450, 0, 0, 0, 0));
    }

    @Test
    void whoHasMoreThanItGivesLosesNothingHere() {
        harvested();
        server.does(asked -> ForeignServer.answer(
                asked,
                "application/json",
                new String(ckan.search(asked.getRequestURI()), StandardCharsets.UTF_8)
                        .replaceFirst("\"count\":\\d+", "\"count\":450")));
        ckan.without(449).without(448);

        var run = harvested();

        assertThat(run.counts()).isEqualTo(new Counts(448, 0, 0, 448, 0, 0));
        assertThat(run.halt()).extracting("reason", "detail").containsExactly("fewer", "448/450");
    }

    @Test
    void whatIsNoCatalogueIsSaidAndDoesNotBecomeAThousandBadRecords() {
        server.does(asked -> ForeignServer.answer(asked, "text/html", "<html>Maintenance</html>"));

        var run = harvested();

        assertThat(run.state()).isEqualTo(State.BROKEN);
        assertThat(run.halt().reason()).isEqualTo("unreadable");
        assertThat(rejected()).isEmpty();
    }
}
