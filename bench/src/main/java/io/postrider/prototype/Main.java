package io.postrider.prototype;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.pgclient.PgConnectOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/** The prototype as a process: sends to everyone for each line {@code run} of its standard input, and ends with that. */
public final class Main {
    /** What it says when it can run. */
    public static final String READY = "The prototype is ready";

    /** Environment variable with PostgreSQL's password. */
    public static final String PASSWORD = "PROTOTYPE_DATABASE_PASSWORD";

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
    private final Context rendering = vertx.getOrCreateContext();
    private final Context sending = vertx.getOrCreateContext();
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final int people;
    private final Renderer renderer;
    private final Lane lane;

    private Main(int databasePort, int smppPort, int people, String systemId, String password)
            throws InterruptedException, ExecutionException {
        this.people = people;
        PgConnectOptions options = await(Schema.make(vertx, databasePort, database(), people));
        Promise<Lane> opened = Promise.promise();
        renderer = await(on(
                rendering,
                () -> Renderer.open(
                        vertx,
                        options,
                        batch -> sending.runOnContext(now -> opened.future().onSuccess(lane -> lane.offer(batch))))));
        lane = await(on(
                sending,
                () -> Lane.open(vertx, options, number -> rendering.runOnContext(now -> taken(number)), Main::fail)));
        opened.complete(lane);
        Link link = await(on(sending, () -> Link.bind(vertx, smppPort, systemId, password, lane)));
        sending.runOnContext(now -> lane.bound(link));
    }

    private void taken(int number) {
        renderer.taken(number);
    }

    private static String database() {
        String password = System.getenv(PASSWORD);
        return password == null ? "" : password;
    }

    /** Arguments: port of PostgreSQL, port of SMPP, people, system_id, password. */
    public static void main(String[] arguments) throws IOException {
        try {
            Main main = new Main(
                    Integer.parseInt(arguments[0]),
                    Integer.parseInt(arguments[1]),
                    Integer.parseInt(arguments[2]),
                    arguments[3],
                    arguments[4]);
            main.serve();
        } catch (InterruptedException | ExecutionException problem) {
            fail(problem);
        }
        System.exit(0);
    }

    private void serve() throws IOException, InterruptedException, ExecutionException {
        out.println(READY);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        long run = 0;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            long number = ++run;
            Future<Void> sent = on(sending, () -> lane.begin(number, people));
            on(rendering, () -> renderer.run(number)).onFailure(Main::fail);
            await(sent);
            out.println("sent " + run);
        }
    }

    private static void fail(Throwable problem) {
        new PrintStream(System.err, true, StandardCharsets.UTF_8)
                .println("postrider: the prototype failed: " + problem);
        Runtime.getRuntime().halt(1);
    }

    private static <T> Future<T> on(Context context, Supplier<Future<T>> work) {
        Promise<T> done = Promise.promise();
        context.runOnContext(now -> work.get().onComplete(done));
        return done.future();
    }

    private static <T> T await(Future<T> future) throws InterruptedException, ExecutionException {
        return future.toCompletionStage().toCompletableFuture().get();
    }
}
