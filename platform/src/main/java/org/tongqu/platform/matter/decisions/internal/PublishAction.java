package org.tongqu.platform.matter.decisions.internal;

import java.util.ArrayList;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tongqu.engines.packs.FactTexts;
import org.tongqu.engines.packs.Publication;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.text.Language;
import org.tongqu.platform.matter.casework.CaseInHand;
import org.tongqu.platform.matter.casework.ServiceAction;
import org.tongqu.platform.matter.decisions.Published;
import org.tongqu.platform.matter.services.PlaceNames;

/** Writes the decision down and puts the line of a public list that its process names. */
@Component
public class PublishAction implements ServiceAction {

    private final DecisionRecorder recorder;
    private final PublicationStore publications;
    private final PlaceNames places;

    PublishAction(DecisionRecorder recorder, PublicationStore publications, PlaceNames places) {
        this.recorder = recorder;
        this.publications = publications;
        this.places = places;
    }

    @Override
    public String name() {
        return "decisions.publish";
    }

    @Override
    public Outcome<Datum.Fields, String> perform(CaseInHand inHand, String with) {
        var list = inHand.pack().findPublication(with);
        if (list.isEmpty()) {
            return Outcome.refused(
                    "No public list " + with + " in pack " + inHand.pack().id());
        }
        var known = inHand.facts().text(DecisionRecorder.NUMBER);
        var number = known.isPresent() ? known.get() : recorder.record(inHand).number();
        publications.insert(line(inHand, list.get(), number, UUID.randomUUID()));
        return Outcome.done(facts(number));
    }

    /** What the case keeps of the decision. */
    public static Datum.Fields facts(String number) {
        return new Datum.Fields(
                Datum.empty().with(DecisionRecorder.NUMBER, Datum.of(number)).fields(""));
    }

    /** The line of this case, not stored yet. */
    public PublicationStore.Line line(CaseInHand inHand, Publication list, String number, UUID id) {
        var facts = inHand.facts().with(DecisionRecorder.NUMBER, Datum.of(number));
        var entries = new ArrayList<Published.Entry>();
        for (var field : list.fields()) {
            FactTexts.text(inHand.pack(), field, facts, Language.ZH, places::full)
                    .ifPresent(text -> entries.add(new Published.Entry(field.name(), field.label(), text)));
        }
        var head = inHand.head();
        var published = new Published(
                id.toString(),
                list.id(),
                head.title(),
                entries,
                head.organisation().code(),
                head.organisation().division(),
                inHand.moment().now());
        return new PublicationStore.Line(
                published, head.caseId(), inHand.lastDecision().outcome());
    }
}
