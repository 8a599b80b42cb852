package org.tongqu.platform.data.files.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.Button;
import org.tongqu.design.form.Field;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.form.Question;
import org.tongqu.design.form.TextArea;
import org.tongqu.design.form.TextField;
import org.tongqu.platform.data.files.SftpPlace;
import org.tongqu.platform.data.files.SftpPlaces;

/** The part of a page about a system's server of SFTP. @param known its address; empty when there is none */
public record SftpPart(String lead, String known, FormPage declare, Optional<FormPage> remove) {

    /** Makes these parts. */
    @Component("filesSftpTelling")
    record Telling(SftpPlaces places) {

        private static final int LONGEST = 253;
        private static final int LONGEST_SECRET = 10_000;

        /**
         * @param lead what is done there
         * @param address to which the forms are sent
         * @param sent what was sent and refused; the secret is asked for again
         */
        SftpPart part(PageFrame frame, String lead, String system, String address, Map<String, String> sent) {
            var texts = frame.texts();
            var known = places.find(system);
            return new SftpPart(
                    texts.say(lead, system),
                    known.map(SftpPlace::address).orElse(""),
                    FormPage.of(
                            texts,
                            "",
                            FormPage.Send.to(address, frame.csrf()),
                            List.of(
                                    line(frame, "host", said(sent, "host", known.map(SftpPlace::host))),
                                    line(
                                            frame,
                                            "port",
                                            said(
                                                    sent,
                                                    "port",
                                                    known.map(SftpPlace::port).or(() -> Optional.of(22)))),
                                    line(frame, "login", said(sent, "login", known.map(SftpPlace::login))),
                                    line(frame, "folder", said(sent, "folder", known.map(SftpPlace::folder))),
                                    line(frame, "host-key", said(sent, "host-key", known.map(SftpPlace::hostKey))),
                                    new TextArea(question(frame, "secret"), "", 3, LONGEST_SECRET)),
                            Button.plain(texts.say("files.sftp.declare"))),
                    known.map(place -> FormPage.of(
                            texts,
                            "",
                            FormPage.Send.to(address + "/remove", frame.csrf()),
                            List.of(),
                            Button.grave(texts.say("files.sftp.remove")))));
        }

        private static String said(Map<String, String> sent, String name, Optional<?> known) {
            return sent.getOrDefault(name, known.map(String::valueOf).orElse(""));
        }

        private static Field line(PageFrame frame, String name, String value) {
            return new TextField(question(frame, name), value, TextField.Kind.PLAIN, LONGEST);
        }

        private static Question question(PageFrame frame, String name) {
            var question = Question.of(frame.texts(), name, frame.texts().say("files.sftp." + name));
            var hint = "files.sftp." + name + ".hint";
            return frame.texts().knows(hint) ? question.hint(frame.texts().say(hint)) : question;
        }
    }
}
