package io.postrider.simulator;

import io.postrider.simulator.scenario.Documents;
import io.postrider.simulator.scenario.Presets;
import io.postrider.simulator.scenario.Scenario;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A running simulator for tests that read from top to bottom: every method blocks until it is done, and what does not come in
 * time is an {@link AssertionError} that says what came instead. Needs no test framework. May be called from any thread.
 */
public final class Smsc implements AutoCloseable {
    /** How long it waits for messages unless told otherwise. */
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final long ANSWER_SECONDS = 30;
    private static final int SHOWN = 20;

    private final Simulator simulator;
    private final String preset;
    private final @Nullable Scenario scenario;

    private Smsc(Simulator simulator, String preset, @Nullable Scenario scenario) {
        this.simulator = simulator;
        this.preset = preset;
        this.scenario = scenario;
    }

    /** Starts one on free ports that behaves as the preset with this name. */
    public static Smsc start(String preset) {
        return start(SimulatorSettings.onFreePorts().with(Presets.of(preset).behaviour(1)), preset);
    }

    /** Starts one. */
    public static Smsc start(SimulatorSettings settings) {
        return start(settings, "");
    }

    /**
     * Starts one.
     *
     * @param preset that the behaviour of the settings comes from, for whoever looks; empty if it comes from none
     */
    public static Smsc start(SimulatorSettings settings, String preset) {
        return start(new Smsc(new Simulator(settings), preset, null));
    }

    /** Starts one that behaves as the scenario says, and begins it again with every {@link #reset}. */
    public static Smsc start(SimulatorSettings settings, Scenario scenario) {
        SimulatorSettings known = scenario.accounts().isEmpty()
                ? settings
                : settings.with(scenario.accounts().toArray(Account[]::new));
        return start(new Smsc(new Simulator(known.with(scenario.start())), "", scenario));
    }

    private static Smsc start(Smsc smsc) {
        try {
            get(smsc.simulator.start());
            smsc.reset();
            return smsc;
        } catch (RuntimeException problem) {
            smsc.close();
            throw problem;
        }
    }

    /** Everything else that it can do. */
    public Simulator simulator() {
        return simulator;
    }

    /** The port of SMPP on 127.0.0.1. */
    public int smppPort() {
        return simulator.smppPort();
    }

    /** The port of the page and the REST interface on 127.0.0.1. */
    public int httpPort() {
        return simulator.httpPort();
    }

    /** The messages that came, in their order. */
    public List<SmsMessage> messages() {
        return read(get(simulator.messages()));
    }

    /** The messages that came to a phone, in their order. */
    public List<SmsMessage> messages(String phone) {
        return messages().stream().filter(to(phone)).toList();
    }

    /** The newest message to the phone with all its parts, waiting for it if there is none yet. */
    public SmsMessage awaitMessage(String phone) {
        return await("complete messages to " + phone, to(phone).and(SmsMessage::isComplete), 1, PATIENCE)
                .get(0);
    }

    /** The same once it is in this state, such as {@code delivered}. */
    public SmsMessage awaitMessage(String phone, String state) {
        Predicate<SmsMessage> fits = to(phone).and(message -> message.state().equals(state));
        return await("messages to " + phone + " that are \"" + state + "\"", fits, 1, PATIENCE)
                .get(0);
    }

    /** The same once the client acknowledged the receipts of all its parts. */
    public SmsMessage awaitReceipt(String phone) {
        Predicate<SmsMessage> fits = to(phone).and(SmsMessage::isReceipted);
        return await("messages to " + phone + " whose receipts were acknowledged", fits, 1, PATIENCE)
                .get(0);
    }

    /** All messages in their order, once so many came with all their parts. */
    public List<SmsMessage> awaitMessages(int count, Duration patience) {
        return await("complete messages", SmsMessage::isComplete, count, patience);
    }

