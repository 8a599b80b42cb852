package org.tongqu.platform.matter.past;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.engines.cases.Cases;
import org.tongqu.engines.cases.process.Node;
import org.tongqu.engines.exchanges.Column;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.engines.packs.Pack;
import org.tongqu.engines.packs.reading.ExchangeReader;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform.data.agreements.Agreements;
import org.tongqu.platform.data.agreements.Masking;
import org.tongqu.platform.data.agreements.Purpose;
import org.tongqu.platform.data.catalog.ResourceCode;
import org.tongqu.platform.matter.casework.internal.CaseRow;
import org.tongqu.platform.matter.casework.internal.CaseStore;
import org.tongqu.platform.matter.casework.internal.EventStore;
import org.tongqu.platform.matter.casework.internal.Projection;
import org.tongqu.platform.matter.services.ServiceCatalogue;
import org.tongqu.platform.operate.start.DemoLoad;
import org.tongqu.platform.trust.directory.Directory;

/** FEATURE: a whole city with two years of matters in every state, decided by the real engine, in one transaction. */
class PastMattersTest {

    private static final String DIVISIONS = "directory.division WHERE code LIKE '9999%'";

    private final StartedPlatform platform = StartedPlatform.shared();
    private final JdbcClient sql = platform.bean(JdbcClient.class);

    @Test
    void theCityHasAPast() {
        int divisions = count(DIVISIONS);
        platform.bean(TransactionTemplate.class).executeWithoutResult(status -> {
            status.setRollbackOnly();
            var said = new ArrayList<String>();
            var before = counted();
            var agreements = sql.sql("SELECT id FROM agreements.agreement")
                    .query((row, number) -> row.getString(1))
                    .list();
            long began = System.nanoTime();
            platform.bean(DemoLoad.class)
                    .load(line -> said.add((System.nanoTime() - began) / 1_000_000 + " ms " + line));

            assertThat(count("casework.case_file")).as("%s", said).isGreaterThanOrEqualTo(50_000);
            assertThat(count("casework.case_file WHERE opened_at > now()")).isZero();
            assertThat(said).anyMatch(line -> line.contains("100 %"));
            theCityIsWhole(before);
            agreementsAreInEveryState(agreements);
            whatIsComparedWithRegistersMayBe();
            everyWayToEndIsThere();
            someAreOpenInEveryLight();
            fewWereLate();
            whatWasIssuedIsKnownEverywhere();
            whoCanSignInHasTheMattersOfTheirFirm();
            assertThat(count("(SELECT DISTINCT valid_from FROM registers.person WHERE source LIKE '云州市%'"
                            + " AND valid_from >= born_on AND valid_from <= CURRENT_DATE)"))
                    .as("days since which people live where they do")
                    .isGreaterThan(10_000);
            assertThat(count("(SELECT subject FROM uses.trace GROUP BY subject HAVING count(*) >= 5)"))
                    .as("citizens who see who looked at their data")
                    .isGreaterThanOrEqualTo(3);
            projectionsFollowFromTheEvents();
            org.slf4j.LoggerFactory.getLogger(PastMattersTest.class).info("{}", said);
        });
        assertThat(count("identity.account WHERE demo")).as("what was given up").isZero();
        assertThat(count(DIVISIONS)).as("what was given up").isEqualTo(divisions);
    }

    /** How much there is; other tests leave some of it. */
    private Map<String, Integer> counted() {
        var counted = new LinkedHashMap<String, Integer>();
        counted.put("residents", count("registers.person WHERE source LIKE '云州市%'"));
        counted.put("firms", count("registers.legal_person WHERE source LIKE '云州市%'"));
        counted.put("organisations", count("directory.organisation WHERE division LIKE '9999%'"));
        counted.put("awake", count("identity.account WHERE demo AND password <> '!'"));
        counted.put("resources", count("catalog.resource"));
        counted.put("agreements", count("agreements.agreement"));
        counted.put(
                "providers", count("(SELECT DISTINCT organisation FROM catalog.edition WHERE state = 'published')"));
        return counted;
    }

    private void theCityIsWhole(Map<String, Integer> before) {
        var came = new LinkedHashMap<String, Integer>();
        counted().forEach((name, count) -> came.put(name, count - before.getOrDefault(name, 0)));

        assertThat(came)
                .containsEntry("residents", 200_000)
                .containsEntry("firms", 20_000)
                .containsEntry("organisations", 68)
                .containsEntry("awake", 38)
                .containsEntry("resources", 341)
                .containsEntry("agreements", 76)
                .containsEntry("providers", 33);
    }

