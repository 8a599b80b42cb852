package org.tongqu.platform.data.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongqu.engines.comparisons.CounterCheck;
import org.tongqu.engines.packs.reading.ComparisonPacks;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.identity.CitizenNumber;
import org.tongqu.kernel.identity.Mod112;
import org.tongqu.kernel.text.MobileNumber;
import org.tongqu.kernel.text.PersonName;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform._support.StatementCount;
import org.tongqu.platform._support.Visitor;
import org.tongqu.platform.data.agreements.Agreement;
import org.tongqu.platform.data.agreements.AgreementAct;
import org.tongqu.platform.data.agreements.Answer;
import org.tongqu.platform.data.agreements.Masking;
import org.tongqu.platform.data.agreements.Negotiation;
import org.tongqu.platform.data.agreements.Purpose;
import org.tongqu.platform.data.checks.Application;
import org.tongqu.platform.data.checks.Application.Consent;
import org.tongqu.platform.data.checks.CheckAnswer;
import org.tongqu.platform.data.checks.CheckAnswer.Said.Told;
import org.tongqu.platform.data.checks.CheckAnswer.Said.Untold;
import org.tongqu.platform.data.checks.CheckAnswer.Why;
import org.tongqu.platform.data.checks.CheckRefusal;
import org.tongqu.platform.data.checks.Checks;
import org.tongqu.platform.data.checks.PlannedCheck;
import org.tongqu.platform.trust._support.Employer;
import org.tongqu.platform.trust.identity.Accounts;
import org.tongqu.platform.trust.identity.Registration;
import org.tongqu.platform.trust.identity.SignInCommand.Browser;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** FEATURE: an officer asks what departments delivered about an applicant's family, and is never told "nothing" where nobody asked. */
class CounterCheckTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String PASSWORD = "青山绿水-2026-wan";

    private final int number = NUMBER.incrementAndGet();
    private final StartedPlatform platform = StartedPlatform.shared();
    private final String rich = citizen(1);
    private final String poor = citizen(2);
    private final String absent = citizen(3);
    private Twin income;
    private Twin foreign;

    @TempDir
    private Path packs;

    private String citizen(int sequence) {
        var body = "99990119660%d01%03d".formatted(number, sequence * 2);
        return body + Mod112.check(body);
    }

    @BeforeEach
    void aDepartmentDelivers() throws Exception {
        income = new Twin("");
        foreign = new Twin("");
        Twin.execute("INSERT INTO " + income.source + " (id, sfzh, xm) VALUES (1, '" + rich + "', '67.50'), (2, '"
                + poor + "', '12'), (3, '999901197001010013', '一个旁人')");
    }

    private PlannedCheck declared(String more) throws Exception {
        var folder = Files.createDirectories(packs.resolve("city/counter-" + number));
        Files.createDirectories(folder.resolve("checks"));
        Files.writeString(folder.resolve("pack.yaml"), """
                pack: city/counter-%d
                kind: comparisons
                version: "1"
                title: {zh: 测试, en: Test}
                summary: {zh: 测试, en: Test}
                """.formatted(number), UTF_8);
        Files.writeString(
                folder.resolve("checks/means.yaml"),
                """
                check: means-%d
                title: {zh: 家庭经济状况核对, en: Means}
                meaning: {zh: 凭授权核对, en: With consent}
                basis: {zh: 《社会救助暂行办法》第五十八条, en: Article 58}
                roles: [acceptor]
                questions:
                  - question: income
                    title: {zh: 个人所得税, en: Income tax}
                    delivery: {flow: %s, key: [cert_no]}
                    line: {column: name, above: 45, words: {zh: 税额高于 45 元, en: More than 45}}
                    show:
                      - {column: name, title: {zh: 税额, en: Tax}}
                    found: {zh: 有纳税记录, en: Pays tax}
                    clear: {zh: 没有纳税记录, en: Pays none}
                  - question: vehicle
                    title: {zh: 机动车, en: Vehicles}
                    delivery: {flow: %s, key: [cert_no]}
                    show: []
                    found: {zh: 名下有机动车, en: Owns one}
                    clear: {zh: 名下没有机动车, en: Owns none}
                %s
                """.formatted(number, income.flow.id(), foreign.flow.id(), more),
                UTF_8);
        var reading = ComparisonPacks.readAll(packs);
        assertThat(reading.problems()).isEmpty();
        return income.provider
                .bean(Checks.class)
                .declare(reading.checks().getFirst())
                .orElseThrow();
    }

    private static Application about(String... numbers) {
        return new Application(
                String.join("\n", numbers), "YZ-2026-0001", Optional.of(Purpose.APPROVAL), Consent.GIVEN);
    }

    private Outcome<CheckAnswer, CheckRefusal> ask(PlannedCheck planned, Application typed) {
        return platform.bean(Checks.class).ask(income.consumer.acceptor(), planned, typed);
    }

    private CheckAnswer.Said income(PlannedCheck planned, Application typed) {
        return ask(planned, typed).orElseThrow().answers().getFirst().said();
    }

    private Visitor person(String number) {
        platform.bean(Accounts.class)
                .register(
                        new Registration(
                                new PersonName("沈望舒"),
                                new CitizenNumber(number),
                                new MobileNumber("1990009300" + this.number),
                                PASSWORD),
                        new Browser("127.0.3.9", "test"))
                .orElseThrow();
        var browser = platform.visitor();
        browser.opens("/sign-in");
        browser.sends("/sign-in", Map.of("name", number, "password", PASSWORD, "back", "/my"));
        return browser;
    }

    @Test
    void theCounterSeesWhatWasFoundWhatWasNotAndWhatCannotBeSaid() throws Exception {
        var agreement = income.agreed(Masking.PLAIN, OptionalLong.empty());
        foreign.agreed(Masking.PLAIN, OptionalLong.empty());
        var planned = declared("");
        income.run();
        foreign.run();
        var employer = Employer.at(platform, income.consumer.organisation());
        var officer = employer.signIn(employer.hires("acceptor"));
        var page = "/desk/checks/" + planned.code();

        assertThat(officer.opens("/desk/checks").body()).contains("家庭经济状况核对", "个人所得税、机动车", "第五十八条");
        assertThat(officer.opens(page).body()).contains("每行一个，最多 50 个", "已经书面授权核对");
        assertThat(officer.sends(page, Map.of("numbers", rich + "\n\n123\n99990119660101999Y", "matter", ""))
                        .body())
                .contains("第 3、4 行不是正确的公民身份号码", "请填写受理号或者申请编号", "请选择用途", "没有书面授权不能查询");
        var answer = officer.sends(
                page,
                Map.of(
                        "numbers",
                        String.join("\n", rich, poor, absent, rich),
                        "matter",
                        "YZ-2026-0001",
                        "purpose",
                        "approval",
                        "consent",
                        "yes"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at().toString()).endsWith(page);
        assertThat(answer.body())
                .contains("第 1 人", "第 3 人", "税额：67.50；税额高于 45 元：是", "税额：12；税额高于 45 元：否", "没有纳税记录")
                .contains(agreement.id(), "不能判断", "没有生效的共享协议")
                .doesNotContain("第 4 人", "一个旁人", "名下没有机动车", rich, poor);
        assertThat(platform.bean(Journal.class).entries(new Entry.Subject("check", planned.code())))
                .singleElement()
                .satisfies(kept -> {
                    assertThat(kept.entry().why()).contains("YZ-2026-0001");
                    assertThat(kept.entry().details().canonical())
                            .contains("\"persons\":3", "\"questions\":\"income\"", "\"unanswered\":\"vehicle\"")
                            .doesNotContain(rich, "67.50");
                });
        assertThat(person(absent).opens("/my/data").body())
                .contains("核对：家庭经济状况核对（个人所得税）", "凭书面授权，办件 YZ-2026-0001", "各部门共享给该机关的数据");

        var stranger = Employer.at(platform, foreign.consumer.organisation());
        var outsider = stranger.signIn(stranger.hires("acceptor"));
        assertThat(outsider.opens(page).status()).isEqualTo(404);
        assertThat(outsider.opens("/desk/checks").body()).contains("没有您可以使用的核对");
        assertThat(employer.signIn(employer.hires("clerk")).opens(page).status())
                .as("a role that may not")
                .isEqualTo(404);
    }

    @Test
    void whereNobodyAskedNothingIsSaid() throws Exception {
        var planned = declared("");
        assertThat(income(planned, about(poor)))
                .as("no agreement")
                .isEqualTo(new Untold(Why.NOT_PERMITTED, income.flow.id()));
        var agreement = income.agreed(Masking.PLAIN, OptionalLong.empty());
        assertThat(income(planned, about(poor)))
                .as("nothing came yet")
                .isEqualTo(new Untold(Why.NOT_DELIVERED, income.flow.id()));
        income.run();
        assertThat(income(planned, about(poor)))
                .isInstanceOfSatisfying(
                        Told.class,
                        told -> assertThat(told.of(new CitizenNumber(poor))).hasSize(1));
        assertThat(income(
                        planned, new Application(poor, "YZ-2026-0002", Optional.of(Purpose.STATISTICS), Consent.GIVEN)))
                .isEqualTo(new Untold(Why.OTHER_PURPOSE, "approval"));
        Twin.execute("ALTER TABLE " + income.target + " RENAME TO moved");
        assertThat(income(planned, about(poor)))
                .as("the table is away")
                .isEqualTo(new Untold(Why.AWAY, income.flow.id()));
        Twin.execute("ALTER TABLE " + income.target.replace(".person", ".moved") + " RENAME TO person");
        revoke(agreement);
        assertThat(income(planned, about(poor)))
                .as("revoked")
                .isEqualTo(new Untold(Why.NOT_PERMITTED, income.flow.id()));
    }

    private void revoke(Agreement agreement) {
        platform.bean(Negotiation.class)
                .act(income.provider.officer(), agreement.id(), AgreementAct.REVOKE, Answer.saying("不再需要"))
                .orElseThrow();
    }

    @Test
    void whatIsCoveredStaysCovered() throws Exception {
        income.agreed(Map.of("name", Masking.MASKED), OptionalLong.empty());
        foreign.agreed(Masking.HASHED, OptionalLong.empty());
        var planned = declared("");
        income.run();

        assertThat(income(planned, about(rich)))
                .isInstanceOfSatisfying(
                        Told.class,
                        told -> assertThat(told.of(new CitizenNumber(rich))
                                        .getFirst()
                                        .value("name"))
                                .contains("*")
                                .doesNotContain("67.50"));

        var keyed = platform.bean(Checks.class)
                .declare(new CounterCheck(
                        "covered-" + number,
                        planned.check().words(),
                        planned.check().roles(),
                        List.of(planned.check().queries().getLast())))
                .orElseThrow();
        assertThat(platform.bean(Checks.class)
                        .ask(foreign.consumer.acceptor(), keyed, about(rich))
                        .orElseThrow()
                        .answers()
                        .getFirst()
                        .said())
                .isEqualTo(new Untold(Why.COVERED_KEY, foreign.flow.id()));
    }

    @Test
    void aNumberIsTheSameHoweverItsLastSignIsWritten() throws Exception {
        income.agreed(Masking.PLAIN, OptionalLong.empty());
        var planned = declared("");
        var lettered = IntStream.range(10, 400)
                .mapToObj(this::citizen)
                .filter(citizen -> citizen.endsWith("X"))
                .findFirst()
                .orElseThrow();
        Twin.execute("INSERT INTO " + income.source + " (id, sfzh, xm) VALUES (9, '" + lettered.replace('X', 'x')
                + "', '99')");
        income.run();

        assertThat(income(planned, about(lettered.replace('X', 'x'))))
                .isInstanceOfSatisfying(
                        Told.class,
                        told -> assertThat(told.of(new CitizenNumber(lettered))).hasSize(1));
    }

    @Test
    void aFamilyIsAskedAboutAtOnce() throws Exception {
        income.agreed(Masking.PLAIN, OptionalLong.empty());
        var planned = declared("");
        income.run();
        var fifty = IntStream.rangeClosed(1, 50).mapToObj(this::citizen).collect(Collectors.joining("\n"));

        assertThat(StatementCount.during(() -> ask(planned, about(fifty)).orElseThrow()))
                .isLessThan(20);
    }

    @Test
    void anOfficerAsksAboutFewPeopleAndNotAllTheTime() throws Exception {
        var planned = declared("");
        var many = IntStream.rangeClosed(1, 51).mapToObj(this::citizen).collect(Collectors.joining("\n"));
        assertThat(ask(planned, about(many)))
                .isEqualTo(Outcome.refused(new CheckRefusal.Wrong(List.of(new CheckRefusal.Fault.TooMany(50)))));
        var officer = income.consumer.acceptor();
        var asked = IntStream.range(0, 25)
                .mapToObj(time -> platform.bean(Checks.class).ask(officer, planned, about(poor)))
                .toList();
        assertThat(asked.getFirst()).isInstanceOf(Outcome.Done.class);
        assertThat(asked).contains(Outcome.refused(new CheckRefusal.TooOften(20)));
        assertThat(platform.bean(Checks.class).ask(income.provider.acceptor(), planned, about(poor)))
                .isEqualTo(Outcome.refused(new CheckRefusal.MayNot()));
    }
}
