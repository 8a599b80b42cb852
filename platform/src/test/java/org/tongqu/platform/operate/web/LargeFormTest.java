package org.tongqu.platform.operate.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform._support.Visitor;

/** FEATURE: a form of a great many parts is taken, and one that is far too large is answered in words. */
class LargeFormTest {

    private static final String BOUNDARY = "----tongqu-test";

    private final Visitor visitor = StartedPlatform.shared().visitor();

    @Test
    void aFormOfNineHundredPartsIsRead() {
        visitor.opens("/sign-in");

        assertThat(inParts(900, LargeFormTest::field).status()).isEqualTo(422);
    }

    @Test
    void aFormOfTooManyPartsIsRefusedInWords() {
        visitor.opens("/sign-in");

        assertRefusedInWords(inParts(1_500, LargeFormTest::field));
    }

    @Test
    void tooManyFilesAreRefusedInWords() {
        visitor.opens("/sign-in");

        assertRefusedInWords(inParts(
                1_500,
                number -> "Content-Disposition: form-data; name=\"file-" + number + "\"; filename=\"" + number
                        + ".pdf\"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.7\r\n"));
    }

    @Test
    void tooManyFieldsOfAPlainFormAreRefusedInWords() {
        visitor.opens("/sign-in");
        var body = "_csrf=" + visitor.csrf() + "&"
                + IntStream.range(0, 1_500)
                        .mapToObj(number -> "f" + number + "=x")
                        .collect(Collectors.joining("&"));

        var answer = visitor.answer(HttpRequest.newBuilder(visitor.address().resolve("/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("<h1", "这次送来的内容看不懂");
    }

    @Test
    void aSignThatNoTextHasIsRefusedInWords() {
        var answer = visitor.opens("/data?q=%00");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("<h1", "这次送来的内容看不懂");
    }

    @Test
    void aFileThatIsTooLargeIsRefusedInWords() {
        visitor.opens("/sign-in");
        // A file somewhat larger than any question takes is read, so that the question can say so; this one is not.
        var large = "x".repeat(33 * 1024 * 1024);

        assertRefusedInWords(inParts(
                1,
                number -> "Content-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n"
                        + "Content-Type: application/pdf\r\n\r\n" + large + "\r\n"));
    }

    /** More than a server swallows by itself before it cuts the line, so that a browser would show its own fault. */
    @Test
    void whoeverSendsALargeFileToTheEndIsToldOnTheDeskWhatItMayHave() {
        visitor.opens("/sign-in");
        var large = "x".repeat(48 * 1024 * 1024);

        var answer = inParts(
                "/desk/none",
                1,
                number -> "Content-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n" + large + "\r\n");

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body()).contains("一次送来的内容太多", "32 MB");
    }

    @Test
    void tooMuchTextIsRefusedInWordsHoweverItIsSent() {
        visitor.opens("/sign-in");
        var text = "x".repeat(3 * 1024 * 1024);

        assertRefusedInWords(
                inParts(1, number -> "Content-Disposition: form-data; name=\"text\"\r\n\r\n" + text + "\r\n"));
        assertRefusedInWords(
                visitor.answer(HttpRequest.newBuilder(visitor.address().resolve("/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("_csrf=" + visitor.csrf() + "&text=" + text))
                        .build()));
    }

    private static void assertRefusedInWords(Visitor.Answer answer) {
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body()).contains("<h1", "一次送来的内容太多", "20 MB").doesNotContain("⟦");
    }

    private static String field(int number) {
        return "Content-Disposition: form-data; name=\"field-" + number + "\"\r\n\r\nx\r\n";
    }

    private Visitor.Answer inParts(int count, IntFunction<String> part) {
        return inParts("/sign-in", count, part);
    }

    private Visitor.Answer inParts(String path, int count, IntFunction<String> part) {
        var body = new StringBuilder("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n"
                + visitor.csrf() + "\r\n");
        for (int i = 0; i < count; i++) {
            body.append("--").append(BOUNDARY).append("\r\n").append(part.apply(i));
        }
        body.append("--").append(BOUNDARY).append("--\r\n");
        return visitor.answer(HttpRequest.newBuilder(visitor.address().resolve(path))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofString(body.toString()))
                .build());
    }
}
