package org.tongqu.design.examples.form;

import static org.tongqu.design.examples.Words.ask;
import static org.tongqu.design.examples.Words.say;

import java.util.List;
import org.tongqu.design.Texts;
import org.tongqu.design.examples.Examples;
import org.tongqu.design.form.FileUpload;

/** Examples of {@link FileUpload}. */
public final class FileUploadExamples implements Examples {

    @Override
    public String template() {
        return "form/FileUpload";
    }

    @Override
    public List<Example> in(Texts t) {
        return List.of(
                Example.of(
                        t,
                        "empty",
                        new FileUpload(
                                ask(t, "file-1", "paper"),
                                ".pdf,.jpg,.png",
                                say(t, "paper.limit"),
                                FileUpload.Count.ONE,
                                List.of())),
                Example.of(
                        t,
                        "filled",
                        new FileUpload(
                                ask(t, "file-2", "paper"),
                                ".pdf",
                                say(t, "paper.limit"),
                                FileUpload.Count.MANY,
                                papers(t))),
                Example.of(
                        t,
                        "wrong",
                        new FileUpload(
                                ask(t, "file-3", "paper").wrong(say(t, "paper.wrong")),
                                ".pdf",
                                say(t, "paper.limit"),
                                FileUpload.Count.ONE,
                                List.of())));
    }

    private static List<FileUpload.Paper> papers(Texts t) {
        return List.of(
                new FileUpload.Paper(say(t, "paper") + ".pdf", "1.2 MB", "#file-1", "1"),
                new FileUpload.Paper(say(t, "firm.long") + ".pdf", "318 KB", "#file-2", ""));
    }
}
