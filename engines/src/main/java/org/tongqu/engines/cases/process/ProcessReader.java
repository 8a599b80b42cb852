package org.tongqu.engines.cases.process;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;
import org.operaton.bpm.model.xml.ModelException;
import org.tongqu.kernel.Outcome;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Reads a process from a BPMN 2.0 file. What the executor does not understand is refused, with all problems at once:
 * a drawing that means more than the program does would be a lie.
 *
 * <p>The elements and attributes are listed in {@code docs/processes.md}.
 */
public final class ProcessReader {

    /** Real processes have some tens of kilobytes. */
    public static final int LARGEST = 5 * 1024 * 1024;

    private static final String SCHEMA = "org/operaton/bpm/model/bpmn/schema/BPMN20.xsd";

    private ProcessReader() {}

    /** Reads a process that asks no tables. */
    public static Outcome<Process, List<ProcessProblem>> read(String fileName, byte[] bpmn) {
        return read(fileName, bpmn, Surroundings.NONE);
    }

    /**
     * Reads a process without knowing which clocks there are; the names it uses are in {@link Process#clockNames}.
     *
     * @param around what it may ask and call
     */
    public static Outcome<Process, List<ProcessProblem>> read(String fileName, byte[] bpmn, Surroundings around) {
        return read(bpmn, around, new Problems(fileName));
    }

    /** Reads a process that may use only these clocks. */
    public static Outcome<Process, List<ProcessProblem>> read(String fileName, byte[] bpmn, Set<String> clockNames) {
        var problems = new Problems(fileName);
        return read(bpmn, Surroundings.NONE, problems).then(process -> {
            ProcessChecks.clocks(process, clockNames, problems);
            return result(process, problems);
        });
    }

    /**
     * Reads a process that was found right when cases were opened with it: only a file that cannot be understood at
     * all is refused, not one that today's checks would send back.
     */
    public static Outcome<Process, List<ProcessProblem>> readKept(String fileName, byte[] bpmn, Surroundings around) {
        var problems = Problems.ofKept(fileName);
        return Inventory.take(bpmn, problems) ? built(bpmn, around, problems) : Outcome.refused(problems.inOrder());
    }

    /** The picture of a file, also of one that cannot be used yet; nothing of one that is no BPMN at all. */
    public static Optional<Drawing> drawing(byte[] bpmn) {
        var problems = Problems.ofKept("");
        return bpmn.length <= LARGEST && Inventory.take(bpmn, problems)
                ? model(bpmn, problems).map(DrawingReader::read)
                : Optional.empty();
    }

    private static Outcome<Process, List<ProcessProblem>> read(byte[] bpmn, Surroundings around, Problems problems) {
        if (bpmn.length > LARGEST) {
            problems.at(0, "", "too-large", String.valueOf(bpmn.length), String.valueOf(LARGEST));
            return Outcome.refused(problems.inOrder());
        }
        if (!Inventory.take(bpmn, problems) || !problems.isEmpty()) {
            return Outcome.refused(problems.inOrder());
        }
        return built(bpmn, around, problems).then(process -> {
            ProcessChecks.structure(process, problems);
            if (problems.isEmpty()) {
                ConditionChecks.check(process, problems);
            }
            return result(process, problems);
        });
    }

    private static Outcome<Process, List<ProcessProblem>> built(byte[] bpmn, Surroundings around, Problems problems) {
        var main = model(bpmn, problems);
        var called = new ArrayList<BpmnModelInstance>();
        around.processes().forEach((file, bytes) -> {
            var there = problems.in(file);
            if (Inventory.take(bytes, there) && problems.allow()) {
                model(bytes, there).ifPresent(called::add);
            }
        });
        return main.isEmpty() || !problems.allow()
                ? Outcome.refused(problems.inOrder())
                : ProcessBuilding.build(main.get(), called, around.decisions(), problems);
    }

    private static Optional<BpmnModelInstance> model(byte[] bpmn, Problems problems) {
        try {
            return Optional.of(Bpmn.readModelFromStream(new ByteArrayInputStream(bpmn)));
        } catch (ModelException invalid) {
            explain(bpmn, invalid, problems);
            return Optional.empty();
        }
    }

    private static Outcome<Process, List<ProcessProblem>> result(Process process, Problems problems) {
        return problems.isEmpty() ? Outcome.done(process) : Outcome.refused(problems.inOrder());
    }

    /** The library validates a tree without lines; validating the text once more tells where it breaks the schema. */
    private static void explain(byte[] bpmn, ModelException invalid, Problems problems) {
        try {
            var schema = Bpmn.class.getClassLoader().getResource(SCHEMA);
            var validator = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(schema)
                    .newValidator();
            validator.validate(new StreamSource(new ByteArrayInputStream(bpmn)));
            problems.at(0, "", "not-valid", String.valueOf(invalid.getMessage()));
        } catch (SAXParseException place) {
            problems.at(Math.max(0, place.getLineNumber()), "", "not-valid", String.valueOf(place.getMessage()));
        } catch (SAXException | IOException unexplained) {
            problems.at(0, "", "not-valid", String.valueOf(unexplained.getMessage()));
        }
    }
}
