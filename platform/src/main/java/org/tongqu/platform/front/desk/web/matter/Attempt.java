package org.tongqu.platform.front.desk.web.matter;

import java.util.List;
import java.util.Optional;
import org.tongqu.design.view.NoticeBanner;

/**
 * What an officer tried: kept on the page when it was refused, so that nothing has to be written twice.
 *
 * @param notice what became of it; empty before anything was tried
 */
record Attempt(Opinion opinion, Optional<NoticeBanner> notice) {

    /**
     * @param fields   answers the applicant is to correct
     * @param day on which everybody comes to a place, as it was typed; empty where none was asked for
     * @param fee in yuan that is asked for with it, as it was typed
     * @param materials papers the applicant is to hand in again
     */
    record Opinion(String outcome, String reason, String day, String fee, List<String> fields, List<String> materials) {

        static final Opinion NONE = new Opinion("", "", "", "", List.of(), List.of());

        Opinion {
            fields = List.copyOf(fields);
            materials = List.copyOf(materials);
        }
    }

    static final Attempt NONE = new Attempt(Opinion.NONE, Optional.empty());

    static Attempt told(NoticeBanner notice) {
        return new Attempt(Opinion.NONE, Optional.of(notice));
    }
}
