package org.tongqu.platform.front.portal.web.mine;

import java.util.List;
import java.util.Optional;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.form.CheckAnswers;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.Lamp;
import org.tongqu.design.view.Timeline;
import org.tongqu.platform.front.joint.Joint;

/**
 * One matter: what was done, who has it now and until when, what is to come.
 *
 * @param told    what the applicant was told, without steps where nothing was
 * @param joint   who handles it at the same time; only where several do
 * @param actions what the applicant may do now; the first is the main one
 */
public record CasePage(
        PageFrame frame,
        Heading heading,
        Timeline story,
        Timeline told,
        List<ButtonLink> actions,
        Optional<Joint> joint,
        Outcome outcome,
        CheckAnswers sent)
        implements Page {

    /**
     * @param clocks the limits of the matter with their lamps
     * @param toMend what is to be put right now
     */
    public record Heading(
            String title, String receipt, String state, List<Clock> clocks, Optional<Mending.ToMend> toMend) {
        public Heading {
            clocks = List.copyOf(clocks);
        }
    }

    public record Clock(String name, String when, Lamp lamp) {}

    /** @param remedy how to object; only where something was decided */
    public record Outcome(Optional<KeyFacts> decision, String remedy, Optional<ButtonLink> licence, KeyFacts help) {}

    public CasePage {
        actions = List.copyOf(actions);
    }
}
