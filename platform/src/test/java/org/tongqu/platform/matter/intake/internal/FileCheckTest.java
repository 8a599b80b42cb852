package org.tongqu.platform.matter.intake.internal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.matter.intake.ContentType;
import org.tongqu.platform.matter.intake.FileRefusal;
import org.tongqu.platform.matter.intake._support.Files;

/** FEATURE: what a file is, is told by its content. */
class FileCheckTest {

    private static final List<ContentType> ALL = List.of(ContentType.values());
    private static final long LIMIT = 1_000_000;

    @Test
    void wholeFilesOfTheKnownKindsAreTaken() {
        assertThat(check("章程.pdf", Files.pdf())).isEqualTo(Outcome.done(ContentType.PDF));
        assertThat(check("photo.jpg", Files.jpeg())).isEqualTo(Outcome.done(ContentType.JPEG));
        assertThat(check("scan.png", Files.png())).isEqualTo(Outcome.done(ContentType.PNG));
    }

    @Test
    void theContentCountsAndNotTheName() {
        assertThat(check("photo.pdf", Files.png())).isEqualTo(Outcome.done(ContentType.PNG));
    }

    @Test
    void aProgramNamedLikeADocumentIsRefused() {
        var program = "MZ\u0090\0 This program cannot be run in DOS mode".getBytes(ISO_8859_1);

        assertThat(refusal("章程.pdf", program)).isEqualTo(new FileRefusal.Unrecognised("pdf"));
    }

    @Test
    void anArchiveIsRefusedWhateverItCouldUnfoldTo() {
        var archive = "PK\u0003\u0004 bomb".getBytes(ISO_8859_1);

        assertThat(refusal("bomb.zip", archive)).isEqualTo(new FileRefusal.Unrecognised("zip"));
    }

    @Test
    void aDocumentOfTheNationalLayoutFormatIsTakenUnlessItUnfoldsHuge() {
        assertThat(check("章程.ofd", Files.ofd())).isEqualTo(Outcome.done(ContentType.OFD));
        assertThat(refusal("other.zip", Files.archive("word/document.xml", 100)))
                .isEqualTo(new FileRefusal.Unrecognised("zip"));
        var bomb = Files.archive("OFD.xml", 300 * 1024 * 1024);
        assertThat(bomb.length).isLessThan(1_000_000);
        assertThat(refusal("bomb.ofd", bomb)).isInstanceOf(FileRefusal.UnfoldsHuge.class);
    }

    @Test
    void aFileCutOffAnywhereIsRefused() {
        for (var whole : List.of(Files.pdf(), Files.jpeg(), Files.png(), Files.ofd())) {
            for (int part = 1; part < 10; part++) {
                var cut = Arrays.copyOf(whole, whole.length * part / 10);
                assertThat(check("cut", cut)).isInstanceOf(Outcome.Refused.class);
            }
        }
    }

    @Test
    void somethingGluedBehindAPictureIsRefused() {
        assertThat(refusal("scan.png", Files.glued(Files.png(), 5000)))
                .isEqualTo(new FileRefusal.Damaged(ContentType.PNG));
        assertThat(refusal("photo.jpg", Files.glued(Files.jpeg(), 5000)))
                .isEqualTo(new FileRefusal.Damaged(ContentType.JPEG));
        assertThat(refusal("章程.pdf", Files.glued(Files.pdf(), 5000)))
                .isEqualTo(new FileRefusal.Damaged(ContentType.PDF));
    }

    @Test
    void aPdfNobodyCanOpenIsRefused() {
        assertThat(refusal("locked.pdf", Files.pdfWith("/Encrypt 5 0 R"))).isEqualTo(new FileRefusal.Encrypted());
    }

    @Test
    void aPdfThatRunsSomethingIsRefused() {
        assertThat(refusal("run.pdf", Files.pdfWith("/OpenAction << /S /JavaScript /JS (app.alert) >>")))
                .isEqualTo(new FileRefusal.ActiveContent());
    }

    @Test
    void aPictureThatUnfoldsHugeIsRefusedUnread() {
        assertThat(refusal("bomb.png", Files.pngClaiming(50_000, 50_000)))
                .isInstanceOf(FileRefusal.TooManyPixels.class);
    }

    @Test
    void emptyOversizedAndUnwantedFilesAreRefused() {
        assertThat(refusal("empty.pdf", new byte[0])).isEqualTo(new FileRefusal.Empty());
        assertThat(FileCheck.check("a.pdf", Files.pdf(), ALL, 100))
                .isEqualTo(Outcome.refused(new FileRefusal.TooLarge(Files.pdf().length, 100)));
        assertThat(FileCheck.check("a.png", Files.png(), List.of(ContentType.PDF), LIMIT))
                .isEqualTo(Outcome.refused(new FileRefusal.NotAccepted(ContentType.PNG, List.of(ContentType.PDF))));
    }

    @Test
    void namesLoseWhatHidesTheirMeaning() {
        assertThat(FileNames.clean("C:\\scan\\章程.docx.pdf", ContentType.PDF)).isEqualTo("章程.docx.pdf");
        assertThat(FileNames.clean("../../etc/passwd", ContentType.PNG)).isEqualTo("passwd.png");
        assertThat(FileNames.clean("\u202Efdp.exe", ContentType.PDF)).isEqualTo("fdp.pdf");
        assertThat(FileNames.clean("a\r\nSet-Cookie: x.png", ContentType.PNG)).isEqualTo("aSet-Cookie x.png");
        assertThat(FileNames.clean("...", ContentType.PNG)).isEqualTo("file.png");
        assertThat(FileNames.clean("长".repeat(300) + ".jpg", ContentType.JPEG)).hasSize(84);
    }

    private static Outcome<ContentType, FileRefusal> check(String name, byte[] content) {
        return FileCheck.check(name, content, ALL, LIMIT);
    }

    private static FileRefusal refusal(String name, byte[] content) {
        return check(name, content)
                .fold(
                        type -> {
                            throw new AssertionError(name + " was taken as " + type);
                        },
                        refusal -> refusal);
    }
}
