package org.tongqu.engines.packs.reading;

import java.util.List;
import org.tongqu.engines.supervision.WatchRule;
import org.tongqu.engines.yaml.YamlProblem;
import org.tongqu.engines.yaml.YamlReader;
import org.tongqu.engines.yaml.YamlValue;
import org.tongqu.kernel.Outcome;

/** The rules that hold for every service, in a file of their own. */
public final class WatchRuleFile {

    private WatchRuleFile() {}

    /** The rules, or what is wrong with them by file and line. */
    public static Outcome<List<WatchRule>, List<PackProblem>> read(String name, byte[] bytes) {
        var problems = new Problems();
        List<WatchRule> rules = switch (YamlReader.read(bytes)) {
            case Outcome.Done<?, ?>(YamlValue.Mapping mapping) -> rules(new Section(problems, name, mapping), problems);
            case Outcome.Done<?, ?> other -> {
                problems.error(new Spot(name, 1), "yaml-not-mapping");
                yield List.of();
            }
            case Outcome.Refused<?, YamlProblem>(var problem) -> {
                problems.error(
                        new Spot(name, problem.line()),
                        problem.code(),
                        problem.args().toArray());
                yield List.of();
            }
        };
        return problems.hasErrors() ? Outcome.refused(problems.all()) : Outcome.done(rules);
    }

    private static List<WatchRule> rules(Section root, Problems problems) {
        var rules = new WatchRuleReader(problems).read(root.section("rules"));
        root.done();
        return rules;
    }
}
