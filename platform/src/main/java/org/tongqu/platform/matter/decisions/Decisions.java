package org.tongqu.platform.matter.decisions;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.platform.matter.decisions.internal.DecisionStore;
import org.tongqu.platform.matter.decisions.internal.PublicationStore;

/** The verbs of decisions. What is published may be read by everybody. */
@Service
public class Decisions {

    private final DecisionStore decisions;
    private final PublicationStore publications;

    Decisions(DecisionStore decisions, PublicationStore publications) {
        this.decisions = decisions;
        this.publications = publications;
    }

    /** What was decided in a case, the first first. Whoever asks has been found to be allowed to see the case. */
    @Transactional(readOnly = true)
    public List<Decision> decisions(String caseId) {
        return decisions.ofCase(UUID.fromString(caseId));
    }

    /** One page of what was published. */
    @Transactional(readOnly = true)
    public PublicList published(PublicList.Search search, Optional<String> after) {
        return publications.page(search, after);
    }

    @Transactional(readOnly = true)
    public Optional<Published> findPublished(String id) {
        return publications.find(id);
    }
}
