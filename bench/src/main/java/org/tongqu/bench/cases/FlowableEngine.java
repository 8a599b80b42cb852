package org.tongqu.bench.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.ProcessEngineConfiguration;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.flowable.engine.runtime.ProcessInstance;
import org.flowable.task.api.Task;
import org.tongqu.servers.DatabaseAddress;

/** Flowable in this program, as its handbook sets it up: history of an audit, no executor of jobs as none fall due. */
final class FlowableEngine implements Engine {

    private static final String CLERK = "clerk-1";

    private final ProcessEngine engine;

    FlowableEngine(DatabaseAddress database, int threads, List<Path> processes) {
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setJdbcUrl(database.url());
        configuration.setJdbcDriver("org.postgresql.Driver");
        configuration.setJdbcUsername(database.owner().role());
        configuration.setJdbcPassword(database.owner().password());
        configuration.setJdbcMaxActiveConnections(threads + 2);
        configuration.setJdbcMaxIdleConnections(threads + 2);
        configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        configuration.setHistoryLevel(HistoryLevel.AUDIT);
        configuration.setAsyncExecutorActivate(false);
        configuration.setDisableEventRegistry(true);
        this.engine = configuration.buildProcessEngine();
        for (var process : processes) {
            engine.getRepositoryService()
                    .createDeployment()
                    .addString(process.getFileName() + ".bpmn20.xml", inItsWords(process))
                    .deploy();
        }
    }

    /** The same process with Flowable's words for who does a task, until when, and which way to go. */
    static String inItsWords(Path process) {
        try {
            return Files.readString(process)
                    .replace("xmlns:tongqu=", "xmlns:flowable=\"http://flowable.org/bpmn\" xmlns:tongqu=")
                    .replaceAll("tongqu:performer=\"role:(\\w+)\"", "flowable:candidateGroups=\"$1\"")
                    .replaceAll("tongqu:limit=\"(\\d+) working days?\"", "flowable:dueDate=\"P$1D\"")
                    .replaceAll("<bpmn:extensionElements><tongqu:.*?</bpmn:extensionElements>", "")
                    .replaceAll(
                            "<bpmn:sequenceFlow ([^>]*)tongqu:when=\"([^\"]*)\"([^>]*?) ?/>",
                            "<bpmn:sequenceFlow $1$3><bpmn:conditionExpression>\\${$2}</bpmn:conditionExpression>"
                                    + "</bpmn:sequenceFlow>")
                    .replaceAll(" tongqu:\\w+=\"[^\"]*\"", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String name() {
        return "flowable";
    }

    @Override
    public List<String> open(Service service, int cases) {
        return IntStream.range(0, cases)
                .mapToObj(number -> engine.getRuntimeService()
                        .startProcessInstanceByKey(
                                service.process(), Map.of("subject", "Five steps " + number, "division", "999901")))
                .map(ProcessInstance::getId)
                .toList();
    }

    @Override
    public List<String> tasks(String caseId) {
        return engine.getTaskService().createTaskQuery().processInstanceId(caseId).list().stream()
                .map(Task::getId)
                .toList();
    }

    @Override
    public void step(String caseId, String taskId) {
        engine.getTaskService().claim(taskId, CLERK);
        engine.getTaskService().complete(taskId, Map.of("outcome", "pass"));
    }

    @Override
    public boolean isEnded(String caseId) {
        return engine.getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .processInstanceId(caseId)
                        .finished()
                        .count()
                == 1;
    }

    @Override
    public void close() {
        engine.close();
    }
}
