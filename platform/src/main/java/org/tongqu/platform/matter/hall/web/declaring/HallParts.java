package org.tongqu.platform.matter.hall.web.declaring;

import java.util.Arrays;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongqu.design.Texts;
import org.tongqu.platform.matter.hall.HallDeclarations;
import org.tongqu.platform.matter.hall.HallPlan;
import org.tongqu.platform.matter.hall.HallPlan.DayKind;

/** Finds the part of a hall that an address names. */
@Component
class HallParts {

    private static final String NEW = "new";
    private static final int LONGEST = 480;

    private final LineKinds kinds;
    private final HallDeclarations declarations;

    HallParts(LineKinds kinds, HallDeclarations declarations) {
        this.kinds = kinds;
        this.declarations = declarations;
    }

    Optional<Part> find(Texts texts, HallPlan plan, PartController.Address address) {
        var key = address.key().orElse("");
        if (address.kind().isPresent()) {
            return kind(address.kind().get()).flatMap(kind -> places(plan, key, kind, address.minutes()));
        }
        return switch (address.part().orElse("")) {
            case "lines" -> line(texts, plan, key);
            case "windows" -> window(plan, key);
            case "hours" -> kind(key).map(HoursPart::new);
            case "standing" -> Optional.of(new StandingPart(declarations.above()));
            case "closing" -> Optional.of(ClosingPart.of(plan));
            default -> Optional.of(new FactsPart());
        };
    }

    private Optional<Part> line(Texts texts, HallPlan plan, String key) {
        return key.equals(NEW) || plan.offers(key)
                ? Optional.of(new LinePart(Optional.of(key).filter(plan::offers), kinds.choices(texts, plan)))
                : Optional.empty();
    }

    private static Optional<Part> window(HallPlan plan, String key) {
        var number = plan.windows().stream()
                .map(HallPlan.PlannedWindow::number)
                .filter(one -> String.valueOf(one).equals(key))
                .findFirst();
        return key.equals(NEW) || number.isPresent() ? Optional.of(new WindowPart(number)) : Optional.empty();
    }

    private static Optional<Part> places(HallPlan plan, String line, DayKind kind, String wanted) {
        var length = Optional.of(Sent.number(wanted))
                .filter(minutes -> minutes > 0 && minutes <= LONGEST)
                .orElseGet(() -> PlacesPart.minutes(plan, line, kind));
        return plan.lines().stream()
                .filter(one -> one.code().equals(line))
                .<Part>map(one -> new PlacesPart(one, kind, length))
                .findFirst();
    }

    private static Optional<DayKind> kind(String code) {
        return Arrays.stream(DayKind.values())
                .filter(kind -> kind.code().equals(code))
                .findFirst();
    }
}
