package org.tongqu.platform.matter.decisions.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.platform.matter._support.Together;
import org.tongqu.platform.matter._support.Town;

/** FEATURE: decisions of an office are numbered without a gap, and no officer waits for another's decision. */
class DecisionNumbersTest {

    private final Town town = Town.fresh();
    private final DecisionStore store = town.bean(DecisionStore.class);
    private final TransactionTemplate transactions = town.bean(TransactionTemplate.class);
    private final String series = UUID.randomUUID().toString();

    private int next() {
        return store.nextNumber(series, 2026);
    }

    private int committed() {
        return Optional.ofNullable(transactions.execute(status -> next())).orElseThrow();
    }

    private int undone() {
        return Optional.ofNullable(transactions.execute(status -> {
                    status.setRollbackOnly();
                    return next();
                }))
                .orElseThrow();
    }

    @Test
    void oneAfterTheOtherTheyCountOn() {
        assertThat(IntStream.range(0, 70).map(one -> committed()).boxed().toList())
                .isEqualTo(IntStream.rangeClosed(1, 70).boxed().toList());
    }

    /** PostgreSQL may ask a nested question again for each row; then it took several. */
    @Test
    void oneNumberIsTakenHoweverTheServerGoesAboutIt() {
        committed();
        var taken = transactions.execute(status -> {
            for (var way : List.of("hashjoin", "mergejoin", "hashagg", "sort", "material", "indexscan", "bitmapscan")) {
                town.bean(JdbcClient.class)
                        .sql("SET LOCAL enable_" + way + " = off")
                        .update();
            }
            town.bean(JdbcClient.class).sql("DISCARD PLANS").update();
            return List.of(next(), next());
        });

        assertThat(taken).containsExactly(2, 3);
        assertThat(committed()).isEqualTo(4);
    }

    @Test
    void whatIsUndoneIsBorneByTheNext() {
        assertThat(List.of(undone(), committed(), undone(), committed())).containsExactly(1, 1, 2, 2);
    }

    @Test
    void eachYearAndEachOfficeBeginsAtOne() {
        committed();

        assertThat(store.nextNumber(series, 2027)).isEqualTo(1);
        assertThat(store.nextNumber(series + "-other", 2026)).isEqualTo(1);
    }

    @Test
    void whoeverDecidesMeanwhileIsNotKeptWaiting() {
        committed();
        var meanwhile = new TransactionTemplate(
                Optional.ofNullable(transactions.getTransactionManager()).orElseThrow());
        meanwhile.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

        var both = transactions.execute(status -> {
            var mine = next();
            var theirs = meanwhile.execute(other -> {
                town.bean(JdbcClient.class).sql("SET LOCAL lock_timeout = '1s'").update();
                return next();
            });
            return List.of(mine, Optional.ofNullable(theirs).orElseThrow());
        });

        assertThat(both).containsExactly(2, 3);
    }

    @Test
    void howeverManyDecideAtOnceAndHoweverManyOfThemAreUndoneNoneIsLeftOut() {
        var borne = new ArrayList<Integer>();
        for (int round = 0; round < 4; round++) {
            borne.addAll(Together.all(IntStream.range(0, 12)
                            .<Callable<Optional<Integer>>>mapToObj(one -> () -> {
                                if (one % 3 == 0) {
                                    undone();
                                    return Optional.empty();
                                }
                                return Optional.of(committed());
                            })
                            .toList())
                    .stream()
                    .flatMap(Optional::stream)
                    .toList());
        }
        var highest = borne.stream().mapToInt(number -> number).max().orElseThrow();
        while (borne.size() < highest) {
            borne.add(committed());
        }

        assertThat(borne)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, highest).boxed().toList());
    }
}
