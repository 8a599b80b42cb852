package org.tongqu.platform.data.use;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.engines.json.DatumJson;
import org.tongqu.engines.registers.Delivered;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform.data.agreements.AgreementAct;
import org.tongqu.platform.data.agreements.Answer;
import org.tongqu.platform.data.agreements.Masking;
import org.tongqu.platform.data.agreements.Negotiation;
import org.tongqu.platform.data.agreements.Purpose;
import org.tongqu.platform.data.golden.GoldenRegisters;
import org.tongqu.platform.data.golden.Looks;
import org.tongqu.platform.data.interfaces.Keys;
import org.tongqu.platform.data.use.internal.ChangeBell;
import org.tongqu.platform.trust.journal.Entry;

/** FEATURE: a system takes records of a register, those that changed, or all, as far as an agreement goes, and misses none. */
class RegisterReadingTest {

    private final StartedPlatform platform = StartedPlatform.shared();
    private final Sharing sharing =
            new Sharing("culture", Map.of("resourceCode", "cert_no", "name", "name", "level", "state"));

    private Keys.Given given() {
        return sharing.key(
                sharing.agreed(Map.of("cert_no", Masking.PLAIN, "name", Masking.PLAIN, "state", Masking.MASKED)));
    }

    private static String code(int number) {
        return "C%010d".formatted(number);
    }

    private void said(int number, String name) {
        sharing.said("culture-tourism", code(number), Map.of("name", name, "level", "省级文物"));
    }

    private static Datum read(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return DatumJson.read(answer.body());
    }

    private Datum changes(String token, String after) throws Exception {
        return read(
                Sharing.sends(sharing.request("/changes?after=" + after, token).GET()));
    }

    private static List<String> identifiers(List<Datum> records) {
        return records.stream()
                .map(record -> record.text("identifier").orElseThrow())
                .toList();
    }

    /** Reads on until there is no more. @return where it stopped */
    private String readOn(String token, String after, List<Datum> records) throws Exception {
        var page = changes(token, after);
        records.addAll(page.items("records"));
        var position = page.text("position").orElseThrow();
        return page.truth("more").orElseThrow() ? readOn(token, position, records) : position;
    }

