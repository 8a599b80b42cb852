package org.tongqu.engines.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongqu.engines.cases.process.Node;
import org.tongqu.engines.cases.process.RuleGraph;
import org.tongqu.engines.packs.reading.PackProblem;
import org.tongqu.engines.packs.reading.PackProblem.Severity;
import org.tongqu.engines.packs.reading.PackReader;
import org.tongqu.kernel.text.Language;

/** FEATURE: whatever is broken in a pack is told with file, line and what to do. */
class PackReaderTest {

    @TempDir
    private Path root;

    @Test
    void aDecisionIsUsedByTheStepThatAsksForAnotherThatNeedsIt() {
        var table = "<decisionTable><input><inputExpression><text>answers.companyName</text></inputExpression></input>"
                + "<output name=\"x\"/><rule><inputEntry/><outputEntry><text>1</text></outputEntry></rule></decisionTable>";
        var asked = "<decision id=\"registrationRoute\" name=\"登记方式判定表\">";

        var reading = BrokenPacks.after(
                root,
                "rules/registration-route.dmn",
                asked,
                "<decision id=\"needed\">" + table + "</decision><decision id=\"alone\">" + table + "</decision>"
                        + asked
                        + "<informationRequirement><requiredDecision href=\"#needed\"/></informationRequirement>");

        assertThat(reading.hasErrors()).as("%s", reading.problems()).isFalse();
        assertThat(reading.problems())
                .filteredOn(problem -> problem.code().equals("unused"))
                .flatExtracting(PackProblem::args)
                .containsExactly("alone");
        assertThat(reading.packs().getFirst().process().nodes().values())
                .filteredOn(Node.RuleTask.class::isInstance)
                .flatExtracting(node -> ((Node.RuleTask) node).asks().steps())
                .extracting(step -> ((RuleGraph.Step) step).table().id())
                .containsExactly("needed", "registrationRoute");
    }

