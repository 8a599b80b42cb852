package org.tongqu.platform.data.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongqu.platform._support.StatementCount;
import org.tongqu.platform.data.catalog.Compiling;
import org.tongqu.platform.trust._support.Employer;

/** FEATURE: an address or a place is resolved to street, community and cell, and it is said how sure that is. */
class AddressesTest {

    private final Mapped town = Mapped.town();
    private final Addresses addresses = town.platform().bean(Addresses.class);

    private static String shown(List<Resolved> found) {
        return found.stream()
                .map(one -> one.why()
                        + " "
                        + (one.divisions().isEmpty()
                                ? ""
                                : one.divisions().getLast().id())
                        + one.cell().map(cell -> " " + cell.id()).orElse("")
                        + one.thing().map(thing -> " " + thing.id()).orElse(""))
                .collect(Collectors.joining("; "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            安宁区东风街道桃林社区长庚路12号301室             | HOUSE G998801001001 G998801001001001 H99880100000001
            安宁区 东风街道 桃林社区 长庚路１２号３０１室     | HOUSE G998801001001 G998801001001001 H99880100000001
            安宁区东风街道桃林社区长庚路十二号三〇一室        | HOUSE G998801001001 G998801001001001 H99880100000001
            东风街道柳溪社区长庚路一百二十号                  | HOUSES G998801001002 G998801001002001 H99880100000002
            桃林社区长庚路12号                                | HOUSES G998801001001 G998801001001001 H99880100000001
            安宁区桃林社区                                    | DIVISION G998801001001
            东风街道                                          | DIVISION G998801001000
            桃林社区长庚路3000号                              | ROAD G998801001001 G998801001001001 G998801800001
            长庚路20号                                        | DOOR G998801001001 G998801001001001 G998801990020
            长庚路20号附1号                                   | DOOR G998801001001 G998801001001001 G998801990021
            长庚路20号3栋2单元501室                           | DOOR G998801001001 G998801001001001 G998801990020
            长庚路甲20号                                      | MAIN G998801001001 G998801001001001 G998801990020
            安寧區長庚路８號                                  | ALONG G998801001001 G998801001001001 G998801800001
            长庚路70号                                        | ALONG G998801001002 G998801001002001 G998801800001
            桃林社区长庚路70号                                | DIVISION G998801001001
            长庚路40号                                        | ALONG G998801001002 G998801001002001 G998801800001
            北境镇落霞村                                      | ''
            号                                                | ''
            """)
    void anAddressIsFoundByWhatIsKnownOfIt(String address, String found) {
        assertThat(shown(addresses.resolve(Sight.OFFICER, address).found())).isEqualTo(found);
    }

    @Test
    void aPlaceLiesInItsCellAndOnABorderInSeveral() {
        assertThat(shown(addresses.at(Sight.PUBLIC, 112.01, 30.01))).isEqualTo("INSIDE G998801001001 G998801001001001");
        assertThat(addresses.at(Sight.PUBLIC, 112.01, 30.01).getFirst().divisions())
                .extracting(Feature::label)
                .containsExactly("安宁区", "东风街道", "桃林社区");
        assertThat(addresses.at(Sight.PUBLIC, 112.02, 30.01))
                .extracting(Resolved::why)
                .containsExactly(Resolved.Why.BORDER, Resolved.Why.BORDER);
        assertThat(addresses.at(Sight.PUBLIC, 100.02, 30.01)).isEmpty();
    }

    @Test
    void everybodyIsAnsweredByWhatIsPublicAndOfficersByHousesToo() {
        var address = "安宁区东风街道桃林社区长庚路12号301室";
        assertThat(shown(addresses.resolve(Sight.PUBLIC, address).found()))
                .isEqualTo("ALONG G998801001001 G998801001001001 G998801800001");
        var employer = Employer.at(town.platform(), "11119999MB0P0074XX");
        var officer = employer.signIn(employer.hires(Compiling.AUTHORITY));

        assertThat(officer.opens("/desk/space/resolve?q=" + address).body()).contains("桃林社区第1网格", "与登记的房屋坐落相同", "确定");
        var visitor = town.platform().visitor();
        assertThat(visitor.opens("/map/address?q=112.01,30.01").body()).contains("桃林社区第1网格", "坐标在其中");
        assertThat(visitor.opens("/map/address?q=" + address).body())
                .contains("沿道路推算", "很可能")
                .doesNotContain("H99880100000001");
        assertThat(visitor.opens("/api/space/resolve?address=112.01,30.01").body())
                .contains("\"why\":\"inside\"", "G998801001001001");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ？？                                   | NOTHING_READ
            128号                                  | NO_ROAD
            桃林社区无此路128号                    | ROAD_UNKNOWN
            长庚路                                 | NO_NUMBER
            长庚路3000号                           | NUMBER_UNKNOWN
            长庚路20号附9号                        | PART_UNKNOWN
            北境镇落霞村                           | NOT_KNOWN
            长庚路19号                             | ''
            """)
    void whatItLacksIsSaid(String address, String doubt) {
        assertThat(addresses
                        .resolve(Sight.PUBLIC, address)
                        .doubt()
                        .map(Enum::name)
                        .orElse(""))
                .isEqualTo(doubt);
    }

    @Test
    void severalAreResolvedAtOnceWithAHandfulOfStatements() throws Exception {
        var texts = Stream.of("长庚路20号", "？？", "桃林社区", "长庚路6号", "启明路", "安宁区东风街道桃林社区长庚路12号301室")
                .flatMap(text -> Collections.nCopies(30, text).stream())
                .toList();

        var count = StatementCount.during(() -> {
            var found = addresses.resolve(Sight.OFFICER, texts);
            assertThat(found).extracting(Resolution::address).isEqualTo(texts);
            assertThat(shown(found.getFirst().found())).startsWith("DOOR");
            assertThat(shown(found.getLast().found())).startsWith("HOUSE G998801001001");
            return found;
        });

        assertThat(count).isLessThanOrEqualTo(5);
        assertThat(town.platform()
                        .visitor()
                        .opens("/api/space/resolve?address=长庚路6号&address=128号")
                        .body())
                .contains(
                        "\"results\"",
                        "\"exactness\":\"interpolated\"",
                        "\"longitude\":112.00",
                        "\"doubt\":\"no-road\"");
    }
}
