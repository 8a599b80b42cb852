package org.tongqu.platform.data.files.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongqu.engines.packs.reading.ExchangeReader;
import org.tongqu.exchange.Login;
import org.tongqu.exchange.file.Manifest;
import org.tongqu.exchange.file.Seals;
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
import org.tongqu.platform.data.exchange.Connections;
import org.tongqu.platform.data.exchange.Flows;
import org.tongqu.platform.data.exchange.PlannedFlow;
import org.tongqu.platform.data.exchange.Run;
import org.tongqu.platform.data.files.Batch;
import org.tongqu.platform.data.files.Batches;
import org.tongqu.platform.trust._support.Employer;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** FEATURE: a department delivers batches of files, and each is moved once under its agreement, or set aside with its reason. */
class BatchesTest {

    private static final class Shared {
        static final TestDatabase DATABASE = TestServer.shared().newDatabase();
    }

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String LAW = "《社会救助暂行办法》第五十八条";

    private final Department provider = Department.fresh();
    private final Department consumer = Department.fresh();
    private KeyPair keys;
    private PlannedFlow flow;
    private String target;

    @BeforeEach
    void aFlowFromFiles() throws Exception {
        keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var number = NUMBER.incrementAndGet();
        var resource = provider.published(Department.sharing(
                Department.draft("用水信息"),
                new Description.Sharing(Description.SharingType.CONDITIONAL, LAW, "按月", Set.of(Description.Way.FILE))));
        target = "water_" + number;
        execute("CREATE TABLE " + target + " (cert_no text PRIMARY KEY, name text NOT NULL)");
        var address = Shared.DATABASE.address();
        provider.bean(Connections.class)
                .connect(
                        "taker-" + number,
                        consumer.organisation(),
                        new Login(
                                address.url(),
                                address.owner().role(),
                                address.owner().password()));
        var yaml = """
                exchange: water-%1$d
                title: {zh: 用水户信息, en: Households with water}
                runs:
                  agreement: {resource: %2$s, consumer: "%3$s", purpose: approval}
                  from: water-company-%1$d
                  to: taker-%1$d
                  minutes: 1440
                source: {connector: files, format: csv, key: [yhh]}
                target: {table: water_%1$d, key: [cert_no]}
                columns:
                  - {to: cert_no, from: yhh}
                  - {to: name, from: hm}
                """.formatted(number, resource.value(), consumer.organisation());
        flow = provider.bean(Flows.class)
                .declare(ExchangeReader.read("x.yaml", yaml.getBytes(UTF_8)).orElseThrow())
                .orElseThrow();
        agree();
        provider.bean(Batches.class)
                .register(
                        provider.officer(),
                        flow.id(),
                        Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()))
                .orElseThrow();
    }

    private void agree() {
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
        var given = Answer.giving(Map.of("cert_no", Masking.PLAIN, "name", Masking.PLAIN), OptionalLong.empty());
        negotiation.act(provider.officer(), id, AgreementAct.AGREE, given).orElseThrow();
        negotiation
                .act(provider.authority(), id, AgreementAct.CONFIRM, Answer.saying(""))
                .orElseThrow();
    }

    private static void execute(String sql) throws SQLException {
        var address = Shared.DATABASE.address();
        try (var connection = new Login(
                                address.url(),
                                address.owner().role(),
                                address.owner().password())
                        .open();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> people() throws SQLException {
        var address = Shared.DATABASE.address();
        var found = new java.util.ArrayList<String>();
        try (var connection = new Login(
                                address.url(),
                                address.owner().role(),
                                address.owner().password())
                        .open();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT cert_no || ' ' || name FROM " + target + " ORDER BY 1")) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private Manifest manifest(String batch, byte[] file, long rows) {
        var part = new Manifest.Part("户.csv", file.length, Digest.of(file).hex(), rows);
        var plain = new Manifest(batch, flow.id(), flow.running().from(), List.of(part), Optional.empty());
        return Seals.sign(plain, Seals.id(keys.getPublic().getEncoded()), keys.getPrivate());
    }

    private static byte[] csv(String... rows) {
        return ("yhh,hm\n" + String.join("\n", rows) + "\n").getBytes(UTF_8);
    }

    private Batch sent(String name, byte[] file, long rows) throws IOException {
        var batches = provider.bean(Batches.class);
        var batch =
                batches.open(manifest(name, file, rows).json().getBytes(UTF_8)).orElseThrow();
        batches.append(batch.token(), "户.csv", 0, new ByteArrayInputStream(file))
                .orElseThrow();
        check();
        return batches.find(batch.token()).orElseThrow();
    }

    private void check() {
        var checker = provider.bean(Checker.class);
        var isOneChecked = true;
        while (isOneChecked) {
            isOneChecked = checker.checkNext();
        }
    }

    private Run run() throws Exception {
        return provider.bean(Flows.class)
                .begin(flow, "system")
                .get(60, TimeUnit.SECONDS)
                .orElseThrow();
    }

    private Batch now(Batch batch) {
        return provider.bean(Batches.class).find(batch.token()).orElseThrow();
    }

    @Test
    void eachBatchIsMovedByARunOfItsOwnInTheOrderInWhichTheyWereInOrder() throws Exception {
        var first = sent("b-1", csv("C1,甲", "C2,乙"), 2);
        var second = sent("b-2", csv("C2,丙"), 1);
        assertThat(List.of(first.state(), second.state())).containsOnly(Batch.State.WAITING);

        var one = run();
        assertThat(one.rows()).isEqualTo(new Run.Rows(2, 2, 0));
        assertThat(List.of(now(first).state(), now(second).state()))
                .containsExactly(Batch.State.TAKEN, Batch.State.WAITING);
        assertThat(now(first).times().run()).contains(one.id());
        run();
        assertThat(people()).containsExactly("C1 甲", "C2 丙");
        assertThat(now(second).state()).isEqualTo(Batch.State.TAKEN);
        assertThat(run().rows().read()).isZero();
        assertThat(provider.bean(Journal.class).entries(new Entry.Subject("flow", flow.id())))
                .extracting(kept -> kept.entry().verb())
                .containsSubsequence(
                        "files.key-register", "files.batch-take-in", "files.batch-take-in", "exchange.run-complete");
    }

    @Test
    void aBrokenTransferGoesOnWhereItsFileEndsAndASecondManifestOfOneNameIsRefused() throws Exception {
        var file = csv("C1,甲", "C2,乙");
        var visitor = StartedPlatform.shared().visitor();
        var opened = post(visitor, manifest("b-1", file, 2).json().getBytes(UTF_8));
        assertThat(opened.status()).isEqualTo(201);
        var upload = opened.header("Location");

        assertThat(patch(visitor, upload, 0, Arrays.copyOf(file, 10)).header("Upload-Offset"))
                .isEqualTo("10");
        var again = post(visitor, manifest("b-1", file, 2).json().getBytes(UTF_8));
        assertThat(again.header("Location")).isEqualTo(upload);
        assertThat(again.body()).contains("\"offset\":10");
        var wrong = patch(visitor, upload, 12, Arrays.copyOfRange(file, 12, file.length));
        assertThat(wrong.status()).isEqualTo(409);
        assertThat(wrong.header("Upload-Offset")).isEqualTo("10");
        assertThat(patch(visitor, upload, 10, new byte[1000]).status()).isEqualTo(413);
        var other = post(visitor, manifest("b-1", csv("C9,别"), 1).json().getBytes(UTF_8));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.body()).contains("urn:tongqu:files:same-batch", "换一个新的批次号", "Use a new name");
        assertThat(post(visitor, "{}".getBytes(UTF_8)).status()).isEqualTo(422);
        assertThat(visitor.opens("/api/files/uploads/none").status()).isEqualTo(404);

        assertThat(patch(visitor, upload, 10, Arrays.copyOfRange(file, 10, file.length))
                        .status())
                .isEqualTo(204);
        assertThat(visitor.opens(upload).body()).contains("\"state\":\"checking\"");
        check();
        assertThat(visitor.opens(upload).body()).contains("\"state\":\"waiting\"");
        assertThat(patch(visitor, upload, file.length, new byte[0]).status()).isEqualTo(404);
        run();
        assertThat(people()).containsExactly("C1 甲", "C2 乙");
    }

    private static Visitor.Answer post(Visitor visitor, byte[] manifest) {
        return visitor.answer(HttpRequest.newBuilder(visitor.address().resolve("/api/files/batches"))
                .POST(BodyPublishers.ofByteArray(manifest))
                .build());
    }

    private static Visitor.Answer patch(Visitor visitor, String upload, long offset, byte[] piece) {
        return visitor.answer(HttpRequest.newBuilder(visitor.address().resolve(upload + "/%E6%88%B7.csv"))
                .header("Upload-Offset", String.valueOf(offset))
                .method("PATCH", BodyPublishers.ofByteArray(piece))
                .build());
    }

    @Test
    void whatIsNotInOrderIsSetAsideWithItsReasonAndTheSameNameMayComeAgain() throws Exception {
        var bad = sent("b-1", csv("C1,甲", "C2"), 2);
        assertThat(bad.state()).isEqualTo(Batch.State.SET_ASIDE);
        assertThat(bad.fault().orElseThrow().code()).isEqualTo("row-broken");

        var file = csv("C1,甲");
        var manifest = manifest("b-1", file, 1);
        var batches = provider.bean(Batches.class);
        var torn = batches.open(manifest.json().getBytes(UTF_8)).orElseThrow();
        var replaced = file.clone();
        replaced[8] = 'X';
        batches.append(torn.token(), "户.csv", 0, new ByteArrayInputStream(replaced))
                .orElseThrow();
        check();
        assertThat(now(torn).fault().orElseThrow().code()).isEqualTo("checksum");

        assertThat(sent("b-1", file, 1).state()).isEqualTo(Batch.State.WAITING);
        run();
        assertThat(people()).containsExactly("C1 甲");
    }

    @Test
    void aWithdrawnKeyOpensNothingAndWhatItSignedBeforeIsNotTaken() throws Exception {
        var file = csv("C1,甲");
        var batches = provider.bean(Batches.class);
        var batch =
                batches.open(manifest("b-1", file, 1).json().getBytes(UTF_8)).orElseThrow();
        batches.withdraw(
                        provider.officer(), flow.id(), Seals.id(keys.getPublic().getEncoded()))
                .orElseThrow();
        batches.append(batch.token(), "户.csv", 0, new ByteArrayInputStream(file))
                .orElseThrow();
        check();

        assertThat(now(batch).fault().orElseThrow().code()).isEqualTo("unknown-key");
        assertThat(batches.open(manifest("b-2", file, 1).json().getBytes(UTF_8)).toString())
                .contains("unknown-key");
    }

    @Test
    void theSharedFolderIsLookedThroughAndWhatIsWrongIsLaidAside(@TempDir Path shared) throws Exception {
        var drop = provider.bean(DropFolder.class);
        var mine = Files.createDirectories(shared.resolve(flow.running().from()).resolve(flow.id()));
        var file = csv("C1,甲");
        lay(mine.resolve("good"), file, manifest("b-1", file, 1).json());
        lay(mine.resolve("foreign"), file, manifest("b-2", file, 1).json().replace("b-2", "b-3"));
        lay(mine.resolve("none"), file, "?");
        Files.createDirectories(mine.resolve("arriving"));
        Files.write(mine.resolve("arriving").resolve("户.csv"), file);

        drop.look(shared);
        drop.look(shared);
        check();

        try (var left = Files.list(mine)) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("arriving", ".set-aside");
        }
        var told = provider.bean(Batches.class).list(provider.officer(), flow.id(), Long.MAX_VALUE, 10);
        assertThat(told)
                .extracting(batch -> batch.manifest().batch() + " "
                        + batch.fault()
                                .map(fault -> fault.code())
                                .orElse(batch.state().code()))
                .containsExactlyInAnyOrder("b-1 waiting", "b-3 signature", "none manifest-broken");
        run();
        assertThat(people()).containsExactly("C1 甲");
    }

    private static void lay(Path folder, byte[] file, String manifest) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve("户.csv"), file);
        Files.writeString(folder.resolve(Manifest.NAME), manifest);
    }

    @Test
    void whatAProgramThatEndedLeftHalfPlacedIsPlacedBeforeAnythingBehindIt() throws Exception {
        var spool = provider.bean(Spool.class);
        var first = sent("b-1", csv("C1,甲"), 1);
        var store = provider.bean(JdbcClient.class);
        store.sql("UPDATE files.batch SET state = 'placing' WHERE id = ?")
                .param(first.id())
                .update();
        var folder = Path.of(
                        java.net.URI.create(spool.login(flow.running().from()).url()))
                .resolve(flow.id())
                .resolve("0000000001");
        Files.move(folder, spool.arriving(first.token()));

        sent("b-2", csv("C1,乙"), 1);

        assertThat(now(first).state()).isEqualTo(Batch.State.WAITING);
        assertThat(folder).isDirectory();
        run();
        assertThat(people()).containsExactly("C1 甲");
        run();
        assertThat(people()).containsExactly("C1 乙");
    }

    @Test
    void onThePagesAFileIsHandedInAndOnlyThoseConcernedSeeIt() throws Exception {
        var employer = Employer.at(StartedPlatform.shared(), provider.organisation());
        var officer = employer.signIn(employer.hires(Compiling.OFFICER));
        var page = "/desk/files/" + flow.id();
        assertThat(officer.opens("/desk/files").body()).contains("用水户信息");
        assertThat(officer.opens(page).body()).contains("还没有收到批次", "登记公钥");
        assertThat(officer.sendsFile(page, "file", "户.csv", "yhh\n1\n".getBytes(UTF_8))
                        .body())
                .contains("缺少字段：hm", "请在第一行写全字段名");
        assertThat(officer.sendsFile(page, "file", "户.csv", csv("C1,甲", ",乙")).body())
                .contains("文件已上传");
        check();
        assertThat(officer.opens(page).body()).contains("待入库", "2 行");
        assertThat(run().rows()).isEqualTo(new Run.Rows(2, 1, 1));
        assertThat(officer.opens(page).body()).contains("已入库，回执");
        assertThat(people()).containsExactly("C1 甲");
        assertThat(officer.sends(page + "/keys", Map.of("key", "rubbish")).body())
                .contains("这不是新的 Ed25519 公钥");

        var other = Employer.at(StartedPlatform.shared(), consumer.organisation());
        var taker = other.signIn(other.hires(Compiling.OFFICER));
        assertThat(taker.opens(page).body()).contains("已入库，回执").doesNotContain("登记公钥");
        assertThat(taker.sendsFile(page, "file", "户.csv", csv("C2,丁")).status()).isEqualTo(403);
        var stranger = Employer.at(StartedPlatform.shared(), Department.fresh().organisation());
        var nobody = stranger.signIn(stranger.hires(Compiling.CHIEF));
        assertThat(nobody.opens(page).status()).isEqualTo(404);
        assertThat(nobody.opens("/desk/files").body()).doesNotContain("用水户信息");
    }

    @Test
    void aBrowserSendsALargeFileInPiecesAndGoesOnAfterAReload() throws Exception {
        var employer = Employer.at(StartedPlatform.shared(), provider.organisation());
        var officer = employer.signIn(employer.hires(Compiling.OFFICER));
        var colleague = employer.signIn(employer.hires(Compiling.OFFICER));
        var page = "/desk/files/" + flow.id();
        assertThat(officer.opens(page).body()).contains("大小不限");
        var file = csv("C1,甲", "C2,乙");
        var named = Map.of("name", "户.csv", "size", String.valueOf(file.length), "modified", "1700000000000");
        var pieces = page + "/pieces?name=%E6%88%B7.csv&size=" + file.length + "&modified=1700000000000";

        assertThat(piece(officer, pieces, 0, Arrays.copyOf(file, 10)).header("Upload-Offset"))
                .isEqualTo("10");
        assertThat(piece(officer, pieces, 0, Arrays.copyOf(file, 10)).status()).isEqualTo(409);
        assertThat(officer.opens(pieces).header("Upload-Offset")).isEqualTo("10");
        assertThat(colleague.opens(pieces).header("Upload-Offset")).isEqualTo("0");
        assertThat(officer.sends(page, named).body()).contains("这一段没有接在文件末尾");
        assertThat(piece(officer, pieces, 10, new byte[1000]).status()).isEqualTo(413);
        assertThat(piece(officer, pieces, 10, Arrays.copyOfRange(file, 10, file.length))
                        .status())
                .isEqualTo(204);
        assertThat(officer.sends(page, named).body()).contains("文件已上传");
        assertThat(officer.opens(pieces).header("Upload-Offset")).as("gone").isEqualTo("0");
        check();
        run();
        assertThat(people()).containsExactly("C1 甲", "C2 乙");

        var other = Employer.at(StartedPlatform.shared(), consumer.organisation());
        var taker = other.signIn(other.hires(Compiling.OFFICER));
        assertThat(piece(taker, pieces, 0, file).status()).isEqualTo(403);
        assertThat(piece(StartedPlatform.shared().visitor(), pieces, 0, file).body())
                .contains("登录");
        assertThat(officer.opens(pieces).header("Upload-Offset")).isEqualTo("0");
    }

    private static Visitor.Answer piece(Visitor visitor, String path, long offset, byte[] piece) {
        visitor.opens("/desk/files");
        return visitor.answer(HttpRequest.newBuilder(visitor.address().resolve(path))
                .header("Upload-Offset", String.valueOf(offset))
                .header("X-CSRF-TOKEN", visitor.csrf())
                .method("PATCH", BodyPublishers.ofByteArray(piece))
                .build());
    }
}