    @Test
    void aRecordLeavesWithWhatWasAgreedHiddenAsItWasAgreed() throws Exception {
        said(1, "云州古塔");
        var token = given().token();

        var answer = sharing.posts("/records", token, "{\"identifiers\":[\"" + code(1) + "\",\"" + code(999) + "\"]}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo("{\"count\":2,\"records\":[{\"fields\":{\"level\":\"省**物\",\"name\":\"云州古塔\"},"
                        + "\"identifier\":\"C0000000001\"},{\"fields\":null,\"identifier\":\"C0000000999\"}]}");
        assertThat(sharing.posts("/records", token, "{\"identifiers\":[\"C1\"],\"fields\":[\"address\"]}")
                        .body())
                .contains("field-not-agreed", "“address”");
        assertThat(sharing.posts("/records", token, "{\"identifiers\":[]}").body())
                .contains("records-none");
    }

    @Test
    void aChangeThatCommitsLateIsNotSkipped() throws Exception {
        var token = given().token();
        var first = new ArrayList<Datum>();
        var position = readOn(token, "", first);
        var begun = new CompletableFuture<Void>();
        var goOn = new CompletableFuture<Void>();
        var late = CompletableFuture.runAsync(() -> platform.bean(TransactionTemplate.class)
                .executeWithoutResult(status -> {
                    platform.bean(JdbcClient.class)
                            .sql("SELECT pg_current_xact_id()::text")
                            .query(String.class)
                            .single();
                    begun.complete(null);
                    goOn.join();
                    said(11, "迟到的");
                }));
        begun.join();
        said(12, "先到的");

        var between = new ArrayList<Datum>();
        position = readOn(token, position, between);
        goOn.complete(null);
        late.join();
        var after = new ArrayList<Datum>();
        readOn(token, position, after);

        assertThat(identifiers(between))
                .as("nothing is told before which something can still come")
                .isEmpty();
        assertThat(identifiers(after)).containsExactlyInAnyOrder(code(11), code(12));
    }

    @Test
    void whoeverWaitsIsAnsweredByTheNextChange_andOnlySoManyWait() throws Exception {
        var given = given();
        var bell = platform.bean(ChangeBell.class);
        var position = readOn(given.token(), "", new ArrayList<>());
        var waiting = Stream.generate(() -> waits(given.token(), position, 60))
                .limit(5)
                .toList();
        var until = Instant.now().plusSeconds(30);
        while (bell.waiting() < 5 && Instant.now().isBefore(until)) {
            Thread.onSpinWait();
        }
        assertThat(waits(given.token(), position, 60).get().body())
                .as("the sixth under one agreement")
                .contains("busy");

        var begun = Instant.now();
        said(41, "等来的");

        for (var one : waiting) {
            assertThat(identifiers(read(one.get()).items("records"))).containsExactly(code(41));
        }
        assertThat(begun)
                .as("long before the minute was over")
                .isAfter(Instant.now().minusSeconds(30));
        assertThat(bell.waiting()).isZero();
        assertThat(Sharing.sends(sharing.request("/changes?after=" + position + "&wait=61", given.token())
                                .GET())
                        .body())
                .contains("wait-wrong");
        var next = readOn(given.token(), position, new ArrayList<>());
        assertThat(read(waits(given.token(), next, 1).get()).items("records"))
                .as("the time was over")
                .isEmpty();
        assertThat(waits("tq_wrong", next, 60).get().statusCode())
                .as("nobody waits who is not let through")
                .isEqualTo(401);
    }

    private FutureTask<HttpResponse<String>> waits(String token, String after, int seconds) {
        var call = new FutureTask<>(
                () -> Sharing.sends(sharing.request("/changes?after=" + after + "&wait=" + seconds, token)
                        .GET()));
        Thread.ofVirtual().start(call);
        return call;
    }

    @Test
    void aSnapshotGoesOnWhereItStoppedAndChangesGoOnFromIt() throws Exception {
        var given = given();
        var registers = platform.bean(GoldenRegisters.class);
        registers.deliver(
                registers.find("culture").orElseThrow(),
                "culture-tourism",
                Entry.Doer.SYSTEM,
                IntStream.range(5_000, 9_500)
                        .mapToObj(number -> new Delivered(
                                "use-" + code(number),
                                code(number),
                                LocalDate.of(2025, 1, 1),
                                Map.of("name", "馆藏" + number)))
                        .iterator());

        var lines = snapshot(given.token(), "");

        var last = lines.getLast();
        assertThat(last.truth("more")).contains(false);
        var known = identifiers(lines.subList(0, lines.size() - 1));
        assertThat(known).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(4_500);
        said(5_000, "换了名字");
        said(20_000, "新来的");
        var changed = new ArrayList<Datum>();
        readOn(given.token(), last.text("position").orElseThrow(), changed);
        assertThat(identifiers(changed)).containsExactlyInAnyOrder(code(5_000), code(20_000));
        var resumed = snapshot(
                given.token(), changes(given.token(), "").text("position").orElseThrow());
        assertThat(identifiers(resumed.subList(0, resumed.size() - 1)))
                .hasSize(known.size() + 1 - 500)
                .contains(code(5_000), code(20_000));
        assertThat(Sharing.sends(sharing.request("/snapshot?after=x", given.token())
                                .GET())
                        .body())
                .contains("position-wrong");
        sharing.provider
                .bean(Negotiation.class)
                .act(
                        sharing.provider.officer(),
                        given.key().under().agreement(),
                        AgreementAct.SUSPEND,
                        Answer.saying("核查用途"))
                .orElseThrow();
        assertThat(Sharing.sends(sharing.request("/snapshot", given.token()).GET())
                        .statusCode())
                .isEqualTo(403);
    }

    private List<Datum> snapshot(String token, String after) throws Exception {
        var answer =
                Sharing.sends(sharing.request("/snapshot?after=" + after, token).GET());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body().lines().map(DatumJson::read).toList();
    }

    @Test
    void aRecordThatIsMergedIntoAnotherIsToldToBeGone() throws Exception {
        said(31, "旧馆");
        said(32, "新馆");
        var token = given().token();
        var position = readOn(token, "", new ArrayList<>());
        var registers = platform.bean(GoldenRegisters.class);
        var looks = platform.bean(Looks.class);
        var authority = sharing.provider.authority();
        var look = looks.open(
                        authority,
                        registers.find("culture").orElseThrow(),
                        code(32),
                        Optional.of(Purpose.COMPARISON),
                        "重复登记")
                .orElseThrow();
        looks.merge(authority, look, code(31), "同一处").orElseThrow();

        var changed = new ArrayList<Datum>();
        readOn(token, position, changed);

        assertThat(changed)
                .filteredOn(record -> record.text("identifier").orElseThrow().equals(code(31)))
                .singleElement()
                .satisfies(record -> assertThat(record.truth("gone")).contains(true));
    }
}
