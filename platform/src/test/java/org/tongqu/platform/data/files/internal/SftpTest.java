package org.tongqu.platform.data.files.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongqu.engines.packs.reading.ExchangeReader;
import org.tongqu.exchange.file.Manifest;
import org.tongqu.exchange.file.Seals;
import org.tongqu.kernel.proof.Digest;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform._support.StartedPlatform;
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
import org.tongqu.platform.data.exchange.Flows;
import org.tongqu.platform.data.exchange.PlannedFlow;
import org.tongqu.platform.data.exchange.Run;
import org.tongqu.platform.data.files.Batches;
import org.tongqu.platform.trust._support.Employer;

/** FEATURE: batches are fetched from one system's server of SFTP and brought to another's, and a transfer that breaks off loses and doubles nothing. */
class SftpTest {

    private static final String LAW = "《社会救助暂行办法》第五十八条";

    @TempDir
    Path root;

    private final Department provider = Department.fresh();
    private final Department consumer = Department.fresh();
    private KeyPair keys;
    private PlannedFlow flow;
    private SftpPeer peer;

    @BeforeEach
    void aFlowFromOneServerToAnother() throws Exception {
        keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var number = System.identityHashCode(keys);
        var resource = provider.published(Department.sharing(
                Department.draft("用气信息"),
                new Description.Sharing(Description.SharingType.CONDITIONAL, LAW, "按月", Set.of(Description.Way.FILE))));
        var yaml = """
                exchange: gas-%1$d
                title: {zh: 用气户信息, en: Households with gas}
                runs:
                  agreement: {resource: %2$s, consumer: "%3$s", purpose: approval}
                  from: gas-company-%1$d
                  to: counter-%1$d
                  minutes: 1440
                source: {connector: files, format: csv, key: [yhh]}
                target: {connector: files, format: jsonl, key: [cert_no]}
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
        Files.createDirectories(root.resolve("srv/in").resolve(flow.id()));
        Files.createDirectories(root.resolve("srv/out"));
        peer = new SftpPeer(root.resolve("srv"), root.resolve("host-key"));
    }

    @AfterEach
    void theServerEnds() throws IOException {
        peer.close();
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

    private void lay(String name, byte[] file, long rows) throws IOException {
        var part = new Manifest.Part("户.csv", file.length, Digest.of(file).hex(), rows);
        var plain = new Manifest(name, flow.id(), flow.running().from(), List.of(part), Optional.empty());
        var signed = Seals.sign(plain, Seals.id(keys.getPublic().getEncoded()), keys.getPrivate());
        var folder = Files.createDirectories(in().resolve(name));
        Files.write(folder.resolve("户.csv"), file);
        Files.writeString(folder.resolve(Manifest.NAME), signed.json());
    }

    private Path in() {
        return root.resolve("srv/in").resolve(flow.id());
    }

    private static List<String> names(Path folder) throws IOException {
        try (var found = Files.list(folder)) {
            return found.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private List<String> told() {
        return provider.bean(Batches.class).list(provider.officer(), flow.id(), Long.MAX_VALUE, 10).stream()
                .map(batch -> batch.manifest().batch() + " "
                        + batch.fault()
                                .map(fault -> fault.code())
                                .orElse(batch.state().code()))
                .toList();
    }

    private void fetchAndCheck() {
        provider.bean(SftpRounds.class).fetch(flow);
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

    @Test
    void aBrokenTransferIsGoneOnWithAtItsByteOnBothWays() throws Exception {
        declare();
        var file = ("yhh,hm\n"
                        + IntStream.rangeClosed(1, 9000)
                                .mapToObj(row -> "C" + row + ",数据" + "字".repeat(20) + row)
                                .collect(Collectors.joining("\n"))
                        + "\n")
                .getBytes(UTF_8);
        lay("b-1", file, 9000);
        lay("b-2", "yhh\n1\n".getBytes(UTF_8), 1);
        Files.writeString(Files.createDirectories(in().resolve("b-3")).resolve(Manifest.NAME), "?");
        Files.createDirectories(in().resolve("arriving"));

        peer.breakBehind(300_000);
        fetchAndCheck();
        var there = provider.bean(Batches.class)
                .list(provider.officer(), flow.id(), Long.MAX_VALUE, 10)
                .getFirst();
        var reached = provider.bean(Spool.class)
                .offset(there.token(), there.manifest().files().getFirst());
        assertThat(told()).containsExactly("b-1 receiving");
        assertThat(reached).isPositive().isLessThan(file.length);

        peer.offsets.clear();
        fetchAndCheck();
        assertThat(peer.offsets)
                .contains(reached)
                .filteredOn(offset -> offset > 10_000)
                .allMatch(offset -> offset >= reached);
        assertThat(told()).containsExactlyInAnyOrder("b-1 waiting", "b-2 no-columns", "b-3 manifest-broken");
        assertThat(names(in())).containsExactly(".set-aside", "arriving");
        fetchAndCheck();
        assertThat(told()).hasSize(3);

        assertThat(run().rows()).isEqualTo(new Run.Rows(9000, 9000, 0));
        provider.bean(Deliverer.class).look();
        peer.breakBehind(200_000);
        provider.bean(SftpRounds.class).bring(flow);
        var out = root.resolve("srv/out").resolve(flow.id());
        assertThat(names(out)).singleElement().asString().startsWith(".");
        peer.offsets.clear();
        provider.bean(SftpRounds.class).bring(flow);
        assertThat(peer.offsets)
                .filteredOn(offset -> offset > 10_000)
                .isNotEmpty()
                .allMatch(offset -> offset >= 190_000);
        var batch = out.resolve(names(out).getFirst());
        var manifest =
                Manifest.read(Files.readAllBytes(batch.resolve(Manifest.NAME))).orElseThrow();
        var part = manifest.files().getFirst();
        assertThat(Digest.of(Files.readAllBytes(batch.resolve(part.name()))).hex())
                .isEqualTo(part.sha256());
        assertThat(part.rows()).isEqualTo(9000);
    }

    private void declare() {
        var giver = Employer.at(StartedPlatform.shared(), provider.organisation());
        var page = "/desk/files/" + flow.id();
        var officer = giver.signIn(giver.hires(Compiling.OFFICER));
        assertThat(officer.sends(page + "/sftp", peer.said("/in")).body())
                .contains("SFTP 服务器已保存", "sftp://" + SftpPeer.LOGIN + "@127.0.0.1")
                .doesNotContain(SftpPeer.PASSWORD);
        assertThat(officer.sends(page + "/sftp", Map.of("host", "a b")).body()).contains("主机写得不对");
        var other = Employer.at(StartedPlatform.shared(), consumer.organisation());
        var taker = other.signIn(other.hires(Compiling.OFFICER));
        assertThat(taker.sends("/desk/files/out/" + flow.id() + "/sftp", peer.said("/out"))
                        .body())
                .contains("SFTP 服务器已保存");
        assertThat(taker.sends(page + "/sftp", peer.said("/in")).status()).isEqualTo(403);
        assertThat(provider.bean(JdbcClient.class)
                        .sql("SELECT count(*) FROM files.place WHERE position(?::bytea in secret) > 0")
                        .param(SftpPeer.PASSWORD.getBytes(UTF_8))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aServerWithAnotherKeyIsNotEntered() throws Exception {
        var said = new HashMap<>(peer.said("/in"));
        said.put("host-key", "SHA256:" + "A".repeat(43));
        provider.bean(org.tongqu.platform.data.files.SftpPlaces.class)
                .declare(provider.officer(), flow, flow.running().from(), said)
                .orElseThrow();
        lay("b-1", "yhh,hm\nC1,a\n".getBytes(UTF_8), 1);

        fetchAndCheck();

        assertThat(told()).isEmpty();
        assertThat(names(in())).containsExactly("b-1");
    }
}
