package org.tongqu.platform.front.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.engines.forms.Field;
import org.tongqu.engines.forms.Form;
import org.tongqu.engines.forms.Prefill.PrefillSubject;
import org.tongqu.engines.forms.Prefill.Prefilled;
import org.tongqu.engines.packs.Pack;
import org.tongqu.engines.registers.Delivered;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.identity.DivisionCode;
import org.tongqu.kernel.identity.UnifiedSocialCreditCode;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform.data.golden.GoldenRecord.AsOf;
import org.tongqu.platform.data.golden.GoldenRegisters;
import org.tongqu.platform.data.registers.RegisterEntry;
import org.tongqu.platform.data.registers.Registers;
import org.tongqu.platform.data.registers.Source;
import org.tongqu.platform.front.portal._support.Applicant;
import org.tongqu.platform.matter.intake._support.Files;
import org.tongqu.platform.matter.services.ServiceCatalogue;
import org.tongqu.platform.trust.journal.Entry;

/** FEATURE: nobody types or brings what the government knows, and whoever says otherwise is heard. */
class PrefillPageTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private final StartedPlatform platform = StartedPlatform.shared();
    private final Registers registers = platform.bean(Registers.class);
    private final Pack pack = platform.bean(ServiceCatalogue.class).items().stream()
            .map(item -> platform.bean(ServiceCatalogue.class).pack(item.packId()))
            .filter(some -> named(some.form()).isPresent())
            .findFirst()
            .orElseThrow();
    private final Field field = named(pack.form()).orElseThrow();
    private final String by = field.known().flatMap(Field.Known::by).orElseThrow();
    private final String page = pack.form().pageOf(field.name()).orElseThrow().id();
    private final String pageBefore = pack.form().pageOf(by).orElseThrow().id();

    /** The first question whose answer the register of legal persons knows by a code. */
    private static Optional<Field> named(Form form) {
        return form.pages().stream()
                .flatMap(page -> page.fields().stream())
                .filter(field -> field.known().flatMap(Field.Known::by).isPresent())
                .findFirst();
    }

    @Test
    void theNameOfAFirmFollowsFromItsCodeAndSaysWhereItComesFrom() {
        var applicant = Applicant.of(platform);
        var draft = applicant.begins(pack.id());
        var browser = applicant.browser();

        answers(applicant, draft, pageBefore, Map.of(by, firm("云州市远山测试有限公司")));
        assertThat(browser.opens(draft + "/" + page).body())
                .contains("value=\"云州市远山测试有限公司\"")
                .contains("法人库")
                .contains("2026年3月2日");

        answers(applicant, draft, pageBefore, Map.of(by, firm("云州市北辰测试有限公司")));
        assertThat(browser.opens(draft + "/" + page).body())
                .contains("value=\"云州市北辰测试有限公司\"")
                .doesNotContain("云州市远山测试有限公司");
        assertThat(browser.opens(draft + "/check").body()).contains("已为您预填").contains("来自法人库");
    }

    @Test
    void whoSaysOtherwiseThanTheRegisterIsHeard() {
        var applicant = Applicant.of(platform);
        var draft = applicant.begins(pack.id());

        answers(applicant, draft, pageBefore, Map.of(by, firm("云州市启明测试有限公司")));
        answers(applicant, draft, page, Map.of(field.name(), "云州市改名测试有限公司"));

        assertThat(applicant.browser().opens(draft + "/check").body())
                .contains("云州市改名测试有限公司")
                .contains("申请人对法人库有异议：登记为“云州市启明测试有限公司”");
    }

    @Test
    void aPaperThatTheRegistersAnswerIsNotAskedForAndCounted() {
        var applicant = Applicant.of(platform);
        var draft = applicant.begins();
        assertThat(applicant
                        .fills(draft, List.of("articles", "residence-proof", "appointments"))
                        .body())
                .contains("error-summary")
                .doesNotContain("免提交");

        golden(
                "population",
                "public-security",
                new Delivered(
                        "chen-xiao",
                        applicant.answers().getOrDefault("shareholders.0.citizenNumber", ""),
                        DAY,
                        Map.of("name", "陈晓")));
        var before = spared();

        assertThat(applicant.browser().opens(draft + "/check").body())
                .contains("免交材料 1 份")
                .contains("免提交")
                .doesNotContain("error-summary");
        assertThat(applicant.browser().opens("/my/data").body())
                .as("as long as nobody received it")
                .doesNotContain("申请表由登记库填写或核对");
        assertThat(applicant.submits(draft).at().getPath()).endsWith("/receipt");
        assertThat(spared()).isEqualTo(before + 1);
        var taken = applicant.browser().opens("/my/data").body();
        assertThat(taken).contains("申请表由登记库填写或核对：", "姓名", "办理事项：企业设立登记", "询问原因").containsPattern("办件 [0-9]{6}-");
        assertThat(taken.split("申请表由登记库填写或核对", -1))
                .as("one for each register, not for each field")
                .hasSize(2);
    }

    @Test
    void whoIsHeldAgainstARegisterSeesIt_thoughTheFormIsNeverHandedIn() {
        var applicant = Applicant.of(platform);
        var other = Applicant.of(platform);
        var number = other.answers().getOrDefault("shareholders.0.citizenNumber", "");
        golden("population", "public-security", new Delivered(number, number, DAY, Map.of("name", "陈晓")));
        var draft = applicant.begins();
        var answers = new LinkedHashMap<>(applicant.answers());
        answers.put("shareholders.0.citizenNumber", number);
        applicant.browser().opens(draft + "/all");
        applicant.sendsParts(draft + "/all", answers, Map.of("articles", Files.pdf()));
        applicant.browser().opens(draft + "/check");
        applicant.browser().opens(draft + "/check");

        var seen = other.browser().opens("/my/data").body();
        assertThat(seen).contains("填写申请表时核验是否一致，不给出内容：姓名", "填写中的事项：企业设立登记", "询问原因");
        assertThat(seen.split("填写申请表时核验", -1))
                .as("however often it is looked at")
                .hasSize(2);
        assertThat(applicant.browser().opens("/my/data").body())
                .as("who is looked up, and not who looks")
                .doesNotContain("填写申请表时核验");
    }

    private long spared() {
        return platform.bean(ServiceCatalogue.class).waived().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    @Test
    void whatTheGoldenRecordSaysComesWithWhoSaidIt_untilAMatterDecidedOtherwise() {
        var applicant = Applicant.of(platform);
        var draft = applicant.begins(pack.id());
        var code = firm("云州市旧抄测试有限公司");
        golden(
                "legal-person",
                "market-regulation",
                new Delivered(code, code, DAY.minusDays(20), Map.of("name", "云州市金录测试有限公司", "capital", "100")));

        answers(applicant, draft, pageBefore, Map.of(by, code));
        assertThat(applicant.browser().opens(draft + "/" + page).body())
                .contains("value=\"云州市金录测试有限公司\"")
                .contains("法人库（市场监管）")
                .contains("2026年2月10日");

        write(
                new Source("企业变更登记", Optional.of("case-1"), new Entry.Doer("staff-1", "赵敏"), DAY),
                new RegisterEntry(Registers.LEGAL_PERSON, code, (Datum.Fields)
                        Datum.empty().with("name", Datum.of("云州市新名测试有限公司"))));
        var next = Applicant.of(platform);
        var other = next.begins(pack.id());
        answers(next, other, pageBefore, Map.of(by, code));
        assertThat(next.browser().opens(other + "/" + page).body())
                .contains("value=\"云州市新名测试有限公司\"")
                .contains("法人库（企业变更登记）");
        assertThat(known(code, "name")).isEqualTo("云州市新名测试有限公司");
        assertThat(known(code, "capital"))
                .as("of which the matter said nothing")
                .isEqualTo("100");

        golden(
                "legal-person",
                "market-regulation",
                new Delivered(code, code, DAY.plusDays(1), Map.of("name", "云州市后来测试有限公司")));
        var last = Applicant.of(platform);
        var third = last.begins(pack.id());
        answers(last, third, pageBefore, Map.of(by, code));
        assertThat(last.browser().opens(third + "/" + page).body())
                .contains("value=\"云州市后来测试有限公司\"")
                .contains("法人库（市场监管）");
    }

    private String known(String code, String field) {
        var golden = platform.bean(GoldenRegisters.class);
        var record = golden.record(golden.find("legal-person").orElseThrow(), code, AsOf.on(LocalDate.of(2099, 1, 1)))
                .orElseThrow();
        return Optional.ofNullable(record.fields().get(field))
                .map(decided -> decided.chosen().fact().value())
                .orElse("");
    }

    @Test
    void whatTwoMattersDecidedCountsTogether_andWhatIsGivenUpLeavesNoTrace() {
        var code = firm("云州市两件测试有限公司");
        decided(code, "case-2", Datum.empty().with("legalRepresentative", Datum.of("孙立")));
        decided(code, "case-3", Datum.empty().with("registeredCapital", Datum.of(300)));

        assertThat(known(code, "representative")).isEqualTo("孙立");
        assertThat(known(code, "capital")).isEqualTo("300");
        assertThat(platform.database()
                        .asOwner()
                        .sql(
                                "SELECT string_agg(key, ' ' ORDER BY key) FROM golden.statement WHERE key IN ('case-2', 'case-3')")
                        .query(String.class)
                        .single())
                .isEqualTo("case-2 case-3");

        platform.bean(TransactionTemplate.class).executeWithoutResult(status -> {
            registers
                    .write(
                            new RegisterEntry(Registers.LEGAL_PERSON, code, (Datum.Fields)
                                    Datum.empty().with("legalRepresentative", Datum.of("赵一"))),
                            new Source("企业变更登记", Optional.of("case-4"), new Entry.Doer("staff-1", "赵敏"), DAY))
                    .orElseThrow();
            status.setRollbackOnly();
        });
        assertThat(known(code, "representative")).isEqualTo("孙立");
    }

    private void decided(String code, String matter, Datum written) {
        write(
                new Source("企业变更登记", Optional.of(matter), new Entry.Doer("staff-1", "赵敏"), DAY),
                new RegisterEntry(Registers.LEGAL_PERSON, code, (Datum.Fields) written));
    }

    @Test
    void ofAFirmOnlyWhatIsPublicIsTold_andOfAPersonOnlyTheirOwn() {
        var code = firm("云州市公示测试有限公司");
        var person = "999901199001010010";
        golden("legal-person", "tax", new Delivered("t", code, DAY, Map.of("phone", "0990-1", "industry", "F")));
        golden("population", "human-resources", new Delivered("hr", person, DAY, Map.of("phone", "19900000077")));
        var prefill = platform.bean(GoldenRegisters.class).prefill((source, subject) -> Optional.empty());
        var firm = new PrefillSubject(PrefillSubject.Kind.ORGANISATION, code);
        var citizen = new PrefillSubject(PrefillSubject.Kind.CITIZEN, person);

        assertThat(prefill.find("legal-person.industryClass", firm).map(Prefilled::value))
                .contains(Datum.of("F"));
        assertThat(prefill.find("legal-person.phone", firm)).isEmpty();
        assertThat(prefill.find("population.phone", citizen).map(Prefilled::value))
                .contains(Datum.of("19900000077"));
        assertThat(prefill.find("population.citizenNumber", citizen).map(Prefilled::value))
                .contains(Datum.of(person));
        assertThat(prefill.find("population.phone", firm)).isEmpty();
        assertThat(prefill.find("house.address", citizen))
                .as("keyed by no number")
                .isEmpty();
    }

    private void golden(String register, String source, Delivered delivered) {
        var registers = platform.bean(GoldenRegisters.class);
        registers.deliver(
                registers.find(register).orElseThrow(),
                source,
                Entry.Doer.SYSTEM,
                List.of(delivered).iterator());
    }

    private static void answers(Applicant applicant, String draft, String page, Map<String, String> answers) {
        applicant.browser().opens(draft + "/" + page);
        applicant.browser().sends(draft + "/" + page, answers);
    }

    /** The code of a firm that is in the register under this name. */
    private String firm(String name) {
        var code = UnifiedSocialCreditCode.compose(
                        '9', '1', new DivisionCode("999901"), registers.nextOrganisationCode())
                .orElseThrow()
                .value();
        write(
                Registers.LEGAL_PERSON,
                code,
                Datum.empty()
                        .with("name", Datum.of(name))
                        .with("kind", Datum.of("limited"))
                        .with("legalRepresentative", Datum.of("林若溪"))
                        .with("division", Datum.of("999901")));
        return code;
    }

    private void write(String register, String identifier, Datum fields) {
        var source = new Source("test", Optional.empty(), new Entry.Doer("staff-1", "赵敏"), DAY);
        write(source, new RegisterEntry(register, identifier, (Datum.Fields) fields));
    }

    private void write(Source source, RegisterEntry entry) {
        platform.bean(TransactionTemplate.class)
                .executeWithoutResult(status -> registers.write(entry, source).orElseThrow());
    }
}
