package org.tongqu.engines.cases;

import java.util.Optional;
import org.tongqu.engines.cases.process.Performer;

/** Who may do what in a case. Each check answers with the refusal, or nothing when it is allowed. */
final class Rights {

    private Rights() {}

    static Optional<CaseRefusal> perform(CaseState.CaseFile file, Task task, Actor actor) {
        var allowed = switch (task.performer()) {
            case Performer.Applicant applicant -> isApplicant(file, actor);
            case Performer.Role(var code) ->
                actor.kind() == Actor.Kind.OFFICER
                        && actor.roles().contains(code)
                        && actor.organisation().equals(task.organisation());
            case Performer.Person(var id) ->
                actor.kind() == Actor.Kind.OFFICER && actor.id().equals(id);
        };
        return allowed || isDelegate(task, actor)
                ? Optional.empty()
                : Optional.of(new CaseRefusal.NotYours(
                        task.performer().text(),
                        task.performer() instanceof Performer.Role ? task.organisation() : ""));
    }

    /** A delegate prepares and does not decide. */
    static Optional<CaseRefusal> decideAlone(Task task, Actor actor) {
        return task.delegator()
                .filter(owner -> !owner.id().equals(actor.id()))
                .map(owner -> new CaseRefusal.OnlyPrepared(owner.name()));
    }

    /** Whether somebody else gave it to the actor to prepare. */
    static boolean isDelegate(Task task, Actor actor) {
        return task.delegator().isPresent()
                && task.assignee().filter(to -> to.id().equals(actor.id())).isPresent();
    }

    /** Like performing it, but the platform may also move work about for somebody whose right it checked itself. */
    static Optional<CaseRefusal> moveAbout(CaseState.CaseFile file, Task task, Actor actor) {
        return actor.kind() == Actor.Kind.SYSTEM ? Optional.empty() : perform(file, task, actor);
    }

    static Optional<CaseRefusal> untakenByOthers(Task task, Actor actor) {
        return task.assignee()
                .filter(assignee -> actor.kind() != Actor.Kind.SYSTEM)
                .filter(assignee -> !assignee.id().equals(actor.id()))
                .filter(assignee -> task.delegator()
                        .filter(owner -> owner.id().equals(actor.id()))
                        .isEmpty())
                .map(assignee -> new CaseRefusal.TakenBy(assignee.name()));
    }

    static Optional<CaseRefusal> open(CaseCommand.Open command, Actor actor) {
        return actor.kind() == Actor.Kind.APPLICANT && !actor.id().equals(command.applicant())
                ? Optional.of(new CaseRefusal.NotYours("applicant", ""))
                : Optional.empty();
    }

    static Optional<CaseRefusal> withdraw(CaseState.CaseFile file, Actor actor) {
        return isApplicant(file, actor) || actor.kind() == Actor.Kind.SYSTEM
                ? Optional.empty()
                : Optional.of(new CaseRefusal.NotYours("applicant", ""));
    }

    static Optional<CaseRefusal> beThePlatform(Actor actor) {
        return actor.kind() == Actor.Kind.SYSTEM
                ? Optional.empty()
                : Optional.of(new CaseRefusal.NotYours("system", ""));
    }

    /** Whoever of the organisation that handles the case holds the role. */
    static Optional<CaseRefusal> hold(CaseState.CaseFile file, String role, Actor actor) {
        return actor.kind() == Actor.Kind.SYSTEM
                        || actor.kind() == Actor.Kind.OFFICER
                                && actor.roles().contains(role)
                                && actor.organisation().equals(file.organisation())
                ? Optional.empty()
                : Optional.of(new CaseRefusal.NotYours(new Performer.Role(role).text(), file.organisation()));
    }

    /** The applicant, and whoever belongs to the organisation that handles the case. */
    static Optional<CaseRefusal> beConcerned(CaseState.CaseFile file, Actor actor) {
        return isApplicant(file, actor)
                        || actor.kind() == Actor.Kind.SYSTEM
                        || actor.kind() == Actor.Kind.OFFICER
                                && actor.organisation().equals(file.organisation())
                ? Optional.empty()
                : Optional.of(new CaseRefusal.NotYours("applicant", file.organisation()));
    }

    private static boolean isApplicant(CaseState.CaseFile file, Actor actor) {
        return actor.kind() == Actor.Kind.APPLICANT && actor.id().equals(file.applicant());
    }
}
