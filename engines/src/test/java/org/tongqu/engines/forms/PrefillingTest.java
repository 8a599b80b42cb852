package org.tongqu.engines.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tongqu.engines.forms.Field.Known;
import org.tongqu.engines.forms.Field.Otherwise;
import org.tongqu.engines.forms.Forms.Filled;
import org.tongqu.engines.forms.MaterialAsk.Proof;
import org.tongqu.engines.forms.Prefill.PrefillSubject;
import org.tongqu.engines.forms.Prefill.Prefilled;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.text.Label;

/** FEATURE: what a register knows of a named firm is filled in, a word against it is kept, and papers are waived. */
class PrefillingTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Label LABEL = new Label("名称", "Name");
    private static final String FIRST = "91999901MA0A00014U";
    private static final String PERSON = "999901199001010029";
    private static final PrefillSubject SIGNED_IN = new PrefillSubject(PrefillSubject.Kind.CITIZEN, PERSON);
    private static final Prefill REGISTERS = (source, subject) -> Optional.ofNullable(Map.of(
                            "legal-person.name " + FIRST,
                            "First Ltd",
                            "legal-person.name B",
                            "Second Ltd",
                            "population.name " + PERSON,
                            "Lin")
                    .get(source + " " + subject.identifier()))
            .map(name -> new Prefilled(Datum.of(name), source, DAY));

    @Test
    void theNameFollowsFromTheCodeAndSaysWhereItComesFrom() {
        var filled = Forms.prefill(page(Otherwise.OBJECTION), said("code", FIRST), REGISTERS, SIGNED_IN);

        assertThat(filled.answers().text("name")).contains("First Ltd");
        var known = filled.provenance().of("name", filled.answers()).orElseThrow();
        assertThat(known.source()).isEqualTo("legal-person.name");
        assertThat(known.asOf()).isEqualTo(DAY);
        assertThat(filled.provenance().standing(filled.answers())).isEqualTo(1);
        var nobody = Forms.prefill(page(Otherwise.OBJECTION), said("other", "x"), REGISTERS, SIGNED_IN);
        assertThat(nobody.answers().at("name").isNothing()).isTrue();
    }

    @Test
    void anotherCodeBringsAnotherNameAlsoOnAPageThatWasAnswered() {
        var page = page(Otherwise.OBJECTION);
        var first = Forms.prefill(page, said("code", FIRST), REGISTERS, SIGNED_IN);
        var second = Forms.follow(page, and(first, "code", "B"), REGISTERS, SIGNED_IN);
        var unknown = Forms.follow(page, and(first, "code", "C"), REGISTERS, SIGNED_IN);

        assertThat(second.answers().text("name")).contains("Second Ltd");
        assertThat(unknown.answers().at("name").isNothing()).isTrue();
        assertThat(unknown.provenance()).isEqualTo(Provenance.NONE);
    }

    @Test
    void anAnswerAgainstTheRegisterIsAnObjectionWhereTheFormSaysSo() {
        var page = page(Otherwise.OBJECTION);
        var typed = Forms.follow(page, and(said("code", FIRST), "name", "Other Ltd"), REGISTERS, SIGNED_IN);
        assertThat(typed.answers().text("name")).contains("Other Ltd");
        assertThat(typed.provenance().of("name", typed.answers())).isEmpty();

        var kept = typed.provenance().stillTrueOf(typed.answers());
        assertThat(kept.objectedTo("name", typed.answers()).orElseThrow().value())
                .isEqualTo(Datum.of("First Ltd"));
        var agreed = and(typed, "name", "First Ltd");
        assertThat(agreed.provenance().objectedTo("name", agreed.answers())).isEmpty();
        assertThat(agreed.provenance().of("name", agreed.answers())).isPresent();
    }

    @Test
    void elsewhereItIsJustAnotherAnswer() {
        var page = page(Otherwise.CHANGE);
        var filled = Forms.prefill(page, said("code", FIRST), REGISTERS, SIGNED_IN);
        var changed = and(filled, "name", "Other Ltd");

        assertThat(changed.provenance().objectedTo("name", changed.answers())).isEmpty();
        assertThat(changed.provenance().stillTrueOf(changed.answers())).isEqualTo(Provenance.NONE);
    }

    @Test
    void aPaperIsWaivedWhenTheRegisterSaysTheSame() {
        var proof = new Proof("legal-person.name", Optional.of("code"), Optional.of("name"));
        var says = (Datum.Fields) said("code", FIRST).answers().with("name", Datum.of("First Ltd"));

        assertThat(waived(says, proof)).containsExactly("paper");
        assertThat(waived((Datum.Fields) says.with("name", Datum.of("Other Ltd")), proof))
                .isEmpty();
        assertThat(waived((Datum.Fields) says.with("code", Datum.of("nonsense")), proof))
                .isEmpty();
        assertThat(waived(says)).isEmpty();
        assertThat(waived(says, new Proof("population.name", Optional.empty(), Optional.empty())))
                .containsExactly("paper");
    }

    @Test
    void ofSeveralEveryOneMustBeKnownByOneOfTheRegisters() {
        var person = new Proof("population.name", Optional.of("rows.number"), Optional.of("rows.name"));
        var firm = new Proof("legal-person.name", Optional.of("rows.code"), Optional.of("rows.name"));
        var lin = row("number", PERSON, "Lin");
        var first = row("code", FIRST, "First Ltd");

        assertThat(waived(rows(lin, first), person, firm)).containsExactly("paper");
        assertThat(waived(rows(lin, first), person)).isEmpty();
        assertThat(waived(rows(lin, row("number", PERSON, "Zhou")), person, firm))
                .isEmpty();
        assertThat(waived(rows(), person, firm)).isEmpty();
    }

    private static Set<String> waived(Datum.Fields answers, Proof... proofs) {
        var ask = new MaterialAsk(
                "paper",
                LABEL,
                Field.Answer.REQUIRED,
                List.of("pdf"),
                1,
                1,
                LABEL,
                Optional.empty(),
                Optional.empty(),
                List.of(proofs),
                Optional.of(LABEL));
        var form = new Form(List.of(page(List.of(), List.of(ask))), List.of());
        return Forms.waived(form, answers, REGISTERS, SIGNED_IN);
    }

    private static Datum row(String by, String code, String name) {
        return new Datum.Fields(Map.of(by, Datum.of(code), "name", Datum.of(name)));
    }

    private static Datum.Fields rows(Datum... rows) {
        return new Datum.Fields(Map.of("rows", Datum.of(List.of(rows))));
    }

    private static Filled said(String path, String text) {
        return and(new Filled(new Datum.Fields(Map.of()), Provenance.NONE), path, text);
    }

    private static Filled and(Filled before, String path, String text) {
        return new Filled((Datum.Fields) before.answers().with(path, Datum.of(text)), before.provenance());
    }

    private static FormPage page(Otherwise otherwise) {
        var name = new Field(
                "name",
                Control.TEXT,
                LABEL,
                Optional.empty(),
                Optional.empty(),
                Field.Answer.REQUIRED,
                List.of(),
                Optional.of(new Known("legal-person.name", Optional.of("code"), otherwise)),
                Optional.empty());
        return page(List.of(name), List.of());
    }

    private static FormPage page(List<Field> fields, List<MaterialAsk> materials) {
        return new FormPage(
                "firm",
                LABEL,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                fields,
                materials);
    }
}
