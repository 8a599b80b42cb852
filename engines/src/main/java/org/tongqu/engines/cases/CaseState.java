package org.tongqu.engines.cases;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongqu.kernel.data.Datum;

/**
 * A case as its events made it. Built only by {@link Cases#apply}.
 *
 * @param file empty before the case is opened
 * @param clocks every clock that ever started, by name
 * @param facts what the case knows: the application, and what tasks and services added
 * @param handling what was done besides the steps, and the way back
 * @param version how many events were applied; two decisions on the same version cannot both be stored
 */
public record CaseState(
        Optional<CaseFile> file,
        Waiting waiting,
        List<DoneTask> doneTasks,
        Map<String, RunningClock> clocks,
        Datum.Fields facts,
        Handling handling,
        Optional<Ending> ending,
        int version) {

    public enum Status {
        NOT_OPEN,
        RUNNING,
        ENDED
    }

    /**
     * What was fixed when the case was opened and never changes.
     *
     * @param clocks the rules in force on that day, also for clocks that start later
     */
    public record CaseFile(
            String caseId, String processId, String applicant, String organisation, Clocks clocks, Instant openedAt) {}

    public record Ending(String result, Instant at) {}

    private static final CaseState NONE = new CaseState(
            Optional.empty(),
            Waiting.FOR_NOTHING,
            List.of(),
            Map.of(),
            new Datum.Fields(Map.of()),
            Handling.NONE,
            Optional.empty(),
            0);

    public CaseState {
        doneTasks = List.copyOf(doneTasks);
        clocks = Collections.unmodifiableMap(new LinkedHashMap<>(clocks));
    }

    /** Before the first event. */
    public static CaseState none() {
        return NONE;
    }

    public Status status() {
        if (file.isEmpty()) {
            return Status.NOT_OPEN;
        }
        return ending.isEmpty() ? Status.RUNNING : Status.ENDED;
    }

    public Optional<String> result() {
        return ending.map(Ending::result);
    }

    /** What was fixed at the opening, where it is known that the case was opened. */
    public CaseFile opened() {
        return file.orElseThrow(() -> new IllegalStateException("The case is not open yet"));
    }

    public List<Token> tokens() {
        return waiting.tokens();
    }

    public List<Task> openTasks() {
        return waiting.tasks();
    }

    public List<Service> services() {
        return waiting.services();
    }

    public List<Timer> timers() {
        return waiting.timers();
    }

    public Optional<Task> findOpenTask(String taskId) {
        return openTasks().stream().filter(task -> task.id().equals(taskId)).findFirst();
    }

    public Optional<DoneTask> findDoneTask(String taskId) {
        return doneTasks.stream()
                .filter(done -> done.task().id().equals(taskId))
                .findFirst();
    }

    public Optional<Service> findService(String taskId) {
        return services().stream()
                .filter(service -> service.id().equals(taskId))
                .findFirst();
    }

    public Optional<Timer> findTimer(String timerId) {
        return timers().stream().filter(timer -> timer.id().equals(timerId)).findFirst();
    }

    /** The tasks that are asked for in addition to what stands under this id, and still open. */
    public List<Task> tiedTo(String id) {
        return openTasks().stream().filter(task -> task.isTiedTo(id)).toList();
    }

    public List<Handling.Special> specials() {
        return waiting.specials();
    }

    public Optional<Handling.Special> findSpecial(String specialId) {
        return specials().stream()
                .filter(special -> special.id().equals(specialId))
                .findFirst();
    }

    public List<Group> groups() {
        return waiting.groups();
    }

    public Optional<Group> findGroup(String groupId) {
        return groups().stream().filter(group -> group.id().equals(groupId)).findFirst();
    }

    Optional<Token> findToken(String tokenId) {
        return tokens().stream().filter(token -> token.id().equals(tokenId)).findFirst();
    }

    CaseState with(Handling now) {
        return new CaseState(file, waiting, doneTasks, clocks, facts, now, ending, version);
    }

    CaseState withoutClock(String name) {
        var fewer = new LinkedHashMap<>(clocks);
        fewer.remove(name);
        return new CaseState(file, waiting, doneTasks, fewer, facts, handling, ending, version);
    }

    CaseState with(Waiting nowWaiting) {
        return new CaseState(file, nowWaiting, doneTasks, clocks, facts, handling, ending, version);
    }

    CaseState with(List<DoneTask> nowDone) {
        return new CaseState(file, waiting, nowDone, clocks, facts, handling, ending, version);
    }

    CaseState with(RunningClock clock) {
        var more = new LinkedHashMap<>(clocks);
        more.put(clock.name(), clock);
        return new CaseState(file, waiting, doneTasks, more, facts, handling, ending, version);
    }

    CaseState with(Datum.Fields moreFacts) {
        if (moreFacts.values().isEmpty()) {
            return this;
        }
        var more = new LinkedHashMap<>(facts.values());
        more.putAll(moreFacts.values());
        return new CaseState(file, waiting, doneTasks, clocks, new Datum.Fields(more), handling, ending, version);
    }

    CaseState with(CaseFile opened) {
        return new CaseState(Optional.of(opened), waiting, doneTasks, clocks, facts, handling, ending, version);
    }

    CaseState with(Ending ended) {
        return new CaseState(file, waiting, doneTasks, clocks, facts, handling, Optional.of(ended), version);
    }

    CaseState oneEventLater() {
        return new CaseState(file, waiting, doneTasks, clocks, facts, handling, ending, version + 1);
    }
}
