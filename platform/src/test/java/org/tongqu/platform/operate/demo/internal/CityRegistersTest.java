package org.tongqu.platform.operate.demo.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform.data.golden.GoldenRecord.AsOf;
import org.tongqu.platform.data.golden.GoldenRegisters;
import org.tongqu.platform.data.golden.internal.GoldenDemo;
import org.tongqu.platform.data.registers.Registers;
import org.tongqu.platform.operate.demo.DemoCity;

/** FEATURE: departments of the demo city deliver into declared registers, and do not always agree. */
class CityRegistersTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    /** The firm that the journeys look at. */
    private static final String FIRST_FIRM = "91999901MA0000007A";

    private final StartedPlatform platform = StartedPlatform.shared();
    private final JdbcClient sql = platform.bean(JdbcClient.class);

    private static DemoCity city() {
        var words = new Words();
        var places = Places.of(words);
        var residents = new MadeResidents(words, places);
        var firms = new MadeFirms(words, places, residents, Registers::organisationCode, TODAY);
        return new DemoCity(
                TODAY,
                Places.CITY,
                places.districts(),
                places.communities(),
                List.of(),
                List.of(),
                residents,
                firms,
                List.of());
    }

    @Test
    void threeRegistersAreFilledWithDisputesAndWithWhatCannotBeTrue() {
        var part = platform.bean(GoldenDemo.class);
        var registers = platform.bean(GoldenRegisters.class);
        var city = city();
        platform.bean(TransactionTemplate.class).executeWithoutResult(status -> {
            status.setRollbackOnly();
            var said = new ArrayList<String>();
            var began = System.nanoTime();

            part.load(city, said::add);

            LoggerFactory.getLogger(CityLoad.class).info("{} ms: {}", (System.nanoTime() - began) / 1_000_000, said);
            assertThat(said).hasSize(1);
            Map<String, Long> records = new HashMap<>();
            registers.standings().forEach(one -> records.merge(one.register().code(), one.records(), Long::sum));
            assertThat(records.get("legal-person")).isGreaterThanOrEqualTo(6_000);
            assertThat(records.get("house")).isGreaterThanOrEqualTo(5_900);
            assertThat(records.get("social-security")).isGreaterThanOrEqualTo(7_900);
            assertThat(count("golden.record WHERE register = 'legal-person' AND disputed <> '{}'"))
                    .isBetween(100, 1_000);
            assertThat(sql.sql("SELECT DISTINCT kind FROM golden.aside WHERE register IN ('house', 'social-security')")
                            .query(String.class)
                            .list())
                    .contains("impossible-date", "future", "twice");
            assertThat(count("golden.pair WHERE register = 'population' AND state = 'waiting'"
                            + " AND array_to_string(pieces, ' ') LIKE '%citizenNumber similar%'"))
                    .as("one person under two numbers")
                    .isEqualTo(3);
            var firm = registers.record(registers.find("legal-person").orElseThrow(), FIRST_FIRM, AsOf.on(TODAY));
            assertThat(firm)
                    .hasValueSatisfying(found -> assertThat(found.fields())
                            .containsKeys("name", "address", "representativeNumber", "phone"));
        });
    }

    private int count(String rows) {
        return sql.sql("SELECT count(*) FROM " + rows).query(Integer.class).single();
    }
}
