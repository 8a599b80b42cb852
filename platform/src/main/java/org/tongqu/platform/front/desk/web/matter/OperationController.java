package org.tongqu.platform.front.desk.web.matter;

import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.view.NoticeBanner;
import org.tongqu.engines.cases.Assignee;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.front.desk.web.matter.Attempt.Opinion;
import org.tongqu.platform.matter.casework.CaseStory;
import org.tongqu.platform.matter.casework.Casework;
import org.tongqu.platform.matter.casework.Operation;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.directory.Staff;
import org.tongqu.platform.trust.identity.SignedIn;

/** The operations on a case besides its decisions, each a page of its own that says what it does. */
@Controller
class OperationController {

    private static final String ADDRESS = "/desk/cases/{caseId}/acts/{kind}/{subject}";

    private final Casework casework;
    private final Acting acting;

    OperationController(Casework casework, Acting acting) {
        this.casework = casework;
        this.acting = acting;
    }

    /** Where the form was asked for. */
    private record Place(String caseId, Operation.Kind kind, String subject) {

        String address() {
            return home() + "/acts/" + kind.word() + "/" + subject;
        }

        String home() {
            return "/desk/cases/" + caseId;
        }
    }

    /** What was written and what became of it. */
    private record Answer(Asking kept, AskingForm.Wrong wrong, Optional<NoticeBanner> notice) {}

    @GetMapping(ADDRESS)
    Html ask(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String caseId,
            @PathVariable String kind,
            @PathVariable String subject) {
        var place = place(caseId, kind, subject);
        var story = story(officer, caseId);
        var none = new Answer(Asking.NOTHING, AskingForm.Wrong.NOTHING, Optional.empty());
        return find(story, place).isPresent()
                ? page(frame, story, place, none)
                : page(frame, story, place, none).with(HttpStatus.CONFLICT);
    }

    @PostMapping(ADDRESS)
    Object act(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String caseId,
            @PathVariable String kind,
            @PathVariable String subject,
            Asking.Form form) {
        var place = place(caseId, kind, subject);
        var story = story(officer, caseId);
        var asking = form.asking();
        var operation = find(story, place)
                .orElseGet(() -> new Operation(place.kind(), subject, Optional.empty(), List.of(), Optional.empty()));
        var command = asking.command(operation, person(story, place, asking));
        if (command.isEmpty()) {
            var unclear = new Answer(asking, AskingForm.Wrong.NOT_CHOSEN, Optional.empty());
            return page(frame, story, place, unclear).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return switch (acting.act(frame.texts(), officer, new Acting.Act(caseId, command.get(), Opinion.NONE))) {
            case Outcome.Done<String, Attempt> done ->
                "redirect:" + place.home() + "?done=" + place.kind().word();
            case Outcome.Refused<String, Attempt>(var refused) ->
                page(
                                frame,
                                story(officer, caseId),
                                place,
                                new Answer(asking, AskingForm.Wrong.NOTHING, refused.notice()))
                        .with(HttpStatus.CONFLICT);
        };
    }

    private Optional<Assignee> person(CaseStory story, Place place, Asking asking) {
        return people(story, place).stream()
                .filter(staff -> staff.id().equals(asking.to()))
                .findFirst()
                .map(staff -> new Assignee(staff.id(), staff.name()));
    }

    private List<Staff> people(CaseStory story, Place place) {
        return Asking.needsPerson(place.kind()) ? casework.colleagues(story) : List.of();
    }

    private Html page(PageFrame frame, CaseStory story, Place place, Answer answer) {
        var texts = frame.texts();
        var key = "desk.act." + place.kind().word();
        var heading = texts.say(key);
        var head = story.view().head();
        var operation = find(story, place);
        var step = Said.in(texts, operation.flatMap(Operation::about));
        var about = step.isEmpty() ? head.title() : texts.say("desk.act.about", head.title(), step);
        var titled = frame.titled(heading)
                .at(
                        "inbox",
                        Breadcrumbs.of(
                                new Crumb(texts.say("desk.inbox.heading"), "/desk/inbox"),
                                new Crumb(head.title(), place.home()),
                                new Crumb(heading, "")));
        var form = operation.map(found ->
                new AskingForm(frame, found, answer.kept(), people(story, place), answer.wrong()).to(place.address()));
        var gone = NoticeBanner.error(texts.say("desk.act.gone")).saying(texts.say("desk.act.gone.text"));
        return Html.page(
                "front/desk/OperationPage",
                new OperationPage(
                        titled,
                        heading,
                        texts.say(key + ".lead"),
                        about,
                        answer.notice().or(() -> operation.isPresent() ? Optional.empty() : Optional.of(gone)),
                        form,
                        ButtonLink.quiet(texts.say("desk.act.back"), place.home())));
    }

    private static Optional<Operation> find(CaseStory story, Place place) {
        return story.operations().stream()
                .filter(operation ->
                        operation.kind() == place.kind() && operation.subject().equals(place.subject()))
                .findFirst();
    }

    private CaseStory story(SignedIn.Officer officer, String caseId) {
        return casework.findStory(officer, caseId).orElseThrow(OperationController::nowhere);
    }

    private static Place place(String caseId, String kind, String subject) {
        return new Place(caseId, Operation.Kind.parse(kind).orElseThrow(OperationController::nowhere), subject);
    }

    private static ResponseStatusException nowhere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
