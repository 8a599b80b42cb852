package org.tongqu.engines.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a case is waiting for.
 *
 * @param numbersUsed how many numbers the ids of tokens have used up so far
 */
public record Waiting(
        List<Token> tokens,
        List<Task> tasks,
        List<Service> services,
        List<Timer> timers,
        List<Handling.Special> specials,
        List<Group> groups,
        int numbersUsed) {

    static final Waiting FOR_NOTHING = new Waiting(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), 0);

    public Waiting {
        tokens = List.copyOf(tokens);
        tasks = List.copyOf(tasks);
        services = List.copyOf(services);
        timers = List.copyOf(timers);
        specials = List.copyOf(specials);
        groups = List.copyOf(groups);
    }

    /** A group goes with its place. */
    Waiting at(List<Token> places, int numbers) {
        var left = groups.isEmpty()
                ? groups
                : groups.stream()
                        .filter(group ->
                                places.stream().anyMatch(place -> place.id().equals(group.id())))
                        .toList();
        return new Waiting(places, tasks, services, timers, specials, left, numbers);
    }

    Waiting with(Group group) {
        return new Waiting(tokens, tasks, services, timers, specials, plus(groups, group), numbersUsed);
    }

    Waiting changedGroup(String groupId, UnaryOperator<Group> change) {
        var changed = groups.stream()
                .map(group -> group.id().equals(groupId) ? change.apply(group) : group)
                .toList();
        return new Waiting(tokens, tasks, services, timers, specials, changed, numbersUsed);
    }

    Waiting with(Task task) {
        return new Waiting(tokens, plus(tasks, task), services, timers, specials, groups, numbersUsed);
    }

    Waiting with(Service service) {
        return new Waiting(tokens, tasks, plus(services, service), timers, specials, groups, numbersUsed);
    }

    Waiting with(Timer timer) {
        return new Waiting(tokens, tasks, services, plus(timers, timer), specials, groups, numbersUsed);
    }

    Waiting changed(String taskId, UnaryOperator<Task> change) {
        var changed = tasks.stream()
                .map(task -> task.id().equals(taskId) ? change.apply(task) : task)
                .toList();
        return new Waiting(tokens, changed, services, timers, specials, groups, numbersUsed);
    }

    Waiting withoutTask(String taskId) {
        var left = tasks.stream().filter(task -> !task.id().equals(taskId)).toList();
        return new Waiting(tokens, left, services, timers, specials, groups, numbersUsed);
    }

    Waiting withoutService(String taskId) {
        var left = services.stream()
                .filter(service -> !service.id().equals(taskId))
                .toList();
        return new Waiting(tokens, tasks, left, timers, specials, groups, numbersUsed);
    }

    Waiting withoutTimer(String timerId) {
        var left = timers.stream().filter(timer -> !timer.id().equals(timerId)).toList();
        return new Waiting(tokens, tasks, services, left, specials, groups, numbersUsed);
    }

    Waiting with(Handling.Special special) {
        return new Waiting(tokens, tasks, services, timers, plus(specials, special), groups, numbersUsed);
    }

    Waiting withoutSpecial(String specialId) {
        var left = specials.stream()
                .filter(special -> !special.id().equals(specialId))
                .toList();
        return new Waiting(tokens, tasks, services, timers, left, groups, numbersUsed);
    }

    Waiting changedSpecial(String specialId, UnaryOperator<Handling.Special> change) {
        var changed = specials.stream()
                .map(special -> special.id().equals(specialId) ? change.apply(special) : special)
                .toList();
        return new Waiting(tokens, tasks, services, timers, changed, groups, numbersUsed);
    }

    private static <T> List<T> plus(List<T> list, T more) {
        var longer = new ArrayList<T>(list.size() + 1);
        longer.addAll(list);
        longer.add(more);
        return longer;
    }
}
