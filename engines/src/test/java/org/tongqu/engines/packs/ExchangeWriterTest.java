package org.tongqu.engines.packs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.engines.packs.reading.ExchangeReader;
import org.tongqu.engines.packs.reading.ExchangeWriter;
import org.tongqu.kernel.Outcome;

/** FEATURE: a flow handed to another program is read there as it was meant. */
class ExchangeWriterTest {

    private static final String WHOLE = """
            exchange: whole
            title: {zh: "全部：\\"引号\\"", en: Whole}
            runs: {agreement: {resource: 101001/1, consumer: tax, purpose: supervision}, from: a, to: b, minutes: 7}
            source: {connector: mariadb, table: person, key: [id, part], watermark: changed}
            target: {table: register.person, key: [citizen]}
            codes:
              sex: {"1": M, "2": F}
            columns:
              - {to: citizen, from: sfzh, trim: true}
              - {to: sex, from: xb, codes: sex}
              - {to: born, from: csrq, dates: yyyyMMdd}
              - {to: area, from: mu, unit: {times: 666.6667, digits: 2}}
              - {to: address, join: {fields: [district, street], with: " "}}
              - {to: lane, join: {fields: [district, street]}}
              - {to: surname, part: {of: full_name, by: "-", number: 2}}
              - {to: origin, always: "0123"}
            rules:
              - {id: number, column: citizen, check: citizen-number, basis: GB, meaning: {zh: 号码, en: Number}}
              - {id: there, column: citizen, check: required, basis: GB, meaning: {zh: 有, en: There}}
              - {id: firm, column: lane, check: credit-code, basis: GB, meaning: {zh: 码, en: Code}}
              - {id: shape, column: lane, pattern: "[a-z]{1,3}\\\\d", basis: X, meaning: {zh: 形, en: Shape}}
              - {id: some, column: sex, one-of: [M, F], basis: X, meaning: {zh: 之一, en: One}}
              - {id: size, column: area, between: {least: -1.5, most: 100}, basis: X, meaning: {zh: 大小, en: Size}}
              - {id: life, column: born, during: {first: 1900-01-01, last: 2026-12-31}, basis: X, meaning: {zh: 生, en: Life}}
            """;

    @Test
    void whatIsWrittenIsReadAsTheSameFlow() {
        var flow = read(WHOLE);
        var again = read(ExchangeWriter.write(flow).canonical());

        assertThat(again.source()).isEqualTo(flow.source());
        assertThat(again.target()).isEqualTo(flow.target());
        assertThat(again.columns()).isEqualTo(flow.columns());
        assertThat(again.codes()).isEqualTo(flow.codes());
        assertThat(again.running()).isEqualTo(flow.running());
        assertThat(again.title()).isEqualTo(flow.title());
        assertThat(again.rules().toString()).isEqualTo(flow.rules().toString());
    }

    @Test
    void filesAreWrittenWithTheirFormatAndTheTypesOfTheirColumns() {
        var flow = read(
                WHOLE.replaceFirst("\nsource: .*", "\nsource: {connector: files, format: xlsx, key: [id]}")
                        .replaceFirst(
                                "target: .*",
                                "target: {connector: files, format: parquet, key: [citizen], types: {born: date, area: 'decimal(9,2)'}}"));
        var again = read(ExchangeWriter.write(flow).canonical());

        assertThat(again.source()).isEqualTo(flow.source());
        assertThat(again.target()).isEqualTo(flow.target());
    }

    private static Flow read(String yaml) {
        return switch (ExchangeReader.read("exchanges/whole.yaml", yaml.getBytes(UTF_8))) {
            case Outcome.Done<Flow, ?>(var flow) -> flow;
            case Outcome.Refused<Flow, ?>(var problems) -> throw new AssertionError(problems);
        };
    }
}
