package org.tongqu.engines.packs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongqu.engines.cases.Clocks;
import org.tongqu.engines.cases.process.Process;
import org.tongqu.engines.forms.Form;
import org.tongqu.engines.schema.Schema;
import org.tongqu.engines.supervision.WatchRule;
import org.tongqu.kernel.text.Label;

/**
 * One government service, complete and consistent: every name in it leads somewhere.
 *
 * @param id          owner and service as the folders are called, e.g. {@code city-parks/tree-felling}
 * @param version     raised with every change; a case stays on the version it was opened with
 * @param owner       the kind of organisation that answers for it, never one organisation
 * @param clockBases  by clock, what its limit stands on
 * @param watchRules  what is watched besides the limits, in addition to the rules of the platform or in their place
 * @param contentHash SHA-256 over all files, so that two folders can be told apart
 */
public record Pack(
        String id,
        String version,
        String owner,
        Label title,
        Label summary,
        ServiceItem item,
        Form form,
        Schema schema,
        Process process,
        Clocks clocks,
        Map<String, Label> clockBases,
        Dispatch dispatch,
        List<DocumentTemplate> documents,
        List<RegisterWrite> registerWrites,
        List<Publication> publications,
        List<Notice> notices,
        List<SupervisionRule> supervision,
        List<WatchRule> watchRules,
        List<Role> roles,
        List<Body> bodies,
        Texts texts,
        List<Scenario> scenarios,
        Demo demo,
        String contentHash) {

    public Pack {
        clockBases = Map.copyOf(clockBases);
        documents = List.copyOf(documents);
        registerWrites = List.copyOf(registerWrites);
        publications = List.copyOf(publications);
        notices = List.copyOf(notices);
        supervision = List.copyOf(supervision);
        watchRules = List.copyOf(watchRules);
        roles = List.copyOf(roles);
        bodies = List.copyOf(bodies);
        scenarios = List.copyOf(scenarios);
    }

    public Optional<Label> findClockBasis(String clock) {
        return Optional.ofNullable(clockBases.get(clock));
    }

    public Optional<DocumentTemplate> findDocument(String id) {
        return documents.stream().filter(document -> document.id().equals(id)).findFirst();
    }

    public Optional<RegisterWrite> findRegisterWrite(String id) {
        return registerWrites.stream().filter(write -> write.id().equals(id)).findFirst();
    }

    public Optional<Publication> findPublication(String id) {
        return publications.stream().filter(list -> list.id().equals(id)).findFirst();
    }

    public Optional<Notice> findNotice(String id) {
        return notices.stream().filter(notice -> notice.id().equals(id)).findFirst();
    }

    public Optional<Role> findRole(String code) {
        return roles.stream().filter(role -> role.code().equals(code)).findFirst();
    }
}
