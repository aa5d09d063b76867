package io.postrider;

import io.postrider.config.CannotStartException;
import io.postrider.config.Settings;
import io.postrider.config.Settings.Listen;
import io.postrider.http.ApiVerticle;
import io.postrider.link.RobotDetector;
import io.postrider.link.ShortCodes;
import io.postrider.link.Shortener;
import io.postrider.link.Targets;
import io.postrider.mailing.Launch;
import io.postrider.ops.OpsVerticle;
import io.postrider.plugin.Plugins;
import io.postrider.profile.PhoneNumbers;
import io.postrider.queue.HintQueue;
import io.postrider.rehearsal.RehearsalVerticle;
import io.postrider.rehearsal.SimulatorAddress;
import io.postrider.rehearsal.SimulatorHost;
import io.postrider.report.Pulse;
import io.postrider.sender.price.PriceBook;
import io.postrider.sender.price.PriceStore;
import io.postrider.stage.dispatch.DispatchVerticle;
import io.postrider.stage.dispatch.Dispatcher;
import io.postrider.stage.dispatch.LaneTools;
import io.postrider.stage.dispatch.PulseVerticle;
import io.postrider.stage.importing.ImportOpening;
import io.postrider.stage.importing.Importer;
import io.postrider.stage.importing.ImportingVerticle;
import io.postrider.stage.rendering.ChunkRecipients;
import io.postrider.stage.rendering.Renderer;
import io.postrider.stage.rendering.RenderingVerticle;
import io.postrider.stage.rendering.RunContents;
import io.postrider.stage.scheduling.Scheduler;
import io.postrider.stage.scheduling.SchedulingVerticle;
import io.postrider.stage.tracking.ClickLog;
import io.postrider.stage.tracking.ClickPump;
import io.postrider.stage.tracking.Redirector;
import io.postrider.stage.tracking.TrackingVerticle;
import io.postrider.template.TemplateCompiler;
import io.vertx.core.Deployable;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole server, put together. The only place that says {@code new} to what lives long and that chooses between
 * implementations. Starting and ending block.
 */
