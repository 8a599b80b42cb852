package org.tongqu.platform.data.files.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongqu.engines.json.DatumJson;
import org.tongqu.engines.packs.reading.ExchangeReader;
import org.tongqu.exchange.Login;
import org.tongqu.exchange.file.Manifest;
import org.tongqu.exchange.file.Seals;
import org.tongqu.exchange.table.Quarantine;
import org.tongqu.kernel.proof.Digest;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform._support.TestDatabase;
import org.tongqu.platform._support.TestServer;
import org.tongqu.platform._support.Visitor;
import org.tongqu.platform.data.agreements.Agreement;
import org.tongqu.platform.data.agreements.AgreementAct;
import org.tongqu.platform.data.agreements.Answer;
import org.tongqu.platform.data.agreements.Masking;
import org.tongqu.platform.data.agreements.Negotiation;
import org.tongqu.platform.data.agreements.Purpose;
import org.tongqu.platform.data.agreements.Request;
import org.tongqu.platform.data.catalog.Compiling;
import org.tongqu.platform.data.catalog.Department;
import org.tongqu.platform.data.catalog.Description;
import org.tongqu.platform.data.exchange.Comparing;
import org.tongqu.platform.data.exchange.Connections;
import org.tongqu.platform.data.exchange.Flows;
import org.tongqu.platform.data.exchange.PlannedFlow;
import org.tongqu.platform.data.exchange.Quarantines;
import org.tongqu.platform.data.exchange.Run;
import org.tongqu.platform.data.exchange.internal.FlowStore;
import org.tongqu.platform.data.files.Deliveries;
import org.tongqu.platform.data.files.Delivery;
import org.tongqu.platform.trust._support.Employer;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** FEATURE: a system without a database gets each run as a signed batch, fetches it as often as it breaks off, and says that it is there. */
class DeliveriesTest {

    private static final class Shared {
        static final TestDatabase DATABASE = TestServer.shared().newDatabase();
    }

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String LAW = "《社会救助暂行办法》第五十八条";

    private final Department provider = Department.fresh();
    private final Department consumer = Department.fresh();
    private PlannedFlow flow;
    private String table;
    private String agreement;

    @BeforeEach
    void aFlowIntoFiles() throws Exception {
        var number = NUMBER.incrementAndGet();
        var resource = provider.published(Department.sharing(
                Department.draft("用电信息"),
                new Description.Sharing(Description.SharingType.CONDITIONAL, LAW, "按月", Set.of(Description.Way.FILE))));
        table = "power_" + number;
        execute("CREATE TABLE " + table + " (cert_no text PRIMARY KEY, name text NOT NULL, changed bigserial)");
        provider.bean(Connections.class).connect("power-company-" + number, provider.organisation(), login());
        var yaml = """
                exchange: power-%1$d
                title: {zh: 用电户信息, en: Households with power}
                runs:
                  agreement: {resource: %2$s, consumer: "%3$s", purpose: approval}
                  from: power-company-%1$d
                  to: desk-system-%1$d
                  minutes: 1440
                source: {table: power_%1$d, key: [cert_no], watermark: changed}
                target: {connector: files, format: csv, key: [cert_no]}
                columns:
                  - {to: cert_no, from: cert_no}
                  - {to: name, from: name}
                rules:
                  - {id: shape, column: cert_no, pattern: 'C[0-9]+', basis: X, meaning: {zh: 号码, en: Number}}
                """.formatted(number, resource.value(), consumer.organisation());
        flow = provider.bean(Flows.class)
                .declare(ExchangeReader.read("x.yaml", yaml.getBytes(UTF_8)).orElseThrow())
                .orElseThrow();
        agreement = agree();
    }

