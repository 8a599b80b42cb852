package org.tongqu.platform.front.portal.web.services;

import java.util.List;
import java.util.Optional;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.chart.ProcessDrawing;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.StepList;

/**
 * Everything a person should know before they begin (办事指南).
 *
 * @param start present when the service can be applied for online
 * @param ways what else one can do: print the form, book a place in a hall
 */
public record GuidePage(
        PageFrame frame,
        String title,
        String lead,
        Optional<ButtonLink> start,
        List<ButtonLink> ways,
        KeyFacts facts,
        Preparation preparation,
        Reference reference)
        implements Page {

    public GuidePage {
        ways = List.copyOf(ways);
    }

    /**
     * What to have ready, and what will happen.
     *
     * @param chart the way every matter of the service may go (权力运行流程图)
     */
    public record Preparation(
            List<String> conditions, DataTable materials, StepList steps, ProcessDrawing chart, KeyFacts limits) {
        public Preparation {
            conditions = List.copyOf(conditions);
        }
    }

    /** What to look up. */
    public record Reference(
            List<String> basis, KeyFacts places, KeyFacts contacts, List<Answered> questions, KeyFacts codes) {
        public Reference {
            basis = List.copyOf(basis);
            questions = List.copyOf(questions);
        }
    }

    public record Answered(String question, String answer) {}
}