public final class Server implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Server.class);
    private static final int MOST_WRONG_CODES = 100;
    private static final Duration TOLD_EVERY = Duration.ofSeconds(1);
    private static final int ROWS_PER_SLICE = 1000;
    private static final Duration ABANDONED = Duration.ofSeconds(30);
    private final Settings settings;
    private final Foundation foundation;
    private final Plugins plugins;
    private final HintQueue queue;
    private final Clock clock;
    private final Doors doors;
    private final SecureRandom random = new SecureRandom();
    private final Stores stages;
    private final Services services;
    private final TrackingVerticle tracking;
    private final ApiVerticle api;
    private final Optional<String> firstPassword;

    private Server(
            Settings settings,
            Foundation foundation,
            Plugins plugins,
            Optional<Path> simulator,
            HintQueue queue,
            Clock clock) {
        this.settings = settings;
        this.foundation = foundation;
        this.plugins = plugins;
        this.queue = queue;
        this.clock = clock;
        this.doors = new Doors(foundation.vertx());
        Pulse pulse = new Pulse(clock);
        this.stages = Stores.ofStages(foundation, clock, pulse, queue);
        foundation.whenPostgresEnds(() -> LOG.error("PostgreSQL has ended by itself; start the server again"));
        ShortCodes codes = new ShortCodes(stages.links().key(random).await());
        this.tracking = track(codes);
        PriceBook prices = new PriceBook(new PriceStore(foundation.stages()));
        Dispatcher dispatcher = dispatch(prices);
        this.services = new Services(
                settings,
                foundation,
                plugins,
                queue,
                clock,
                random,
                trackingBase(),
                new Shortener(codes),
                dispatcher::state,
                pulse,
                rehearse(simulator));
        deploy(new PulseVerticle(pulse, queue, TOLD_EVERY));
        schedule();
        render(codes, dispatcher);
        Receiving.stages(stages, prices, queue, clock, settings.sending()).forEach(this::deploy);
        doJobs();
        watch();
        this.firstPassword = services.makeFirstAdmin();
        this.api = serve();
    }

    /**
     * Starts everything.
     *
     * @param bundled folders of plugins that are searched before those of the settings
     * @param queue makes what stages hand each other hints by
     * @throws CannotStartException with the reason in one sentence; nothing is left running
     */
    public static Server start(Settings settings, List<Path> bundled, Function<Vertx, HintQueue> queue, Clock clock) {
        return start(settings, bundled, Optional.empty(), queue, clock);
    }

    /**
     * The same with a simulator that can be started for rehearsals.
     *
     * @param simulator folder with its jars
     */
    public static Server start(
            Settings settings,
            List<Path> bundled,
            Optional<Path> simulator,
            Function<Vertx, HintQueue> queue,
            Clock clock) {
        Foundation foundation = Foundation.open(settings, new SecureRandom(), clock);
        Plugins plugins = null;
        try {
            List<Path> folders =
                    Stream.concat(bundled.stream(), settings.plugins().stream()).toList();
            plugins = Plugins.open(folders, settings.data().resolve("plugins"));
            return new Server(settings, foundation, plugins, simulator, queue.apply(foundation.vertx()), clock);
        } catch (RuntimeException failed) {
            if (plugins != null) {
                plugins.close();
            }
            foundation.close();
            throw failed;
        }
    }

    private TrackingVerticle track(ShortCodes codes) {
        Listen door = settings.tracking();
        ClickLog log = new ClickLog(foundation.vertx(), settings.data().resolve("clicks"), clock, random);
        Redirector redirector =
                new Redirector(codes, new Targets(stages.links()), new RobotDetector(), log, clock, MOST_WRONG_CODES);
        TrackingVerticle verticle = new TrackingVerticle(
                redirector, log, new ClickPump(log, stages.clicks()), door.host(), door.port(), false);
        doors.open("tracking", door, verticle);
        return verticle;
    }

    private void schedule() {
        Launch launch = services.launch(stages);
        Scheduler scheduler = new Scheduler(
                stages.mailings(),
                stages.runs(),
                stages.audiences(),
                stages.senders(),
                stages.figures(),
                launch,
                queue,
                clock,
                settings.rendering().chunk());
        deploy(new SchedulingVerticle(scheduler, queue, settings.sending().sweep()));
    }

    private void render(ShortCodes codes, Dispatcher dispatcher) {
        RunContents contents =
                new RunContents(stages.templates(), stages.runs(), new TemplateCompiler(), plugins::channel);
        Renderer renderer = new Renderer(
                foundation.vertx(),
                stages.runs(),
                stages.chunks(),
                stages.messages(),
                contents,
                new ChunkRecipients(stages.recipients()),
                services.routes(stages),
                new Shortener(codes),
                foundation.ids(),
                queue,
                clock,
                stages.pace(settings.rendering(), dispatcher::state));
        deploy(new RenderingVerticle(
                renderer,
                queue,
                foundation.node(),
                settings.rendering().workers(),
                settings.sending().sweep()));
    }

    private Dispatcher dispatch(PriceBook prices) {
        Settings.Sending sending = settings.sending();
        Dispatcher dispatcher = new Dispatcher(
                new LaneTools(
                        foundation.vertx(),
                        clock,
                        System::nanoTime,
                        stages.lanes(),
                        stages.leases(),
                        prices,
                        stages.steering()::halt,
                        SenderServices.drains(stages, queue)),
                stages.senders(),
                plugins::gateway,
                foundation.node(),
                sending.drain());
        deploy(new DispatchVerticle(dispatcher, queue, sending.sweep()));
        return dispatcher;
    }

    private SimulatorHost rehearse(Optional<Path> simulator) {
        Settings.Simulated where = settings.simulator();
        SimulatorAddress address = new SimulatorAddress(where.host(), where.port(), where.web());
        SimulatorHost host = new SimulatorHost(
                foundation.vertx(), address, simulator, settings.data().resolve("simulator.log"));
        deploy(new RehearsalVerticle(host, stages.senders()));
        return host;
    }

    private void doJobs() {
        deploy(DoubtServices.verticle(settings, foundation, stages.jobs(), queue, clock));
        Settings.Importing importing = settings.importing();
        WorkerExecutor workers = foundation.vertx().createSharedWorkerExecutor("importing", importing.jobs());
        ImportOpening opening = new ImportOpening(
                stages.databases(),
                stages.uploads(),
                settings.data().resolve("uploads"),
                plugins::importer,
                new PhoneNumbers(),
                workers,
                ROWS_PER_SLICE);
        Importer importer = new Importer(
                stages.jobs(), opening, stages.profileBatches(), queue, clock, ABANDONED, importing.jobs());
        deploy(new ImportingVerticle(importer, queue, settings.sending().sweep()));
    }

    private void watch() {
        Listen door = settings.ops();
        doors.open(
                "ops",
                door,
                new OpsVerticle(
                        door.host(), door.port(), () -> foundation.people().query("select 1")));
    }

    private ApiVerticle serve() {
        Listen door = settings.web();
        ApiVerticle verticle = services.api(door.host(), door.port());
        doors.open("web", door, verticle);
        return verticle;
    }

    private void deploy(Deployable verticle) {
        foundation.vertx().deployVerticle(verticle).await();
    }

    private String trackingBase() {
        return settings.trackingBase().isEmpty()
                ? "http://" + settings.tracking().host() + ":" + tracking.actualPort() + "/"
                : settings.trackingBase();
    }

    /** Host and port of the API. */
    public String address() {
        return settings.web().host() + ":" + api.port();
    }

    /** The password of the first user if this start has made one up: to be shown once. */
    public Optional<String> firstPassword() {
        return firstPassword;
    }

    @Override
    public void close() {
        foundation.stopWork();
        plugins.close();
        foundation.close();
    }
}
