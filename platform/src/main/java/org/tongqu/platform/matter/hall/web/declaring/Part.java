package org.tongqu.platform.matter.hall.web.declaring;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Field;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.matter.hall.DeclareRefusal.Mistake;
import org.tongqu.platform.matter.hall.HallChange;
import org.tongqu.platform.matter.hall.HallPlan;

/** A part of a hall that is declared on a page of its own. */
interface Part {

    String heading(Texts texts);

    /** What to know before one answers; may be empty. */
    default String lead(Texts texts) {
        return "";
    }

    /** What stands, by the name of the field. */
    Map<String, String> standing(HallPlan plan);

    List<Field> fields(Asking asking, HallPlan plan);

    /** What was typed, or what is wrong with it before the hall is even looked at. */
    Outcome<HallChange, Map<String, Mistake>> read(Map<String, String> said, HallPlan plan);

    /** How it is taken away; nothing for what every hall has. */
    default Optional<HallChange> removal() {
        return Optional.empty();
    }

    /** What taking it away is called. */
    default String removing(Texts texts) {
        return texts.say("hall.declare.remove");
    }
}