    private String agree() {
        var negotiation = provider.bean(Negotiation.class);
        var today = LocalDate.ofInstant(provider.bean(Clock.class).instant(), WorkingCalendar.ZONE);
        var terms = new Agreement.Terms(
                Purpose.APPROVAL,
                "低保核对",
                LAW,
                Description.Cycle.DAILY,
                OptionalLong.empty(),
                today,
                today.plusYears(1));
        var id = negotiation
                .request(consumer.officer(), new Request(flow.resource(), terms, List.of("cert_no", "name")))
                .orElseThrow()
                .id();
        var given = Answer.giving(Map.of("cert_no", Masking.PLAIN, "name", Masking.MASKED), OptionalLong.empty());
        negotiation.act(provider.officer(), id, AgreementAct.AGREE, given).orElseThrow();
        negotiation
                .act(provider.authority(), id, AgreementAct.CONFIRM, Answer.saying(""))
                .orElseThrow();
        return id;
    }

    private static Login login() {
        var address = Shared.DATABASE.address();
        return new Login(address.url(), address.owner().role(), address.owner().password());
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = login().open();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Run run() throws Exception {
        return provider.bean(Flows.class)
                .begin(flow, "system")
                .get(60, TimeUnit.SECONDS)
                .orElseThrow();
    }

    private List<Delivery> delivered() {
        provider.bean(Deliverer.class).look();
        return provider.bean(Deliveries.class).list(consumer.officer(), flow.id(), Long.MAX_VALUE, 10);
    }

    private static Visitor.Answer get(Visitor visitor, String key, String path, String... headers) {
        var request = HttpRequest.newBuilder(visitor.address().resolve(path)).header("Authorization", "Bearer " + key);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return visitor.answer(request.build());
    }

    private static Visitor.Answer receipt(Visitor visitor, String key, long id, String digest) {
        return visitor.answer(
                HttpRequest.newBuilder(visitor.address().resolve("/api/files/deliveries/" + id + "/receipt"))
                        .header("Authorization", "Bearer " + key)
                        .POST(BodyPublishers.ofString("{\"sha256\":\"" + digest + "\"}"))
                        .build());
    }

    @Test
    void aSystemFetchesEachRunAsASignedBatchAndGoesOnWhereATransferBrokeOff() throws Exception {
        execute("INSERT INTO " + table + " (cert_no, name) VALUES ('C1', '甲一二三四五'), ('C2', '乙'), ('X3', '丙')");
        assertThat(run().rows()).isEqualTo(new Run.Rows(3, 2, 1));
        isSetAsideInOurOwnStore("X3");
        var made = delivered();
        assertThat(made).hasSize(1);
        assertThat(delivered()).as("made once").hasSize(1);
        var key = provider.bean(Deliveries.class)
                .give(consumer.officer(), flow.id())
                .orElseThrow();
        var system = StartedPlatform.shared().visitor();

        var listed = get(system, key, "/api/files/deliveries");
        var told = DatumJson.tryRead(listed.body())
                .orElseThrow()
                .items("deliveries")
                .getFirst();
        var addresses = told.items("files").stream()
                .map(one -> one.text("").orElseThrow())
                .toList();
        var manifest = Manifest.read(
                        get(system, key, addresses.getFirst()).body().getBytes(UTF_8))
                .orElseThrow();
        isSignedForItsReceiver(manifest);

        var part = manifest.files().getFirst();
        var begun = get(system, key, addresses.get(1), "Range", "bytes=0-4");
        var tag = begun.header("ETag");
        var rest = get(system, key, addresses.get(1), "Range", "bytes=5-", "If-Range", tag);
        assertThat(List.of(begun.status(), rest.status())).containsOnly(206);
        assertThat(Digest.of(begun.body() + rest.body()).hex()).isEqualTo(part.sha256());
        assertThat(begun.body() + rest.body()).isEqualTo("cert_no,name\r\nC1,甲****五\r\nC2,*\r\n");
        assertThat(get(system, key, addresses.get(1), "Range", "bytes=5-", "If-Range", "\"other\"")
                        .status())
                .isEqualTo(200);
        assertThat(get(system, key, addresses.get(1), "If-None-Match", tag).status())
                .isEqualTo(304);

        confirm(system, key, made.getFirst().id(), manifest);

        execute("INSERT INTO " + table + " (cert_no, name) VALUES ('C4', '丁')");
        run();
        assertThat(delivered()).extracting(Delivery::number).containsExactly(2L, 1L);
        assertThat(get(
                                system,
                                key,
                                "/api/files/deliveries?after=" + made.getFirst().id())
                        .body())
                .contains("\"rows\":1")
                .doesNotContain("\"id\":" + made.getFirst().id() + ",");
        assertThat(provider.bean(Journal.class).entries(new Entry.Subject("flow", flow.id())))
                .extracting(kept -> kept.entry().verb())
                .containsSubsequence(
                        "exchange.run-complete",
                        "files.delivery-make",
                        "files.fetch-key-give",
                        "files.delivery-fetch",
                        "files.delivery-receive");
    }

    private void isSetAsideInOurOwnStore(String key) {
        assertThat(provider.bean(Quarantines.class)
                        .open(provider.officer(), flow, 0, 10)
                        .orElseThrow())
                .extracting(Quarantine.Entry::key)
                .containsExactly(key);
    }

    private void isSignedForItsReceiver(Manifest manifest) {
        assertThat(manifest.addressed())
                .contains(new Manifest.Addressed(flow.running().to(), agreement));
        var open = provider.bean(KeyStore.class)
                .find(flow.running().from(), manifest.seal().orElseThrow().key())
                .orElseThrow();
        assertThat(Seals.isTrue(manifest, open)).isTrue();
    }

    private void confirm(Visitor system, String key, long id, Manifest manifest) {
        var wrong = receipt(system, key, id, manifest.files().getFirst().sha256());
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("摘要与清单不符", "fetch it again");
        assertThat(receipt(system, key, id, Deliveries.digest(manifest)).body()).contains("\"received\":");
        assertThat(delivered().getFirst().times().by()).startsWith("tqf_");
    }

    @Test
    void whatGoesIntoFilesRunsByItsTimeAlthoughItsReceiverHasNoDatabase() {
        var flows = provider.bean(FlowStore.class);
        flows.next(flow.id(), Instant.EPOCH);
        var now = provider.bean(Clock.class).instant();
        assertThat(flows.takeDue(now)).contains(flow.id());
        flows.next(flow.id(), now.plusSeconds(3600));
        var from = List.of(flow.running().from());
        flows.wake(from, from, Instant.EPOCH.plusSeconds(1));
        assertThat(flows.takeDue(now)).as("woken when its source answers").contains(flow.id());
    }

    @Test
    void nothingIsHandedOutWithoutAKeyAnAgreementOrAfterItsTime() throws Exception {
        execute("INSERT INTO " + table + " (cert_no, name) VALUES ('C1', '甲')");
        run();
        var id = delivered().getFirst().id();
        var deliveries = provider.bean(Deliveries.class);
        var system = StartedPlatform.shared().visitor();
        var key = deliveries.give(consumer.officer(), flow.id()).orElseThrow();
        var manifest = "/api/files/deliveries/" + id + "/manifest.json";

        var without = get(system, "tqf_guessed", "/api/files/deliveries");
        assertThat(without.status()).isEqualTo(401);
        assertThat(without.body()).contains("urn:tongqu:files:no-key", "没有出示有效的下载密钥");
        assertThat(system.opens(manifest).status()).isEqualTo(401);
        assertThat(deliveries.give(provider.officer(), flow.id()).toString()).contains("MayNot");
        assertThat(provider.bean(Comparing.class).isComparable(flow)).isFalse();
        assertThat(get(system, key, "/api/files/deliveries/" + id + "/..%2f..%2fkeys")
                        .status())
                .isGreaterThanOrEqualTo(400);
        assertThat(get(system, key, "/api/files/deliveries/" + id + "/other.csv")
                        .status())
                .isEqualTo(404);
        assertThat(get(system, key, manifest).status()).isEqualTo(200);

        provider.bean(Clearing.class).clear(provider.bean(Clock.class).instant().plusSeconds(1));
        var cleared = delivered().getFirst();
        assertThat(cleared.times().cleared()).isPresent();
        assertThat(get(system, key, manifest).status()).as("manifests stay").isEqualTo(200);
        var gone = get(
                system,
                key,
                "/api/files/deliveries/" + id + "/"
                        + cleared.manifest().files().getFirst().name());
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.body()).contains("文件已到期清理");

        execute("INSERT INTO " + table + " (cert_no, name) VALUES ('C2', '乙')");
        run();
        provider.bean(Negotiation.class)
                .act(provider.officer(), agreement, AgreementAct.REVOKE, Answer.saying("不再需要"))
                .orElseThrow();
        assertThat(delivered()).as("no agreement, no batch").hasSize(1);
        assertThat(get(system, key, manifest).status()).isEqualTo(403);
        deliveries
                .withdraw(
                        consumer.officer(),
                        flow.id(),
                        deliveries.keys(flow).getFirst().id())
                .orElseThrow();
        assertThat(get(system, key, manifest).status()).isEqualTo(401);
    }

