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
        List<Special> specials,
        int numbersUsed) {

    static final Waiting FOR_NOTHING = new Waiting(List.of(), List.of(), List.of(), List.of(), List.of(), 0);

    public Waiting {
        tokens = List.copyOf(tokens);
        tasks = List.copyOf(tasks);
        services = List.copyOf(services);
        timers = List.copyOf(timers);
        specials = List.copyOf(specials);
    }

    Waiting at(List<Token> places, int numbers) {
        return new Waiting(places, tasks, services, timers, specials, numbers);
    }

    Waiting with(Task task) {
        return new Waiting(tokens, plus(tasks, task), services, timers, specials, numbersUsed);
    }

    Waiting with(Service service) {
        return new Waiting(tokens, tasks, plus(services, service), timers, specials, numbersUsed);
    }

    Waiting with(Timer timer) {
        return new Waiting(tokens, tasks, services, plus(timers, timer), specials, numbersUsed);
    }

    Waiting changed(String taskId, UnaryOperator<Task> change) {
        var changed = tasks.stream()
                .map(task -> task.id().equals(taskId) ? change.apply(task) : task)
                .toList();
        return new Waiting(tokens, changed, services, timers, specials, numbersUsed);
    }

    Waiting withoutTask(String taskId) {
        var left = tasks.stream().filter(task -> !task.id().equals(taskId)).toList();
        return new Waiting(tokens, left, services, timers, specials, numbersUsed);
    }

    Waiting withoutService(String taskId) {
        var left = services.stream()
                .filter(service -> !service.id().equals(taskId))
                .toList();
        return new Waiting(tokens, tasks, left, timers, specials, numbersUsed);
    }

    Waiting withoutTimer(String timerId) {
        var left = timers.stream().filter(timer -> !timer.id().equals(timerId)).toList();
        return new Waiting(tokens, tasks, services, left, specials, numbersUsed);
    }

    Waiting with(Special special) {
        return new Waiting(tokens, tasks, services, timers, plus(specials, special), numbersUsed);
    }

    Waiting withoutSpecial(String specialId) {
        var left = specials.stream()
                .filter(special -> !special.id().equals(specialId))
                .toList();
        return new Waiting(tokens, tasks, services, timers, left, numbersUsed);
    }

    Waiting changedSpecial(String specialId, UnaryOperator<Special> change) {
        var changed = specials.stream()
                .map(special -> special.id().equals(specialId) ? change.apply(special) : special)
                .toList();
        return new Waiting(tokens, tasks, services, timers, changed, numbersUsed);
    }

    private static <T> List<T> plus(List<T> list, T more) {
        var longer = new ArrayList<T>(list.size() + 1);
        longer.addAll(list);
        longer.add(more);
        return longer;
    }
}
