package org.tongqu.platform.data.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
            桃林社区长庚路99号                                | ROAD G998801001001 G998801001001001 G998801800001
            北境镇落霞村                                      | ''
            号                                                | ''
            """)
    void anAddressIsFoundByWhatIsKnownOfIt(String address, String found) {
        assertThat(shown(addresses.resolve(Sight.OFFICER, address))).isEqualTo(found);
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
        assertThat(shown(addresses.resolve(Sight.PUBLIC, address)))
                .isEqualTo("ROAD G998801001001 G998801001001001 G998801800001");
        var employer = Employer.at(town.platform(), "11119999MB0P0074XX");
        var officer = employer.signIn(employer.hires(Compiling.AUTHORITY));

        assertThat(officer.opens("/desk/space/resolve?q=" + address).body()).contains("桃林社区第1网格", "与登记的房屋坐落相同", "确定");
        var visitor = town.platform().visitor();
        assertThat(visitor.opens("/map/address?q=112.01,30.01").body()).contains("桃林社区第1网格", "坐标在其中");
        assertThat(visitor.opens("/map/address?q=" + address).body())
                .contains("可能")
                .doesNotContain("H99880100000001");
        assertThat(visitor.opens("/api/space/resolve?address=112.01,30.01").body())
                .contains("\"why\":\"inside\"", "G998801001001001");
    }

    @Test
    void numbersAreReadInEveryWriting() {
        assertThat(Likeness.of("Ｎｏ．１２ 号")).isEqualTo("no12号");
        assertThat(Likeness.of("一百零八号")).isEqualTo("108号");
        assertThat(Likeness.of("十号")).isEqualTo("10号");
        assertThat(Likeness.of("八一路三楼")).isEqualTo("八一路3楼");
    }
}
