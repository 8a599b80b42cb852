package org.tongqu.platform.data.registers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.engines.forms.Prefill.PrefillSubject;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.identity.DivisionCode;
import org.tongqu.kernel.identity.UnifiedSocialCreditCode;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform.trust.journal.Entry;

/** FEATURE: what the government knows stands once, with its source and since when, and is not asked again. */
class RegistersTest {

    private static final Source DECIDED =
            new Source("企业设立登记", Optional.of("case-1"), new Entry.Doer("staff-1", "赵敏"), LocalDate.of(2026, 11, 20));

    private final StartedPlatform platform = StartedPlatform.shared();
    private final Registers registers = platform.bean(Registers.class);
    private final TransactionTemplate transactions = platform.bean(TransactionTemplate.class);

    @Test
    void aFirmReadsBackWithItsSourceAndItsFieldsThatHaveNoColumn() {
        var code = freshCode();
        write(code, firm(code, "云州市一苇贸易有限公司").with("shareholders.0.name", Datum.of("林晓燕")));

        var found = registers.find(Registers.LEGAL_PERSON, code).orElseThrow();

        assertThat(found.fields().text("name")).contains("云州市一苇贸易有限公司");
        assertThat(found.fields().text("shareholders.0.name")).contains("林晓燕");
        assertThat(found.source()).isEqualTo("企业设立登记");
        assertThat(found.caseId()).contains("case-1");
        assertThat(found.validFrom()).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(registers.isNameTaken("云州市一苇贸易有限公司")).isTrue();
    }

    @Test
    void aChangeKeepsWhatItDoesNotNameAndWhatWasBeforeIt() {
        var code = freshCode();
        write(code, firm(code, "云州市旧名商行"));
        write(code, Datum.empty().with("name", Datum.of("云州市新名商行")));

        assertThat(registers
                        .find(Registers.LEGAL_PERSON, code)
                        .orElseThrow()
                        .fields()
                        .text("legalRepresentative"))
                .contains("林晓燕");
        assertThat(registers.history(Registers.LEGAL_PERSON, code))
                .hasSize(2)
                .last()
                .satisfies(change -> {
                    assertThat(change.before().orElseThrow().text("name")).contains("云州市旧名商行");
                    assertThat(change.after().text("name")).contains("云州市新名商行");
                });
    }

    @Test
    void aRecordThatIsNotWholeIsRefusedAndNothingIsWritten() {
        var code = freshCode();

        assertThat(write(code, Datum.empty().with("name", Datum.of("半个"))))
                .isEqualTo(Outcome.refused(new WriteRefusal.FieldMissing("kind")));
        assertThat(write(code, firm(code, "x").with("establishedOn", Datum.of("2026-02-30"))))
                .isEqualTo(Outcome.refused(new WriteRefusal.FieldUnfit("establishedOn", "date")));
        assertThat(write("91999901MA0A00014X", firm(code, "x")))
                .isEqualTo(Outcome.refused(new WriteRefusal.IdentifierUnfit(Registers.LEGAL_PERSON)));
        assertThat(registers.find(Registers.LEGAL_PERSON, code)).isEmpty();
    }

    @Test
    void firmsAreFoundByAnyPartOfTheirNameAndTheTypedPercentSignIsAPercentSign() {
        var code = freshCode();
        write(code, firm(code, "云州市蒹葭苍苍文化有限公司"));

        assertThat(registers.search(Registers.LEGAL_PERSON, "蒹葭苍苍", "", 10))
                .extracting(RegisterRecord::identifier)
                .containsExactly(code);
        assertThat(registers.search(Registers.LEGAL_PERSON, "蒹%苍", "", 10)).isEmpty();
    }

    @Test
    void aFormIsPrefilledAboutTheApplicantAndAboutNobodyElse() {
        var number = "999801199001010015";
        var checked = new org.tongqu.kernel.identity.CitizenNumber(
                number.substring(0, 17) + org.tongqu.kernel.identity.Mod112.check(number.substring(0, 17)));
        transactions.executeWithoutResult(status -> registers
                .write(
                        new RegisterEntry(Registers.POPULATION, checked.value(), (Datum.Fields) Datum.empty()
                                .with("name", Datum.of("林晓燕"))
                                .with("division", Datum.of("999801"))
                                .with("phone", Datum.of("19900070099"))),
                        DECIDED)
                .orElseThrow());
        var prefill = registers.prefill();
        var self = new PrefillSubject(PrefillSubject.Kind.CITIZEN, checked.value());

        assertThat(prefill.find("population.name", self)).hasValueSatisfying(found -> {
            assertThat(found.value()).isEqualTo(Datum.of("林晓燕"));
            assertThat(found.asOf()).isEqualTo(LocalDate.of(2026, 11, 20));
        });
        assertThat(prefill.find("population.phone", self)).isPresent();
        assertThat(prefill.find("legal-person.name", self)).isEmpty();
        assertThat(prefill.find("population.secret", self)).isEmpty();
        assertThat(platform.database()
                        .asOwner()
                        .sql("""
                SELECT count(*) FROM registers.person p
                 WHERE position(:phone IN p::text) > 0 OR position(:number IN p::text) > 0
                """)
                        .param("phone", "19900070099")
                        .param("number", checked.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void organisationCodesAreValidAndNeverGivenTwice() {
        var given = new HashSet<String>();
        for (int i = 0; i < 40; i++) {
            var code = registers.nextOrganisationCode();
            assertThat(given.add(code.value())).isTrue();
            assertThat(UnifiedSocialCreditCode.compose('9', '1', new DivisionCode("999801"), code))
                    .isInstanceOf(Outcome.Done.class);
        }
    }

    private String freshCode() {
        return UnifiedSocialCreditCode.compose('9', '1', new DivisionCode("999801"), registers.nextOrganisationCode())
                .orElseThrow()
                .value();
    }

    private static Datum firm(String code, String name) {
        return Datum.empty()
                .with("unifiedSocialCreditCode", Datum.of(code))
                .with("name", Datum.of(name))
                .with("kind", Datum.of("有限责任公司"))
                .with("legalRepresentative", Datum.of("林晓燕"))
                .with("division", Datum.of("999801"))
                .with("registeredCapital", Datum.of(100));
    }

    private Outcome<RegisterRecord, WriteRefusal> write(String code, Datum fields) {
        return Objects.requireNonNull(transactions.execute(status ->
                registers.write(new RegisterEntry(Registers.LEGAL_PERSON, code, (Datum.Fields) fields), DECIDED)));
    }
}
