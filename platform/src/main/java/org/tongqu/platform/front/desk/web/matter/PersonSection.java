package org.tongqu.platform.front.desk.web.matter;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tongqu.design.Texts;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.identity.CitizenNumber;
import org.tongqu.platform.data.golden.Concerned;
import org.tongqu.platform.data.golden.RecordSection;
import org.tongqu.platform.matter.casework.CaseView;
import org.tongqu.platform.matter.casework.Casework;
import org.tongqu.platform.matter.licences.Licence;
import org.tongqu.platform.matter.licences.Licences;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.identity.Accounts;
import org.tongqu.platform.trust.identity.SignedIn;

/** A person's matters, open and past, and the licences of them: those that the officer may open. */
@Component
class PersonSection implements RecordSection {

    private final Accounts accounts;
    private final Casework casework;
    private final Licences licences;

    PersonSection(Accounts accounts, Casework casework, Licences licences) {
        this.accounts = accounts;
        this.casework = casework;
        this.licences = licences;
    }

    @Override
    public List<DataTable> tables(Texts texts, SignedIn.Officer who, Concerned concerned) {
        if (concerned.kind() != Concerned.Kind.PERSON
                || !(CitizenNumber.parse(concerned.number()) instanceof Outcome.Done<CitizenNumber, ?>(var number))) {
            return List.of();
        }
        var person = accounts.findCitizen(number);
        var cases = person.map(casework::casesOf).orElse(List.of());
        var held = person.map(licences::licencesOf).orElse(List.of());
        var visible = casework.visible(
                who,
                Stream.concat(
                                cases.stream().map(view -> view.head().caseId()),
                                held.stream().map(licence -> licence.origin().caseId()))
                        .collect(Collectors.toSet()));
        return List.of(
                cases(
                        texts,
                        cases.stream()
                                .filter(view -> visible.contains(view.head().caseId()))
                                .toList()),
                licences(
                        texts,
                        held.stream()
                                .filter(licence ->
                                        visible.contains(licence.origin().caseId()))
                                .toList()));
    }

    private static DataTable cases(Texts texts, List<CaseView> cases) {
        return table(
                texts,
                "matters",
                List.of("case", "receipt", "state"),
                cases.stream()
                        .map(view -> Row.of(
                                new Cell.Opens(
                                        Said.in(texts, view.item()),
                                        "/desk/cases/" + view.head().caseId()),
                                new Cell.Words(view.head().receipt().value()),
                                new Cell.Words(texts.say(
                                        view.standing().steps().isEmpty() ? "desk.person.ended" : "desk.person.open"))))
                        .toList());
    }

    private static DataTable licences(Texts texts, List<Licence> held) {
        return table(
                texts,
                "licences",
                List.of("licence", "number", "issued"),
                held.stream()
                        .map(licence -> Row.of(
                                new Cell.Words(Said.in(texts, licence.kind().title())),
                                new Cell.Words(licence.number()),
                                new Cell.Words(texts.day(
                                        licence.issuedAt().atZone(Texts.ZONE).toLocalDate()))))
                        .toList());
    }

    private static DataTable table(Texts texts, String name, List<String> columns, List<Row> rows) {
        return new DataTable(
                texts,
                texts.say("desk.person." + name),
                columns.stream()
                        .map(column -> Column.of(texts.say("desk.person." + column)))
                        .toList(),
                rows,
                EmptyState.of(texts.say("desk.person." + name + ".empty"), ""),
                "");
    }
}
