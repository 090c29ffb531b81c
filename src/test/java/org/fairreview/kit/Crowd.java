package org.fairreview.kit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Several people who do something at the same moment, each in a thread of their own. */
public final class Crowd {

    /** What came of one act: a value, or why it failed. */
    public record Outcome<T>(@Nullable T value, @Nullable Throwable failure) {

        public boolean succeeded() {
            return failure == null;
        }
    }

    private Crowd() {}

    /** Starts all acts at once and waits for every one. */
    public static <T> List<Outcome<T>> atOnce(List<Callable<T>> acts) {
        CyclicBarrier start = new CyclicBarrier(acts.size());
        ExecutorService threads = Executors.newFixedThreadPool(acts.size());
        try {
            List<Future<Outcome<T>>> running = new ArrayList<>();
            for (Callable<T> act : acts) {
                running.add(threads.submit(() -> {
                    start.await(60, TimeUnit.SECONDS);
                    try {
                        return new Outcome<>(act.call(), null);
                    } catch (Exception | AssertionError e) {
                        return new Outcome<>(null, e);
                    }
                }));
            }
            List<Outcome<T>> outcomes = new ArrayList<>();
            for (Future<Outcome<T>> outcome : running) {
                outcomes.add(outcome.get(3, TimeUnit.MINUTES));
            }
            return outcomes;
        } catch (Exception e) {
            throw new AssertionError("The crowd did not come to an end", e);
        } finally {
            threads.shutdownNow();
        }
    }

    /** The same act by many at once. */
    public static <T> List<Outcome<T>> atOnce(int people, Callable<T> act) {
        return atOnce(Collections.nCopies(people, act));
    }
}
