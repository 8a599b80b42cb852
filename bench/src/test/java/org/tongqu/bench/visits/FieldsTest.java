package org.tongqu.bench.visits;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tongqu.bench.visits.Fields.Field;
import org.tongqu.kernel.data.Datum;

/** FEATURE: answers are sent as a browser sends the form they were filled into. */
class FieldsTest {

    @Test
    void everyAnswerIsSentUnderItsPath() {
        var answers = Datum.empty()
                .with("amount", Datum.of(new BigDecimal("12.50")))
                .with("agreed", new Datum.Truth(true))
                .with("place.detail", Datum.of("1号"))
                .with("kinds", Datum.of(List.of(Datum.of("a"), Datum.of("b"))))
                .with("rows", Datum.of(List.of(row("x"), row("y"))));
        assertThat(Fields.of((Datum.Fields) answers).all())
                .containsExactly(
                        new Field("amount", "12.5"),
                        new Field("agreed", "yes"),
                        new Field("place.detail", "1号"),
                        new Field("kinds", "a"),
                        new Field("kinds", "b"),
                        new Field("rows.0.name", "x"),
                        new Field("rows.1.name", "y"));
    }

    @Test
    void aFormWithoutFilesIsEncoded() {
        assertThat(Fields.of(Map.of("words", "a b&c")).and("_csrf", "号").encoded())
                .isEqualTo("words=a+b%26c&_csrf=%E5%8F%B7");
    }

    @Test
    void aFormWithFilesHasAPartForEach() {
        var body = new Multipart();
        body.add(Fields.of(Map.of("name", "云州")));
        body.add("paper", "paper.pdf", "%PDF".getBytes(StandardCharsets.US_ASCII));
        var boundary = "--" + body.contentType().split("boundary=")[1];
        assertThat(new String(body.bytes(), StandardCharsets.UTF_8))
                .isEqualTo(boundary + "\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\n云州\r\n"
                        + boundary
                        + "\r\nContent-Disposition: form-data; name=\"paper\"; filename=\"paper.pdf\"\r\n"
                        + "Content-Type: application/pdf\r\n\r\n%PDF\r\n"
                        + boundary + "--\r\n");
    }

    private static Datum row(String name) {
        return Datum.empty().with("name", Datum.of(name));
    }
}
