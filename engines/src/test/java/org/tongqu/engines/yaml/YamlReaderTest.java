package org.tongqu.engines.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongqu.engines.yaml.YamlValue.Mapping;
import org.tongqu.engines.yaml.YamlValue.Scalar;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel._support.Property;

/** FEATURE: YAML from strangers becomes values with lines, and nothing else. */
class YamlReaderTest {

    @Test
    void everyValueKnowsItsLine() {
        var read = (Mapping) read("""
                a: 1
                b:
                  - x
                  - c: "2"
                """).orElseThrow();

        assertThat(read.entries()).containsEntry("a", new YamlValue.Entry(new Scalar("1", Scalar.Kind.PLAIN, 1), 1));
        assertThat(read.entries().values()).extracting(YamlValue.Entry::line).containsExactly(1, 2);
        assertThat(read.toString()).contains("Scalar[text=2, kind=QUOTED, line=4]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `a: 1\nb: 2\na: 3`                                       | 3 | yaml-key-twice
            `a: !!javax.script.ScriptEngineManager [1]`              | 1 | yaml-tag
            `a: !custom {b: 1}`                                      | 1 | yaml-tag
            `a: 1\n b: 2`                                            | 2 | yaml-syntax
            `a: [1`                                                  | 1 | yaml-syntax
            `? [a, b]\n: 1`                                          | 1 | yaml-key-not-text
            `# nothing`                                              | 1 | yaml-empty
            """)
    void whatIsNotPlainYamlIsRefusedByItsLine(String text, int line, String code) {
        var problem = ((Outcome.Refused<YamlValue, YamlProblem>) read(text.replace("\\n", "\n"))).reason();

        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.line()).isBetween(line, line + 1);
    }

    @Test
    void aSmallFileCannotUnfoldIntoALargeOne() {
        var text = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x]\n");
        for (int i = 1; i < 12; i++) {
            var before = "*a" + (i - 1);
            text.append("a%d: &a%d [%s]\n".formatted(i, i, String.join(",", Collections.nCopies(9, before))));
        }

        assertThat(read(text.toString())).isInstanceOf(Outcome.Refused.class);
        assertThat(read("a: " + "[".repeat(500) + "]".repeat(500))).isInstanceOf(Outcome.Refused.class);
        assertThat(YamlReader.read(new byte[YamlReader.LARGEST_FILE + 1])).isInstanceOf(Outcome.Refused.class);
        assertThat(YamlReader.read(new byte[] {'a', ':', ' ', (byte) 0xff})).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void noBytesWhateverCrashTheReader() {
        Property.holds(500, random -> {
            var signs = "ab:-[]{}\"'&*!|>%@`,?#\n  \t1~".toCharArray();
            var text = new StringBuilder();
            for (int i = random.nextInt(60); i > 0; i--) {
                text.append(signs[random.nextInt(signs.length)]);
            }
            assertThat(read(text.toString())).isNotNull();
        });
    }

    private static Outcome<YamlValue, YamlProblem> read(String text) {
        return YamlReader.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
