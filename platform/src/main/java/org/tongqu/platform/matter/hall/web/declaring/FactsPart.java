package org.tongqu.platform.matter.hall.web.declaring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Field;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.text.Label;
import org.tongqu.platform.matter.hall.DeclareRefusal.Mistake;
import org.tongqu.platform.matter.hall.HallChange;
import org.tongqu.platform.matter.hall.HallPlan;

/** How the hall is called, where it stands and what it decided about appointments. */
record FactsPart() implements Part {

    @Override
    public String heading(Texts texts) {
        return texts.say("hall.declare.facts");
    }

    @Override
    public Map<String, String> standing(HallPlan plan) {
        var hall = plan.hall();
        var said = new LinkedHashMap<String, String>();
        said.put("zh", hall.name().zh());
        said.put("en", hall.name().en());
        said.put("address", hall.seat().address());
        Sent.put(said, hall.rules());
        return said;
    }

    @Override
    public List<Field> fields(Asking asking, HallPlan plan) {
        var fields = new ArrayList<Field>();
        fields.add(asking.text("zh"));
        fields.add(asking.text("en"));
        fields.add(asking.text("address"));
        fields.addAll(asking.rules());
        return fields;
    }

    @Override
    public Outcome<HallChange, Map<String, Mistake>> read(Map<String, String> said, HallPlan plan) {
        return said.getOrDefault("zh", "").isBlank()
                ? Outcome.refused(Map.of("zh", Mistake.MISSING))
                : Outcome.done(new HallChange.Facts(
                        new Label(said.getOrDefault("zh", ""), said.getOrDefault("en", "")),
                        said.getOrDefault("address", ""),
                        Sent.rules(said)));
    }
}
