package org.tongqu.engines.packs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tongqu.kernel.text.Label;

/** What the guide says of a service, by the fields of the implementation list (实施清单, GB/T 39046). */
public record ServiceItem(
        Identity identity,
        List<Basis> basis,
        List<Label> conditions,
        Fee fee,
        Visit visit,
        Contact contact,
        List<Step> steps,
        List<ResultKind> results,
        List<Question> questions) {

    public ServiceItem {
        basis = List.copyOf(basis);
        conditions = List.copyOf(conditions);
        steps = List.copyOf(steps);
        results = List.copyOf(results);
        questions = List.copyOf(questions);
    }

    /**
     * @param basicCode 基本编码, 12 characters
     * @param type      事项类型, two digits of GB/T 39046, e.g. 01 for a licence
     * @param objects   服务对象, codes of GB/T 39046: 1 natural person, 2 firm, …
     * @param topics    under which heading of the portal it is found
     * @param events    一件事: what happens in a life or a firm when it is needed, and as which thing to be done then
     */
    public record Identity(
            String basicCode,
            String type,
            Handling handling,
            Set<String> objects,
            List<Label> topics,
            Map<String, Integer> events) {
        public Identity {
            objects = Set.copyOf(objects);
            topics = List.copyOf(topics);
            events = Map.copyOf(events);
        }
    }

    /** 办件类型: decided while you wait, or by the end of a promised limit. */
    public enum Handling {
        INSTANT,
        PROMISED
    }

    /**
     * A law and what it says here, in our own words.
     *
     * @param certainty how the wording was confirmed; shown to designers, not to citizens
     */
    public record Basis(Label law, Label article, Label says, Certainty certainty) {}

    /** Whether somebody has read the primary text of a rule, or it is written from general knowledge. */
    public enum Certainty {
        READ,
        TO_VERIFY
    }

    /**
     * What it costs.
     *
     * @param items 收费项目; none where the service is free
     */
    public record Fee(List<FeeItem> items) {
        public Fee {
            items = List.copyOf(items);
        }

        public boolean isFree() {
            return items.isEmpty();
        }
    }

    /**
     * One thing that is paid for.
     *
     * @param name      what for; a service that costs one price needs none
     * @param basis     the price list it stands in
     * @param standard  how it is reckoned; a fixed price has none
     * @param yuan      the price where it is fixed
     * @param reduction who pays less or nothing
     */
    public record FeeItem(
            Optional<Label> name,
            Label basis,
            Optional<Label> standard,
            Optional<java.math.BigDecimal> yuan,
            Optional<Label> reduction) {}

    /**
     * Whether and where somebody has to come.
     *
     * @param times how often in the ordinary case
     * @param why   required when it is not zero
     * @param depth 网办深度: codes 1 to 8 of what can be done online, from asking (1) to the electronic licence (7)
     */
    public record Visit(int times, Optional<Label> why, Set<Integer> depth, List<Place> places) {
        public Visit {
            depth = Set.copyOf(depth);
            places = List.copyOf(places);
        }
    }

    /** A place one can go to instead of using the portal. */
    public record Place(Label name, Label address, Label hours) {}

    /** Two different telephones: one to ask, one to complain to somebody else. */
    public record Contact(String consult, String complain) {

        /** Whether both are one telephone, however it is written. */
        public boolean isOneNumber() {
            var digits = digits(consult);
            return !digits.isEmpty() && digits.equals(digits(complain));
        }

        private static String digits(String phone) {
            return phone.replaceAll("[^0-9]", "");
        }
    }

    /** One step of the guide, in the applicant's view. */
    public record Step(Label title, Label says, Optional<Label> takes) {}

    /** What one holds in the end, e.g. a licence. */
    public record ResultKind(Label title, Label form) {}

    /** Something people ask often. */
    public record Question(Label asked, Label answered) {}
}