    /** All messages that fit in their order, once there are so many. The question must not block. */
    public List<SmsMessage> awaitMessages(int count, Duration patience, Predicate<SmsMessage> fits) {
        return await("messages that fit", fits, count, patience);
    }

    private List<SmsMessage> await(String what, Predicate<SmsMessage> fits, int count, Duration patience) {
        Future<JsonArray> found = simulator.await(message -> fits.test(SmsMessage.of(message)), count, patience);
        List<SmsMessage> messages = read(get(found, patience.toSeconds() + ANSWER_SECONDS));
        if (messages.size() < count) {
            throw new AssertionError("Only " + messages.size() + " of " + count + " " + what + " came within "
                    + patience.toMillis() + " ms. " + whatCame());
        }
        return messages;
    }

    private String whatCame() {
        List<SmsMessage> came = messages();
        JsonObject counted = get(simulator.statistics());
        var words = new StringBuilder(came.isEmpty() ? "No message came at all." : "What came:");
        came.stream().limit(SHOWN).forEach(message -> words.append("\n  ").append(message.line()));
        if (came.size() > SHOWN) {
            words.append("\n  and ").append(came.size() - SHOWN).append(" more");
        }
        for (String name : List.of("binds", "sessions", "pdus", "refused", "throttled", "malformed", "incomplete")) {
            words.append(name.equals("binds") ? "\nAnd: " : ", ")
                    .append(name)
                    .append(' ')
                    .append(counted.getValue(name));
        }
        return words.toString();
    }

    private static Predicate<SmsMessage> to(String phone) {
        String digits = phone.startsWith("+") ? phone.substring(1) : phone;
        return message -> message.phone().equals(digits);
    }

    private static List<SmsMessage> read(JsonArray messages) {
        List<SmsMessage> read = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            read.add(SmsMessage.of(messages.getJsonObject(i)));
        }
        read.sort(Comparator.comparingLong(SmsMessage::id));
        return List.copyOf(read);
    }

    /** What {@code GET /api/v1/statistics} says, by name. */
    public Map<String, Object> statistics() {
        return get(simulator.statistics()).getMap();
    }

    /**
     * One counter of {@link #statistics}, such as {@code submitted} or {@code throttled}.
     *
     * @throws IllegalArgumentException if there is no such counter
     */
    public long count(String name) {
        if (statistics().get(name) instanceof Number number) {
            return number.longValue();
        }
        throw new IllegalArgumentException("There is no counter \"" + name + "\".");
    }

    /** Changes what the JSON or YAML names in how it behaves, such as {@code {faults: {throttle: 5}}}; the rest stays. */
    public void behave(String changes) {
        get(simulator.change(Documents.read(changes)));
    }

    /** Behaves as the preset with this name from now on. */
    public void preset(String name) {
        get(simulator.preset(name));
    }

    /** A person writes from this phone to that sender. */
    public void reply(String from, String to, String text) {
        get(simulator.reply(from, to, text));
    }

    /** Ends every session without a word, as a crash does. */
    public void dropSessions() {
        get(simulator.dropSessions());
    }

    /** Forgets messages and counters and behaves as at the beginning; clients stay bound. */
    public void reset() {
        get(simulator.begin(preset, scenario));
    }

    /** Ends every session and closes the ports. */
    @Override
    public void close() {
        get(simulator.stop());
    }

    private static <T> T get(Future<T> future) {
        return get(future, ANSWER_SECONDS);
    }

    private static <T> T get(Future<T> future, long seconds) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(seconds, TimeUnit.SECONDS);
        } catch (ExecutionException problem) {
            Throwable cause = problem.getCause();
            throw cause instanceof IllegalArgumentException
                    ? new IllegalArgumentException(cause.getMessage(), cause)
                    : new IllegalStateException("The simulator failed: " + cause, cause);
        } catch (TimeoutException late) {
            throw new IllegalStateException("The simulator does not answer.", late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the simulator.", interrupted);
        }
    }
}
