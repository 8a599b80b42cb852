package org.tongqu.bench.registers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** Systems that verify persons drawn at random; every tenth claims what is not so, every hundredth asks about nobody. */
record Verifiers(HttpClient client, URI address, String key, int persons) {

    private static final long SEED = 20_261_123;
    private static final long SECOND = 1_000_000_000L;

    @Override
    public String toString() {
        return "Verifiers[address=" + address + "]";
    }

    /** How long calls took, in nanoseconds, the quickest first. */
    record Took(long[] sorted) {

        double share(double share) {
            return sorted[(int) Math.min(sorted.length - 1L, (long) (sorted.length * share))] / 1e6;
        }
    }

    /** At a steady pace, whoever is late: the time of a call counts from when it should have begun. */
    Took at(double perSecond, int seconds) throws InterruptedException {
        var random = new SplittableRandom(SEED);
        List<Long> took = Collections.synchronizedList(new ArrayList<>());
        var began = System.nanoTime();
        var calls = (int) (perSecond * seconds);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < calls; number++) {
                var due = began + (long) (number / perSecond * SECOND);
                var body = body(random.nextInt(persons), number);
                var expected = expected(number);
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                threads.execute(() -> {
                    call(body, expected);
                    took.add(System.nanoTime() - due);
                });
            }
        }
        if (took.size() < calls) {
            throw new IllegalStateException("Calls failed: " + (calls - took.size()));
        }
        var sorted = took.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return new Took(sorted);
    }

    private static String body(int person, int number) {
        var name = "Person " + Integer.toString(person, 36) + (number % 10 == 3 ? "zz" : "");
        var index = number % 100 == 7 ? 200_000_000 + person : person;
        return "{\"records\":[{\"identifier\":\"" + Persons.number(index) + "\",\"claims\":{\"name\":\"" + name
                + "\",\"division\":\"x\"}}]}";
    }

    private static String expected(int number) {
        if (number % 100 == 7) {
            return "\"name\":\"unknown\"";
        }
        return number % 10 == 3 ? "\"name\":\"no-match\"" : "match\"";
    }

    private void call(String body, String expected) {
        var request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + key)
                .header("Tongqu-Purpose", "approval")
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            var answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200 || !answer.body().contains(expected)) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
