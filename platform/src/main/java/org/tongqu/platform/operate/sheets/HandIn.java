package org.tongqu.platform.operate.sheets;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.multipart.MultipartFile;
import org.tongqu.design.Icon;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.Button;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.form.FileUpload;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.form.Question;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.NoticeBanner;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.Redirect;

/**
 * A door at which tables are handed in.
 *
 * @param words    under which the texts have its heading, and after a dot {@code lead}, {@code file}, {@code limit},
 *     {@code send}, {@code template}, {@code done} and {@code faulty}, the last two with a {@code text}
 * @param address  to which the file is sent
 * @param template of an empty table; the ending of the file follows
 */
public record HandIn(String words, String address, String template) {

    /**
     * What came of a file that was sent.
     *
     * @param taken takes it over, or says what is wrong with it
     * @param refused the page that says so
     */
    public <R> Object answer(
            PageFrame frame,
            @Nullable MultipartFile file,
            Function<byte[], Outcome<Taken, R>> taken,
            Function<R, Html> refused)
            throws IOException {
        if (file == null || file.isEmpty()) {
            return unreadable(frame, Unreadable.EMPTY).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return switch (taken.apply(file.getBytes())) {
            case Outcome.Done<Taken, R>(var done) -> leave(done);
            case Outcome.Refused<Taken, R>(var why) -> refused.apply(why).with(HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    /** Where the browser goes when the table was taken over. */
    private Object leave(Taken taken) {
        return Redirect.to(address + "?made=" + taken.made() + "&changed=" + taken.changed() + "&same=" + taken.same());
    }

    /** The page as it is when it is opened, or when a table was taken over. */
    public Html page(PageFrame frame, Taken taken) {
        var texts = frame.texts();
        return page(
                taken.isNothing()
                        ? frame
                        : frame.noticing(List.of(NoticeBanner.success(texts.say(words + ".done"))
                                .saying(texts.say(words + ".done.text", taken.made(), taken.changed(), taken.same())))),
                Optional.empty(),
                "");
    }

    /** The page that only says why nothing is taken from whoever sent it. */
    public Html refused(PageFrame frame, NoticeBanner why) {
        return page(frame.noticing(List.of(why)), Optional.empty(), "");
    }

    /** The page with what is wrong in what was sent. @param count of all that is wrong, listed or not */
    public Html faulty(PageFrame frame, int count, DataTable faults) {
        var texts = frame.texts();
        var told = NoticeBanner.error(texts.say(words + ".faulty")).saying(texts.say(words + ".faulty.text", count));
        return page(frame.noticing(List.of(told)), Optional.of(faults), "");
    }

    /** The page when what was sent is no table. */
    public Html unreadable(PageFrame frame, Unreadable why) {
        return page(frame, Optional.empty(), frame.texts().say(why.text()));
    }

    private Html page(PageFrame frame, Optional<DataTable> faults, String wrong) {
        var texts = frame.texts();
        var question = Question.of(texts, "file", texts.say(words + ".file"));
        var form = FormPage.of(
                texts,
                "",
                FormPage.Send.to(address, frame.csrf()),
                List.of(new FileUpload(
                        wrong.isEmpty() ? question : question.wrong(wrong),
                        ".xlsx,.csv",
                        texts.say(words + ".limit"),
                        FileUpload.Count.ONE,
                        List.of())),
                Button.main(texts.say(words + ".send")));
        var ways = Stream.of(SheetForm.values())
                .map(kind -> ButtonLink.plain(texts.say(words + ".template", kind.name()), template + "." + kind.code())
                        .with(Icon.DOWNLOAD))
                .toList();
        return Html.page(
                "operate/sheets/HandInPage",
                new HandInPage(frame, texts.say(words), texts.say(words + ".lead"), ways, faults, form));
    }
}