    @Test
    void inTheBrowserOfficersOfTheReceiverFetchAndConfirmAndItLiesInTheSharedFolder(@TempDir Path shared)
            throws Exception {
        execute("INSERT INTO " + table + " (cert_no, name) VALUES ('C1', '甲')");
        run();
        var mine = Files.createDirectories(shared.resolve(flow.running().to()).resolve(flow.id()));
        provider.bean(Deliverer.class).look(shared);
        provider.bean(Deliverer.class).look(shared);
        assertThat(names(mine)).hasSize(1).noneMatch(name -> name.startsWith("."));
        assertThat(names(mine.resolve(names(mine).getFirst())))
                .containsExactlyInAnyOrder("manifest.json", flow.id() + ".csv");

        var page = "/desk/files/out/" + flow.id();
        var employer = Employer.at(StartedPlatform.shared(), consumer.organisation());
        var taker = employer.signIn(employer.hires(Compiling.OFFICER));
        assertThat(taker.opens("/desk/files/out").body()).contains("用电户信息");
        assertThat(taker.opens(page).body()).contains("可下载", flow.id() + ".csv", "确认收到");
        var id = delivered().getFirst().id();
        assertThat(taker.opens(page + "/" + id + "/" + flow.id() + ".csv").body())
                .contains("C1,*");
        assertThat(taker.sends(page + "/keys", Map.of()).body()).contains("tqf_", "离开本页后不能再次查看");
        assertThat(taker.opens(page).body()).contains("停用密钥").doesNotContain("新的下载密钥");
        assertThat(taker.sends(page + "/" + id + "/receipt", Map.of()).body()).contains("已记录签收", "已签收");

        var giver = Employer.at(StartedPlatform.shared(), provider.organisation());
        var sender = giver.signIn(giver.hires(Compiling.OFFICER));
        assertThat(sender.opens(page).body()).contains("已签收").doesNotContain("生成下载密钥");
        assertThat(sender.opens(page + "/" + id + "/manifest.json").status()).isEqualTo(403);
        var stranger = Employer.at(StartedPlatform.shared(), Department.fresh().organisation());
        var nobody = stranger.signIn(stranger.hires(Compiling.CHIEF));
        assertThat(nobody.opens(page).status()).isEqualTo(404);
        assertThat(nobody.opens(page + "/" + id + "/manifest.json").status()).isEqualTo(404);
        assertThat(nobody.opens("/desk/files/out").body()).doesNotContain("用电户信息");
    }

    private static List<String> names(Path folder) throws IOException {
        try (var found = Files.list(folder)) {
            return found.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