    private void agreementsAreInEveryState(List<String> before) {
        assertThat(sql.sql("SELECT count(DISTINCT state) FROM agreements.agreement WHERE id <> ALL (?)")
                        .param(before.toArray(String[]::new))
                        .query(Integer.class)
                        .single())
                .isEqualTo(8);
    }

    /** Each delivery that is laid beside a base register or asked at the counter has an agreement that covers nothing. */
    private void whatIsComparedWithRegistersMayBe() {
        var now = platform.bean(Clock.class).instant();
        for (var flow : compared()) {
            var columns = flow.columns().stream().map(Column::name).collect(Collectors.toSet());
            var agreed = flow.running().orElseThrow().agreed();
            var resource = new ResourceCode(agreed.resource());
            var consumer = platform.bean(Directory.class).organisations().stream()
                    .filter(organisation -> organisation.kind().equals(agreed.consumer()))
                    .findFirst()
                    .orElseThrow()
                    .code();
            var permit = platform.bean(Agreements.class)
                    .permit(consumer, resource, columns, Purpose.COMPARISON, now)
                    .mapRefusal(why -> flow.id() + " " + why)
                    .orElseThrow();
            assertThat(permit.items())
                    .as(flow.id())
                    .hasSameSizeAs(columns)
                    .allMatch(item -> item.masking() == Masking.PLAIN);
        }
    }

