package org.tongqu.platform.data.use.web;

import java.util.Optional;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.Lamp;
import org.tongqu.design.view.Timeline;

/**
 * A question and its answer, for whoever asked and for whoever has to answer.
 *
 * @param standing its state and until when
 * @param answering the form of the answer, for whoever may give it
 */
public record QuestionPage(
        PageFrame frame,
        String heading,
        Lamp lamp,
        String standing,
        KeyFacts facts,
        Timeline story,
        Optional<FormPage> answering)
        implements Page {}
