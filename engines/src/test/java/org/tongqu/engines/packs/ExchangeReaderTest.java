package org.tongqu.engines.packs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tongqu.engines.exchanges.FileFormat;
import org.tongqu.engines.exchanges.FileType;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.engines.exchanges.Origin;
import org.tongqu.engines.exchanges.QualityRule;
import org.tongqu.engines.packs.reading.ExchangeReader;
import org.tongqu.engines.packs.reading.PackProblem;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.text.Language;

/** FEATURE: a flow is declared in a file, and whatever is wrong with it is said with its line. */
class ExchangeReaderTest {

    private static final String GOOD = """
            exchange: population
            title: {zh: 人口, en: Population}
            source: {table: person, key: [id], watermark: changed}
            target: {table: register.person, key: [citizen]}
            codes:
              sex: {"1": M, "2": F}
            columns:
              - {to: citizen, from: sfzh, trim: true}
              - {to: sex, from: xb, codes: sex}
              - {to: address, join: {fields: [district, street], with: " "}}
              - {to: surname, part: {of: full_name, by: "-", number: 2}}
              - {to: kind, always: person}
            rules:
              - {id: letter, column: sex, one-of: [M, F], basis: GB/T 2261.1, meaning: {zh: 性别, en: Sex}}
            """;

    @Test
    void aFlowSaysWhatEachColumnIsMadeOf() {
        var flow = flow(GOOD);

        assertThat(flow.id()).isEqualTo("population");
        assertThat(flow.source().watermark()).contains("changed");
        assertThat(flow.columns().get(3).origin()).isEqualTo(new Origin.Part("full_name", "-", 2));
        assertThat(flow.rules().getFirst().check()).isEqualTo(new QualityRule.OneOf(Set.of("M", "F")));
        assertThat(flow.fields()).containsExactly("id", "changed", "sfzh", "xb", "district", "street", "full_name");
    }

    @Test
    void filesAreASourceThatSaysItsFormatAndNoTable() {
        var files = GOOD.replace(
                "{table: person, key: [id], watermark: changed}", "{connector: files, format: jsonl, key: [id]}");

        assertThat(flow(files).source()).isEqualTo(Flow.Source.files(FileFormat.JSONL, List.of("id")));
        assertThat(flow(files).fields()).startsWith("id", Flow.FILE_ROW);
        assertThat(problems(files.replace("format: jsonl, ", "")))
                .containsExactly("f.yaml:3 pack-key-missing [format]");
        assertThat(problems(files.replace("jsonl", "orc")))
                .anySatisfy(
                        problem -> assertThat(problem).startsWith("f.yaml:3 ").contains("orc"));
        assertThat(problems(files.replace("jsonl,", "jsonl, table: x,")))
                .anySatisfy(problem -> assertThat(problem).startsWith("f.yaml:3 pack-key-unknown [table"));
    }

    @Test
    void filesAreATargetWhoseColumnsAreTextsUnlessTheFlowSaysWhatTheyAre() {
        var files = GOOD.replace(
                "{table: register.person,",
                "{connector: files, format: xlsx, types: {citizen: integer, sex: 'decimal(4,2)'},");

        assertThat(flow(files).target())
                .isEqualTo(Flow.Target.files(
                        List.of("citizen"),
                        new Flow.Written(
                                FileFormat.XLSX,
                                Map.of(
                                        "citizen", new FileType(FileType.Kind.INTEGER, 0, 0),
                                        "sex", new FileType(FileType.Kind.DECIMAL, 4, 2)))));
        assertThat(problems(files.replace("decimal(4,2)", "decimal(4,5)")))
                .singleElement()
                .asString()
                .startsWith("f.yaml:4 pack-value-kind [sex");
        assertThat(flow(files.replace("xlsx", "parquet")).target().table()).isEqualTo("parquet");
        assertThat(problems(files.replace("xlsx", "parquet").replace("'decimal(4,2)'", "decimal")))
                .singleElement()
                .asString()
                .startsWith("f.yaml:4 pack-value-kind [sex");
        assertThat(problems(files.replace("sex: 'dec", "sez: 'dec")))
                .containsExactly("f.yaml:4 exchange-rule-column [sez, sex]");
        assertThat(problems(files.replace("format: xlsx, ", ""))).containsExactly("f.yaml:4 pack-key-missing [format]");
    }

    @Test
    void whatIsWrongIsSaidWithItsLine() {
        assertThat(problems(GOOD.replace("codes: sex}", "codes: sexe}")))
                .containsExactly("f.yaml:9 exchange-codes [sexe, sex]");
        assertThat(problems(GOOD.replace("column: sex", "column: sez")))
                .containsExactly("f.yaml:14 exchange-rule-column [sez, sex]");
        assertThat(problems(GOOD.replace("key: [citizen]", "key: [number]")))
                .containsExactly("f.yaml:4 exchange-key-not-written [number]");
        assertThat(problems(GOOD.replace("{table: register.person", "{connector: dameng, table: register.person")))
                .containsExactly("f.yaml:4 exchange-target [dameng]");
        assertThat(problems(GOOD.replace("register.person", "person; DROP TABLE x")))
                .containsExactly("f.yaml:4 exchange-table [person; DROP TABLE x]");
        assertThat(problems(GOOD.replace("always: person", "always: person, from: xb")))
                .containsExactly("f.yaml:12 exchange-origin []");
        assertThat(problems(GOOD.replace("one-of: [M, F]", "pattern: '['")))
                .anySatisfy(problem -> assertThat(problem).startsWith("f.yaml:14 exchange-pattern"));
        assertThat(problems(GOOD.replace("{to: sex,", "{to: citizen,")))
                .contains("f.yaml:9 exchange-column-twice [citizen]");
        assertThat(problems(GOOD.replace("trim: true", "trimmed: true")))
                .anySatisfy(problem -> assertThat(problem).startsWith("f.yaml:8 pack-key-unknown [trimmed"));
    }

    @Test
    void everyProblemIsSaidInBothLanguages() {
        var refused = (Outcome.Refused<Flow, List<PackProblem>>) ExchangeReader.read(
                "f.yaml", GOOD.replace("codes: sex}", "codes: sexe}").getBytes(UTF_8));

        assertThat(refused.reason().getFirst().text(Language.EN)).contains("sexe");
        assertThat(refused.reason().getFirst().fix(Language.ZH)).contains("sex");
    }

    private static Flow flow(String yaml) {
        return ((Outcome.Done<Flow, List<PackProblem>>) ExchangeReader.read("f.yaml", yaml.getBytes(UTF_8))).value();
    }

    private static List<String> problems(String yaml) {
        assertThat(yaml).isNotEqualTo(GOOD);
        var outcome = ExchangeReader.read("f.yaml", yaml.getBytes(UTF_8));
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused<Flow, List<PackProblem>>) outcome)
                .reason().stream().map(PackProblem::toString).toList();
    }
}
