package org.tongqu.bench.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.flowable.bpmn.converter.BpmnXMLConverter;
import org.flowable.bpmn.model.SequenceFlow;
import org.flowable.bpmn.model.UserTask;
import org.flowable.validation.ProcessValidatorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** FEATURE: the peer is given the same process, not an easier one. */
class FlowableEngineTest {

    @ParameterizedTest
    @EnumSource(Service.class)
    void thePeerKnowsWhoDoesEachTaskUntilWhenAndWhichWayToGo(Service service) {
        var words = FlowableEngine.inItsWords(service.drawing(Path.of("packs")));
        var model = new BpmnXMLConverter()
                .convertToBpmnModel(
                        () -> new ByteArrayInputStream(words.getBytes(StandardCharsets.UTF_8)), true, false);
        var process = model.getMainProcess();

        assertThat(new ProcessValidatorFactory().createDefaultProcessValidator().validate(model))
                .isEmpty();
        assertThat(process.getId()).isEqualTo(service.process());
        assertThat(process.findFlowElementsOfType(UserTask.class))
                .hasSize(service == Service.STEPS ? 5 : 16)
                .allSatisfy(task -> {
                    assertThat(task.getCandidateGroups()).containsExactly("clerk");
                    assertThat(task.getDueDate()).isEqualTo("P2D");
                });
        assertThat(process.findFlowElementsOfType(SequenceFlow.class))
                .filteredOn(flow -> flow.getConditionExpression() != null)
                .extracting(SequenceFlow::getConditionExpression)
                .isEqualTo(service == Service.STEPS ? List.of("${outcome == 'pass'}") : List.of());
    }
}
