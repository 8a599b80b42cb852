package org.tongqu.platform.front.desk.web.matter;

import java.util.List;
import java.util.Optional;
import org.tongqu.design.Texts;
import org.tongqu.design.chart.ProcessDrawing;
import org.tongqu.design.form.Button;
import org.tongqu.design.form.CheckAnswers;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.Lamp;
import org.tongqu.design.view.NoticeBanner;
import org.tongqu.design.view.Timeline;
import org.tongqu.platform.front.joint.Joint;

/**
 * One case as an officer sees it, alone or beside the list.
 *
 * @param acts what the officer may do now; empty forms are not shown
 */
public record CasePane(
        Texts texts,
        Heading heading,
        Acts acts,
        Papers papers,
        Optional<Joint> joint,
        Timeline story,
        ProcessDrawing drawing) {

    /**
     * @param close  the list without this case; empty when the case stands alone
     * @param clocks each with its lamp and what it runs to
     */
    public record Heading(String title, String receipt, String self, String close, KeyFacts facts, List<Clock> clocks) {
        public Heading {
            clocks = List.copyOf(clocks);
        }
    }

    /** @param until when it falls due, or that it stands still, in words */
    public record Clock(String name, Lamp lamp, String until, String evidence) {}

    /**
     * @param notice   why nothing can be done, or what to know first
     * @param quick    one-press acts: claim, give back
     * @param decision outcome, reason and what goes with it
     * @param transfer hand it to a colleague
     * @param more     whatever else may be done, each on a page of its own
     */
    public record Acts(
            Optional<NoticeBanner> notice,
            List<Quick> quick,
            Optional<FormPage> decision,
            Optional<FormPage> transfer,
            KeyFacts law,
            List<More> more) {
        public Acts {
            more = List.copyOf(more);
            quick = List.copyOf(quick);
        }
    }

    /** @param about the step or clock it concerns; empty for the case */
    public record More(String name, String about, String href) {}

    /** A form with nothing but a button. */
    public record Quick(FormPage.Send send, Button button) {}

    /** @param told what anybody was told of it, without steps where nothing was */
    public record Papers(CheckAnswers answers, DataTable materials, Optional<KeyFacts> decision, Timeline told) {}
}
