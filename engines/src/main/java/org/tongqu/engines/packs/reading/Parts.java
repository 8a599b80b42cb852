package org.tongqu.engines.packs.reading;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.tongqu.engines.cases.process.Process;
import org.tongqu.engines.cases.process.RuleGraph;
import org.tongqu.engines.packs.Body;
import org.tongqu.engines.packs.Demo;
import org.tongqu.engines.packs.DocumentTemplate;
import org.tongqu.engines.packs.Publication;
import org.tongqu.engines.packs.RegisterWrite;
import org.tongqu.engines.packs.Role;
import org.tongqu.engines.packs.Scenario;
import org.tongqu.engines.packs.SupervisionRule;
import org.tongqu.engines.packs.reading.FormReader.FormRead;
import org.tongqu.engines.packs.reading.NoticeReader.NoticesRead;
import org.tongqu.engines.packs.reading.TextsReader.TextsRead;
import org.tongqu.engines.schema.Schema;
import org.tongqu.engines.supervision.WatchRule;

/** The parts of a pack, each good in itself, before it is known whether they fit each other. */
record Parts(
        Manifest manifest,
        FormRead form,
        Schema schema,
        ProcessRead process,
        Results results,
        NoticesRead notices,
        SupervisionRead supervision,
        TextsRead texts,
        List<Scenario> scenarios,
        Demo demo) {

    /** A process and the file it came from, to find the lines of its elements; and the decisions it may ask for. */
    record ProcessRead(Process process, String file, byte[] bytes, List<RuleGraph> decisions) {

        /** The line of the element's start tag. */
        Spot spot(String elementId) {
            var text = new String(bytes, StandardCharsets.UTF_8);
            var at = text.indexOf(" id=\"" + elementId + "\"");
            var line = at < 0
                    ? 1
                    : 1
                            + (int) text.substring(0, at)
                                    .chars()
                                    .filter(sign -> sign == '\n')
                                    .count();
            return new Spot(file, line);
        }
    }

    /** From when clocks warn, and what is watched besides. */
    record SupervisionRead(List<SupervisionRule> clocks, List<WatchRule> rules) {}

    /** What a case can lead to, and who works on it. */
    record Results(
            List<DocumentTemplate> documents,
            List<RegisterWrite> registerWrites,
            List<Publication> publications,
            List<Role> roles,
            List<Body> bodies,
            Map<String, Spot> spots) {

        Spot spot(String key) {
            return spots.getOrDefault(key, new Spot("pack.yaml", 1));
        }
    }
}
