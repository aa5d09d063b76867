package io.postrider.bench;

import io.postrider.rig.RigException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Broadcasts that go out one after another, so that there is always more to send than can be sent. */
final class Broadcasts implements AutoCloseable {
    private static final int AT_ONCE = 2;
    private static final long PAUSE_MILLIS = 250;
    private static final Set<String> OVER = Set.of("finished", "rested", "stopped");

    private final Field field;
    private final Thread thread = new Thread(this::run, "broadcasts");
    private volatile boolean closing;
    private volatile boolean broken;
    private long begun;
    private long before;

    /** Begins. */
    Broadcasts(Field field) {
        this.field = field;
        thread.start();
    }

    private void run() {
        List<String> running = new ArrayList<>();
        try {
            while (!closing) {
                running.removeIf(
                        mailing -> OVER.contains(field.watch(mailing).now().getString("state")));
                while (running.size() < AT_ONCE) {
                    String mailing = field.another();
                    field.activate(mailing);
                    running.add(mailing);
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (RigException problem) {
            broken = true;
            throw problem;
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** The rate is from now on. */
    void measure() {
        begun = System.nanoTime();
        before = submitted();
    }

    /** Messages a second that the simulator took. */
    double rate() {
        if (broken) {
            throw new RigException("The broadcasts broke off.");
        }
        return (submitted() - before) / ((System.nanoTime() - begun) / 1e9);
    }

    private long submitted() {
        return field.statistics().getLong("submitted");
    }

    @Override
    public void close() {
        closing = true;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