    // a shipped pack with the first text replaced by the second; the problem must stand on that line
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            pack.yaml                      | process: process/registration.bpmn      | process: process/gone.bpmn             | pack-file-missing
            pack.yaml                      | fee: {free: true}                       | fee: {yuan: 10}                        | item-fee-basis
            pack.yaml                      | fee: {free: true}                       | fee: {free: false}                     | item-fee
            pack.yaml                      | fee: {free: true}                       | fee: {items: [{name: {zh: 工本费, en: Cost}, basis: {zh: 价目表, en: List}}]} | item-fee-standard
            pack.yaml                      | fee: {free: true}                       | fee: {items: [{name: {zh: 工本费, en: Cost}, yuan: 5}]} | item-fee-basis
            pack.yaml                      | depth: ["1", "2", "3", "4", "5"         | depth: ["9", "2", "3", "4", "5"        | item-depth
            pack.yaml                      | depth: ["1", "2", "3", "4", "5"         | depth: ["1", "2", "3", "4"             | item-depth-visits
            pack.yaml                      | events: {establishment: 2}              | events: {establishment: 0}             | item-event
            pack.yaml                      | complain: 0000-88012345                 | complain: 0000 8800 1315               | item-same-phone
            pack.yaml                      | basicCode: "000131004000"               | basicCode: "00013100400I"              | item-basic-code
            pack.yaml                      | basicCode: "000131004000"               | basicCode: "000231004000"              | item-code-type
            pack.yaml                      | handling: promised                      | handling: instant                      | item-instant
            pack.yaml                      | handling: promised                      | handling: soon                         | pack-choice
            pack.yaml                      | visits: 0                               | visits: 1                              | item-visit-why
            pack.yaml                      | objects: ["1", "2", "6"]                | objects: ["9"]                         | item-objects
            pack.yaml                      | limit: 1 working day                    | limit: one working day                 | clock-limit
            pack.yaml                      | limit: 1 working day                    | limit: 9 working days                  | clock-over-law
            pack.yaml                      | divisionField: residence.division       | divisionField: residence.detail        | dispatch-field
            pack.yaml                      | owner: market-regulation                | owner: civil-affairs                   | pack-owner
            pack.yaml                      | version: "1"                            | versoin: "1"                           | pack-key-unknown
            pack.yaml                      | title: {zh: 企业设立登记, en: Register a company} | title: {zh: 企业设立登记}      | pack-label
            forms/application.yaml         | name: companyName                       | name: companyNmae                      | form-field-unknown
            forms/application.yaml         | control: citizen-number                 | control: passport                      | form-control
            forms/application.yaml         | name: contact.phone, control: phone     | name: contact.phone, control: yes-no   | form-field-type
            forms/application.yaml         | name: contact.email, control: email     | name: contact.email, control: phone    | form-identifier
            forms/application.yaml         | {value: owned,                          | {value: bought,                        | form-choice-not-allowed
            forms/application.yaml         | when: supervisorKind == 'one'           | when: supervisorKnd == 'one'           | expression-path
            forms/application.yaml         | when: supervisorKind == 'one'           | when: supervisorKind = 'one'           | expression-sign-unknown
            forms/application.yaml         | when: supervisorKind == 'one'           | when: supervisorKind == 'one           | expression-text-not-closed
            forms/application.yaml         | field: supervisor.citizenNumber         | field: somebody                        | form-rule-field
            forms/application.yaml         | id: articles                            | id: residence-proof                    | -
            forms/application.yaml         | accept: [pdf, ofd]                      | accepts: [pdf, ofd]                    | pack-key-unknown
            forms/application.yaml         | maxFiles: 5                             | maxFiles: 500                          | -
            forms/application.yaml         | summary: [name, amount]                 | summary: [name, amonut]                | -
            forms/application.yaml         | codes: codes/industries.yaml            | codes: codes/industry.yaml             | pack-file-missing
            forms/application.yaml         | source: population.name                 | source: population                     | form-source
            forms/application.yaml         | source: population.name                 | otherwise: objection                   | form-source-missing
            forms/application.yaml         | source: population.name                 | source: population.name, otherwise: no | form-otherwise
            forms/application.yaml         | source: population.name                 | source: legal-person.name, by: companyName | form-source-by
            forms/application.yaml         | source: population.name                 | source: legal-person.name, by: companyName | form-source-public
            forms/application.yaml         | {source: legal-person.name, by: shareholders.creditCode, says: shareholders.name} | {source: legal-person.name, by: shareholders.creditCode} | material-waiver-says
            forms/application.yaml         | by: shareholders.citizenNumber, says    | by: shareholders.kind, says            | material-waiver-by
            forms/application.yaml         | says: shareholders.name                 | says: shareholders.nmae                | form-field-unknown
            """)
    void aBrokenGuideOrFormIsShownByFileAndLine(String file, String from, String to, String code) {
        isShown(file, from, to, code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            process/registration.bpmn      | tongqu:performer="role:acceptor"        | tongqu:performer="role:acceptr"        | process-role
            process/registration.bpmn      | tongqu:starts="acceptance"              | tongqu:starts="acceptence"             | process-clock
            process/registration.bpmn      | tongqu:with="business-licence"          | tongqu:with="business-license"         | process-with
            process/registration.bpmn      | tongqu:action="registers.write"         | tongqu:action="registers.burn"         | process-action
            process/registration.bpmn      | tongqu:result="lapsed"                  | tongqu:result="expired"                | text-missing
            process/registration.bpmn      | tongqu:form="application"               | tongqu:form="another"                  | process-form
            documents/business-licence.yaml | from: answers.companyName              | from: answers.firmName                 | fact-unknown
            documents/business-licence.yaml | typeCode: 11999901MB0A00018J001        | typeCode: 11999901MB0A00018K001        | document-type-code
            documents/business-licence.yaml | division: answers.residence.division   | division: answers.residence.place      | fact-unknown
            documents/business-licence.yaml | from: answers.legalRepresentative.name | from: answers.legalRepresentative.citizenNumber | document-sensitive
            registers/legal-person.yaml    | identifier: licence.number              | identifier: licence.nummer             | fact-unknown
            publications/registered.yaml   | from: decision.on                       | from: answers.contact.phone            | publication-personal
            access/roles.yaml              | apart: [reviewer]                       | apart: [reviewr]                       | role-apart
            texts/en.yaml                  | outcome.accept: Accept                  | outcome.acept: Accept                  | text-one-language
            scenarios/issued.yaml          | result: issued                          | result: isued                          | scenario-unknown
            scenarios/rejected.yaml        | outcome: reject}                        | outcome: rejekt}                       | scenario-unknown
            scenarios/lapsed.yaml          | wait: 31 working days                   | wait: a month                          | scenario-wait
            demo/answers.yaml              | {pick: tradeNames}                      | {pick: tradeNmaes}                     | demo-list
            """)
    void aBrokenProcessOrResultIsShownByFileAndLine(String file, String from, String to, String code) {
        isShown(file, from, to, code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            notices/accepted.yaml          | outcome: accept}                        | outcome: acept}                        | notice-point
            notices/accepted.yaml          | done: accept,                           | done: accpt,                           | notice-point
            notices/accepted.yaml          | when: {done: accept, outcome: accept}   | when: {done: accept}                   | notice-when
            notices/issued.yaml            | when: {result: issued}                  | when: {result: isued}                  | notice-point
            notices/issued.yaml            | when: {result: issued}                  | when: {opened: false}                  | notice-when
            notices/issued.yaml            | to: applicant                           | to: everybody                          | pack-choice
            notices/issued.yaml            | channels: [site, sms]                   | channels: [sms]                        | notice-site
            notices/issued.yaml            | channels: [site, sms]                   | channels: [site, pigeon]               | pack-choice
            notices/issued.yaml            | 统一社会信用代码 {number}。             | 统一社会信用代码 {numbre}。            | notice-name
            notices/issued.yaml            | 统一社会信用代码 {number}。             | 统一社会信用代码 {number。             | notice-brace
            notices/issued.yaml            | 统一社会信用代码 {number}。             | 统一社会信用代码见执照。               | notice-languages
            notices/issued.yaml            | from: licence.number                    | from: licence.nummer                   | fact-unknown
            notices/issued.yaml            | from: licence.number                    | from: answers.contact.phone            | notice-personal
            notices/supplement-asked.yaml  | when: {reached: supplement}             | when: {reached: supplment}             | notice-point
            supervision/clocks.yaml        | promised:                               | promissed:                             | process-clock
            supervision/clocks.yaml        | warnPercent: 60                         | warnPercent: 600                       | clock-warn
            supervision/clocks.yaml        | warnPercent: 60                         | warn: 60                               | pack-key-missing
            supervision/rules.yaml         | kind: skipped-step                      | kind: skiped-step                      | pack-choice
            supervision/rules.yaml         | steps: [accept, review, decide]         | steps: [accept, reviw, decide]         | watch-step
            supervision/rules.yaml         | result: issued                          | result: isued                          | watch-result
            supervision/rules.yaml         | outcomes: [refuse] | outcomes: [refused] | watch-outcome
            supervision/rules.yaml         | rules.registrationRoute.route == 'simple' | rules.registrationRout.route == 'simple' | watch-table
            supervision/rules.yaml         | when: rules.registrationRoute | when: = rules.registrationRoute | expression-sign-unknown
            supervision/rules.yaml         | level: red                              | levl: red                              | pack-key-missing
            supervision/rules.yaml         | yellow: 2                               | yellow: 4                              | watch-order
            supervision/rules.yaml         | yellow: 2                               | yellow: 0                              | watch-positive
            supervision/rules.yaml         | repeated-supplements:                   | Repeated supplements:                  | watch-name
            scenarios/issued.yaml          | told: [accepted, issued]                | told: [acepted, issued]                | scenario-unknown
            """)
    void aBrokenNoticeOrRuleOfSupervisionIsShownByFileAndLine(String file, String from, String to, String code) {
        isShown(file, from, to, code);
    }

    @Test
    void aValueNoTextUsesIsWarnedOf() {
        var reading = BrokenPacks.after(
                root, "notices/withdrawn.yaml", "values:\n", "values:\n  - {name: on, from: act.on, show: date}\n");

        assertThat(reading.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.severity()).isEqualTo(Severity.WARNING);
            assertThat(problem.code()).isEqualTo("notice-value-unused");
        });
        assertThat(reading.packs()).hasSize(1);
    }

    private void isShown(String file, String from, String to, String code) {
        var reading = BrokenPacks.after(root, file, from, to);
        var line = BrokenPacks.lineOf(file, from);

        assertThat(reading.problems()).as("problems of %s after %s", file, to).anySatisfy(problem -> {
            assertThat(problem.severity()).isEqualTo(Severity.ERROR);
            assertThat(problem.file()).isEqualTo(file);
            if (!code.equals("-")) {
                assertThat(problem.code()).isEqualTo(code);
                assertThat(Math.abs(problem.line() - line))
                        .isLessThanOrEqualTo(code.equals("pack-key-unknown") ? 0 : 2);
            }
        });
        assertThat(reading.packs()).isEmpty();
    }

    @Test
    void everyProblemHasItsSentencesInBothLanguages() {
        var problems = BrokenPacks.after(root, "forms/application.yaml", "name: companyName", "name: companyNmae")
                .problems();

        assertThat(problems).isNotEmpty().allSatisfy(problem -> {
            for (var language : Language.values()) {
                assertThat(problem.text(language)).isNotBlank().doesNotContain("{0}");
                assertThat(problem.fix(language)).isNotBlank().doesNotContain("{0}");
            }
        });
        assertThat(problems.getFirst().fix(Language.EN)).contains("companyName");
    }

    @Test
    void whatTheSchemaRequiresMustBeAsked() {
        var problems = BrokenPacks.after(
                        root, "forms/application.yaml", "      - name: companyType", "      - name: companyKind")
                .problems();

        assertThat(problems).extracting(PackProblem::code).contains("schema-not-asked");
    }

    @Test
    void aBasisMustBeThere() throws IOException {
        var copy = BrokenPacks.copy(PackReader.folders(RealPacks.root()).getFirst(), root);
        var path = copy.resolve("pack.yaml");
        var text = Files.readString(path);
        var start = text.indexOf("  basis:");
        Files.writeString(path, text.substring(0, start) + text.substring(text.indexOf("  conditions:")));

        assertThat(PackReader.read(copy).problems())
                .extracting(PackProblem::code)
                .contains("item-no-basis");
    }

    @Test
    void aPackMustLieInTheFolderOfItsName() throws IOException {
        var copy = BrokenPacks.copy(PackReader.folders(RealPacks.root()).getFirst(), root);
        var moved = Files.move(copy, copy.resolveSibling("somewhere-else"));

        assertThat(PackReader.read(moved).problems())
                .extracting(PackProblem::code)
                .containsExactly("pack-folder");
    }

    @Test
    void linksOutOfTheFolderAreNotFollowed() throws IOException {
        var copy = BrokenPacks.copy(PackReader.folders(RealPacks.root()).getFirst(), root);
        Files.createSymbolicLink(copy.resolve("codes/passwd.yaml"), Path.of("/etc/passwd"));

        assertThat(PackReader.read(copy).problems())
                .extracting(PackProblem::code)
                .containsExactly("pack-file-link");
    }

    @Test
    void aScenarioThatDoesNotComeTrueIsShownByItsLine() {
        var reading = BrokenPacks.after(root, "scenarios/issued.yaml", "acceptance: met", "acceptance: red");
        var pack = reading.packs().getFirst();
        var missed = org.tongqu.engines.packs.scenarios.ScenarioRunner.run(pack).stream()
                .filter(result -> !result.isPassed())
                .toList();

        assertThat(missed)
                .singleElement()
                .satisfies(result -> assertThat(result.misses()).singleElement().satisfies(miss -> {
                    assertThat(miss.file()).isEqualTo("scenarios/issued.yaml");
                    assertThat(miss.line()).isEqualTo(BrokenPacks.lineOf("scenarios/issued.yaml", "acceptance: met"));
                    assertThat(miss.args()).containsExactly("lamps.acceptance", "red", "met");
                }));
    }
}
