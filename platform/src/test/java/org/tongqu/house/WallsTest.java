package org.tongqu.house;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The map of who may use whom, below the modules of the platform, which guard themselves. */
@Execution(ExecutionMode.CONCURRENT)
class WallsTest {

    private static final Area KERNEL = Area.of("org.tongqu.kernel");
    private static final Area ENGINES = Area.of("org.tongqu.engines");
    private static final Area SERVERS = Area.of("org.tongqu.servers");
    private static final Area EXCHANGE = Area.of("org.tongqu.exchange");
    private static final Area DESIGN = Area.of("org.tongqu.design");
    private static final Area PLATFORM = Area.of("org.tongqu.platform");

    private static final Area JSON = Area.library("tools.jackson");
    private static final Area OLD_JSON = Area.library("com.fasterxml.jackson");
    private static final Area JSON_SCHEMA = Area.library("com.networknt.schema");
    private static final Area YAML = Area.library("org.yaml.snakeyaml");
    private static final Area TOPOLOGY = Area.library("org.locationtech.jts");
    private static final Area BPMN = Area.library("org.operaton.bpm.model");
    private static final Area FEEL = Area.library("org.camunda.feel");
    private static final Area FEEL_SCALA = Area.library("camundajar.impl.scala");
    private static final Area POSTGRES = Area.library("org.postgresql");
    private static final Area COMMA_SEPARATED = Area.library("de.siegmar.fastcsv");
    private static final Area SPREADSHEETS = Area.library("org.dhatim.fastexcel");
    private static final Area BINARY_LOG = Area.library("com.github.shyiko.mysql.binlog");
    private static final Area HTTP_SERVER = Area.ofTheJdk("com.sun.net.httpserver");
    private static final Area TEMPLATES = Area.library("gg.jte");
    private static final Area SPRING = Area.library("org.springframework");

    @Test
    void theKernelUsesTheJdkAlone() {
        KERNEL.mayOnlyUse();
    }

    @Test
    void theKernelReadsNoClockAndTouchesNoFile() {
        KERNEL.readsNoClock();
        KERNEL.touchesNoFile();
    }

    @Test
    void enginesUseTheKernelAndTheirReadersAlone() {
        ENGINES.mayOnlyUse(KERNEL, JSON, OLD_JSON, JSON_SCHEMA, YAML, TOPOLOGY, BPMN, FEEL, FEEL_SCALA);
    }

    /** The schema library still speaks Jackson 2; nobody else has to. */
    @Test
    void theOldJsonLibraryStaysWithTheSchemas() {
        ENGINES.usesOnlyBelow("org.tongqu.engines.schema", OLD_JSON);
    }

    /** Its Scala is spoken by the one class that asks it. */
    @Test
    void theLanguageOfDecisionTablesStaysWithTheProcesses() {
        ENGINES.usesOnlyBelow("org.tongqu.engines.cases.process", FEEL);
        ENGINES.usesOnlyBelow("org.tongqu.engines.cases.process", FEEL_SCALA);
    }

    @Test
    void enginesReadNoClockAndOnlyPacksReadFolders() {
        ENGINES.readsNoClock();
        ENGINES.touchesNoFile("org.tongqu.engines.packs");
    }

    /** What starts a database for the platform starts it for a test, a measurement and a department node as well. */
    @Test
    void serversNeedNoSpringAndKnowNothingOfThePlatform() {
        SERVERS.mustNotUse(SPRING, KERNEL, ENGINES, DESIGN, PLATFORM);
    }

    /** It runs in a department node and in a worker as well as here; the node is a program with a clock and a page of its own. */
    @Test
    void theExchangeUsesTheEnginesAndDriversAlone() {
        EXCHANGE.mayOnlyUse(KERNEL, ENGINES, POSTGRES, JSON, COMMA_SEPARATED, SPREADSHEETS, BINARY_LOG, HTTP_SERVER);
        EXCHANGE.usesOnlyBelow("org.tongqu.exchange.node", HTTP_SERVER);
        EXCHANGE.readsNoClock("org.tongqu.exchange.node");
    }

    @Test
    void theLookKnowsNothingOfWhatItShows() {
        DESIGN.mayOnlyUse(TEMPLATES);
    }

    @Test
    void theWallsBite() {
        assertThatThrownBy(() -> ENGINES.mayOnlyUse(JSON, OLD_JSON, JSON_SCHEMA, YAML, TOPOLOGY, BPMN, FEEL))
                .hasMessageContaining("org.tongqu.kernel");
        assertThatThrownBy(() -> PLATFORM.mustNotUse(SPRING)).hasMessageContaining("org.springframework");
        assertThatThrownBy(() -> ENGINES.usesOnlyBelow("org.tongqu.engines.schema", YAML))
                .hasMessageContaining("org.yaml.snakeyaml");
        assertThatThrownBy(PLATFORM::touchesNoFile).hasMessageContaining("java.nio.file");
        assertThatThrownBy(Area.withTests("org.tongqu.house")::readsNoClock).hasMessageContaining("Instant.now()");
    }

    /** What {@link Area#readsNoClock} has to find. */
    static Instant aClockReader() {
        return Instant.now();
    }

    @Test
    void aMisspeltAreaIsNotAPassingRule() {
        assertThatThrownBy(() -> Area.of("org.tongqu.kernal")).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> Area.library("org.yaml.snakeyml")).isInstanceOf(AssertionError.class);
    }
}