    private static List<Flow> compared() {
        try (var packs = Files.walk(Path.of("../packs/data-resources"))) {
            var flows = new ArrayList<Flow>();
            for (var file : packs.filter(file -> file.toString().contains("/exchanges/") && Files.isRegularFile(file))
                    .toList()) {
                flows.add(ExchangeReader.read(file.toString(), Files.readAllBytes(file))
                        .orElseThrow());
            }
            assertThat(flows).hasSize(30);
            return flows;
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
    }

    private void everyWayToEndIsThere() {
        var results = sql.sql("SELECT DISTINCT result FROM casework.case_file WHERE result IS NOT NULL")
                .query(String.class)
                .list();
        var catalogue = platform.bean(ServiceCatalogue.class);
        assertThat(catalogue.items())
                .allSatisfy(item -> assertThat(results)
                        .containsAll(catalogue.pack(item.packId()).demo().ends().keySet()));
    }

    private void someAreOpenInEveryLight() {
        assertThat(count("casework.task WHERE done_at IS NULL AND performer <> 'applicant'"))
                .isBetween(40, 3000);
        assertThat(count("casework.task WHERE done_at IS NULL AND performer = 'applicant'"))
                .isPositive();
        assertThat(count("casework.task WHERE done_at IS NULL AND assignee IS NOT NULL"))
                .isPositive();
        assertThat(count("supervision.clock WHERE state = 'STOPPED'")).isPositive();
        assertThat(count("supervision.clock WHERE state = 'RUNNING' AND due_at <= now()"))
                .isPositive();
        assertThat(count("casework.case_file WHERE clock = 'RUNNING' AND warn_at <= now() AND due_at > now()"))
                .isGreaterThan(5);
    }

    private void fewWereLate() {
        assertThat(count("supervision.finding WHERE level = 'RED'")).isPositive();
        assertThat(count(
                        "supervision.finding f JOIN supervision.clock c ON c.case_id = f.case_id AND c.clock = f.subject"
                                + " WHERE f.red_at IS NULL AND f.rule = 'overdue' AND c.on_time"))
                .as("warnings that were heeded")
                .isZero();
        double late = count("supervision.clock WHERE on_time = false");
        double ended = count("supervision.clock WHERE state = 'ENDED'");
        assertThat(late / ended).isBetween(0.002, 0.06);
    }

    private void whatWasIssuedIsKnownEverywhere() {
        assertThat(count("licences.licence")).isGreaterThan(count("casework.case_file WHERE result = 'issued'"));
        // What a transaction has just loaded the planner knows nothing of.
        sql.sql("SET LOCAL enable_nestloop = off").update();
        var catalogue = platform.bean(ServiceCatalogue.class);
        assertThat(catalogue.items()).allSatisfy(item -> isKnownEverywhere(catalogue.pack(item.packId())));
    }

    /** Who decides alone publishes each decision; where each of many bodies writes its own down, it stands there. */
    private void isKnownEverywhere(Pack pack) {
        var licences = "licences.licence l JOIN %s WHERE l.pack_id = '" + pack.id() + "'";
        int issued = count(licences.formatted("casework.case_file c ON c.id = l.case_id"));
        assertThat(issued).as("licences of " + pack.id()).isPositive();
        var known = isDecidedByMany(pack)
                ? "(SELECT DISTINCT case_id, organisation FROM decisions.decision) d"
                        + " ON d.case_id = l.case_id AND d.organisation = l.issuer"
                : "decisions.publication p USING (case_id)";
        assertThat(count(licences.formatted(known)))
                .as("licences of " + pack.id() + " by a decision that is known")
                .isEqualTo(issued);
        assertThat(count("decisions.publication p JOIN casework.case_file c ON c.id = p.case_id WHERE c.pack_id = '"
                        + pack.id() + "'"))
                .as("lines of " + pack.id())
                .isBetween(isDecidedByMany(pack) ? 1 : issued, issued);
        if (!pack.registerWrites().isEmpty()) {
            assertThat(count(licences.formatted("registers.legal_person p ON p.code = l.number")))
                    .as("entries by licences of " + pack.id())
                    .isEqualTo(issued);
        }
    }

    private static boolean isDecidedByMany(Pack pack) {
        return pack.process().nodes().values().stream()
                .anyMatch(node ->
                        node instanceof Node.ServiceTask task && task.action().equals("decisions.record"));
    }

    private void whoCanSignInHasTheMattersOfTheirFirm() {
        var ofFirms = platform.bean(ServiceCatalogue.class).items().stream()
                .map(item -> platform.bean(ServiceCatalogue.class).pack(item.packId()))
                .filter(pack -> pack.demo().isOfFirms() && pack.demo().familiar() > 0)
                .toList();
        assertThat(ofFirms).isNotEmpty();
        for (var pack : ofFirms) {
            var familiar = sql.sql("SELECT c.id FROM casework.case_file c JOIN identity.account a ON a.id = c.applicant"
                            + " WHERE a.demo AND a.password <> '!' AND c.pack_id = ?")
                    .param(pack.id())
                    .query((row, number) -> row.getObject(1, UUID.class))
                    .list();
            assertThat(familiar).as(pack.id()).hasSizeGreaterThan(4).allSatisfy(id -> {
                var opened = Cases.replay(
                        pack.process(), platform.bean(EventStore.class).events(id, Integer.MAX_VALUE));
                var code = opened.facts().text("answers.firm.creditCode").orElseThrow();
                assertThat(count("registers.legal_person p JOIN casework.case_file c"
                                + " ON c.applicant_name = p.representative AND c.id = '" + id
                                + "' WHERE p.status = 'in-operation' AND p.code = '" + code + "'"))
                        .as("the firm of case %s", id)
                        .isOne();
            });
        }
    }

    private void projectionsFollowFromTheEvents() {
        var cases = platform.bean(CaseStore.class);
        var events = platform.bean(EventStore.class);
        var some = sql.sql("SELECT id FROM casework.case_file ORDER BY hashtext(id::text) LIMIT 500")
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
        for (var id : some) {
            CaseRow row = cases.find(id).orElseThrow();
            var process = platform.bean(ServiceCatalogue.class)
                    .packByHash(row.head().pack().contentHash())
                    .process();
            var happened = events.events(id, Integer.MAX_VALUE);
            var state = Cases.replay(process, happened);
            assertThat(Projection.moving(state, happened.getLast().at())).isEqualTo(row.moving());
            assertThat(count("casework.task WHERE done_at IS NULL AND case_id = '" + id + "'"))
                    .isEqualTo(state.openTasks().size());
            assertThat(count("casework.timer WHERE case_id = '" + id + "'"))
                    .isEqualTo(state.timers().size());
            assertThat(count("supervision.clock WHERE family <> 'step' AND case_id = '" + id + "'"))
                    .isEqualTo(state.clocks().size());
            assertThat(count("supervision.clock WHERE family = 'step' AND case_id = '" + id + "'"))
                    .isEqualTo(
                            count("casework.task WHERE performer LIKE 'role:%' AND due_at IS NOT NULL AND case_id = '"
                                    + id + "'"));
        }
    }

    private int count(String from) {
        return sql.sql("SELECT count(*) FROM " + from).query(Integer.class).single();
    }
}
