package org.tongqu.platform.data.harvest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** FEATURE: a Turtle document falls into its statements, and a broken one does not take others with it. */
class TurtleBlocksTest {

    private static List<String> blocks(String text) throws IOException {
        return blocks(text, 1000);
    }

    private static List<String> blocks(String text, int longest) throws IOException {
        var blocks = new TurtleBlocks(new StringReader(text), longest);
        var found = new ArrayList<String>();
        for (var block = blocks.next(); block.isPresent(); block = blocks.next()) {
            found.add((block.get().isWhole() ? "" : "cut ") + block.get().text());
            if (!block.get().isWhole() || block.get().text().matches("(?s)\".*|.*BROKEN.*")) {
                blocks.resume();
            }
        }
        return found;
    }

    @Test
    void eachStatementIsOneWhateverStandsInItsTexts() throws IOException {
        assertThat(blocks("""
                        # a. comment.
                        @prefix d: <http://d.example/> . PREFIX e: <http://e.example/>
                        d:a.b d:p 1.5, "a . \\" b", 'c. d' ; # not. here
                            d:q \"""long . "
                         . \"\"\"\""" .
                        <http://x/a.b> d:p [ d:q "." ] .<x> d:p "" .
                        """))
                .containsExactly(
                        "@prefix d: <http://d.example/> .",
                        "PREFIX e: <http://e.example/>",
                        """
                        d:a.b d:p 1.5, "a . \\" b", 'c. d' ; # not. here
                            d:q \"""long . "
                         . \"\"\"\""" .""",
                        "<http://x/a.b> d:p [ d:q \".\" ] .",
                        "<x> d:p \"\" .");
    }

    @Test
    void behindAMissingMarkItGoesOnWithTheNextLineThatEndsAStatement() throws IOException {
        assertThat(blocks("<a> <p> \"BROKEN .\n<b> <p> \"1\" .\n")).contains("<b> <p> \"1\" .");
        assertThat(blocks("<a> <p> \"\"\"BROKEN .\n<b> <p> \"1\" .\n<c> <p> \"2\" .\n"))
                .contains("<b> <p> \"1\" .", "<c> <p> \"2\" .");
        assertThat(blocks("<a <p> BROKEN .\n<b> <p> \"1\" .\n")).contains("<b> <p> \"1\" .");
    }

    @Test
    void whatIsTooLongIsCutAndPassedOver() throws IOException {
        var text = "x".repeat(100_000);
        assertThat(blocks("<a> <p> \"" + text + "\" .\n<b> <p> \"1\" .\n", 500))
                .hasSize(2)
                .last()
                .isEqualTo("<b> <p> \"1\" .");
        assertThat(blocks("<a> <p> \"\"\"" + "one.\n".repeat(10_000) + "\"\"\" .\n<b> <p> \"1\" .\n", 500)
                        .getLast())
                .isEqualTo("<b> <p> \"1\" .");
    }
}
