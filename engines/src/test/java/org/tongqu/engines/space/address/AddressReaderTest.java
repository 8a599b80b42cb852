package org.tongqu.engines.space.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** FEATURE: an address is taken apart: road, number, part and what is beyond, in every writing. */
class AddressReaderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            云州市东湖区人民路128号                | 人民路 128
            雲州市東湖區人民路１２８號             | 人民路 128
            云州市东湖区人民路一百二十八号         | 人民路 128
            人民路第128号                          | 人民路 128
            人民路128-2号                          | 人民路 128 之2
            人民路128—2号                          | 人民路 128 之2
            人民路128号之二                        | 人民路 128 之2
            人民路128号附3号                       | 人民路 128 附3
            人民路甲128号                          | 人民路 128 甲
            人民路128号甲                          | 人民路 128 甲
            人民路128甲号                          | 人民路 128 甲
            人民路128号A座1203室                   | 人民路 128 > a座1203室
            人民路128号院3号楼2单元501室           | 人民路 128 > 院3号楼2单元501室
            人民路120弄5号302室                    | 人民路 120 > 5号302室
            安宁区东风街道桃林社区中山一路三十号   | 中山一路 30
            安宁区五一路二楼                       | ''
            新村路9号                              | 新村路 9
            桃林村12号                             | - 12
            128号                                  | - 128
            人民路                                 | ''
            ？？？                                 | ''
            人民路1234567号                        | ''
            """)
    void anAddressIsTakenApart(String text, String expected) {
        var shown = AddressReader.read(text)
                .door()
                .map(door -> door.road().orElse("-")
                        + " "
                        + door.number()
                        + (door.part().isEmpty() ? "" : " " + door.part())
                        + (door.beyond().isEmpty() ? "" : " > " + door.beyond()))
                .orElse("");

        assertThat(shown).isEqualTo(expected);
    }

    @Test
    void numbersAreReadInEveryWriting() {
        assertThat(Likeness.of("Ｎｏ．１２ 号")).isEqualTo("no12号");
        assertThat(Likeness.of("一百零八号")).isEqualTo("108号");
        assertThat(Likeness.of("十号")).isEqualTo("10号");
        assertThat(Likeness.of("八一路三楼")).isEqualTo("八一路3楼");
        assertThat(Likeness.of("東風街道")).isEqualTo("东风街道");
    }

    @Test
    void aRoadIsNotTheEndOfALongerOne() {
        assertThat(Address.Door.isOn("安宁区解放路", "解放路")).isTrue();
        assertThat(Address.Door.isOn("解放路", "解放路")).isTrue();
        assertThat(Address.Door.isOn("安宁区新解放路", "解放路")).isFalse();
    }
}
