package io.postrider;

import io.postrider.config.CannotStartException;
import io.postrider.config.Settings;
import io.postrider.config.Settings.Listen;
import io.postrider.link.Shortener;
import io.postrider.mailing.Launch;
import io.postrider.mailing.LaunchStore;
import io.postrider.mailing.MailingStore;
import io.postrider.mailing.RunStore;
import io.postrider.ops.OpsVerticle;
import io.postrider.plugin.Plugins;
import io.postrider.queue.HintQueue;
import io.postrider.report.FigureStore;
import io.postrider.resource.AudienceStore;
import io.postrider.stage.scheduling.Scheduler;
import io.postrider.stage.scheduling.SchedulingVerticle;
import io.postrider.store.Database;
import io.vertx.core.Deployable;
import io.vertx.core.Vertx;
import java.net.BindException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
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
    private final Settings settings;
    private final Foundation foundation;
    private final Plugins plugins;
    private final HintQueue queue;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    private Server(Settings settings, Foundation foundation, Plugins plugins, HintQueue queue, Clock clock) {
        this.settings = settings;
        this.foundation = foundation;
        this.plugins = plugins;
        this.queue = queue;
        this.clock = clock;
    }

    /**
     * Starts everything.
     *
     * @param bundled folders of plugins that are searched before those of the settings
     * @param queue makes what stages hand each other hints by
     * @throws CannotStartException with the reason in one sentence; nothing is left running
     */
    public static Server start(Settings settings, List<Path> bundled, Function<Vertx, HintQueue> queue, Clock clock) {
        Foundation foundation = Foundation.open(settings, new SecureRandom(), clock);
        List<Path> folders =
                Stream.concat(bundled.stream(), settings.plugins().stream()).toList();
        Plugins plugins = Plugins.open(folders, settings.data().resolve("plugins"));
        Server server = new Server(settings, foundation, plugins, queue.apply(foundation.vertx()), clock);
        try {
            server.open();
            return server;
        } catch (RuntimeException failed) {
            server.close();
            throw failed;
        }
    }

    private void open() {
        foundation.whenPostgresEnds(() -> LOG.error("PostgreSQL has ended by itself; start the server again"));
        schedule();
        OpsVerticle ops = new OpsVerticle(
                settings.ops().host(),
                settings.ops().port(),
                () -> foundation.people().query("select 1"));
        door("ops", settings.ops(), ops);
    }

    private void schedule() {
        Database database = foundation.stages();
        MailingStore mailings = new MailingStore(database, foundation.ids());
        RunStore runs = new RunStore(database);
        Launch launch = new Launch(
                new LaunchStore(database), mailings, runs, Shortener::fixedIn, trackingBase(), clock, random);
        Scheduler scheduler = new Scheduler(
                mailings,
                runs,
                new AudienceStore(database),
                new FigureStore(database),
                launch,
                queue,
                clock,
                settings.rendering().chunk());
        deploy(new SchedulingVerticle(scheduler, queue, settings.sending().sweep()));
    }

    private void deploy(Deployable verticle) {
        foundation.vertx().deployVerticle(verticle).await();
    }

    private String trackingBase() {
        Listen door = settings.tracking();
        return settings.trackingBase().isEmpty()
                ? "http://" + door.host() + ":" + door.port() + "/"
                : settings.trackingBase();
    }

    /** Deploys a verticle that listens, or says in one sentence why it cannot. */
    private void door(String name, Listen listen, Deployable verticle) {
        try {
            foundation.vertx().deployVerticle(verticle).await();
        } catch (RuntimeException problem) {
            throw problem;
        } catch (Exception problem) {
            throw new CannotStartException(sentence(name, listen, problem), problem);
        }
    }

    private static String sentence(String name, Listen listen, Throwable problem) {
        String door = "Port " + listen.port() + " on " + listen.host();
        if (problem instanceof BindException) {
            return door + " is taken or not allowed. Free it, or choose another by the setting " + name + ".port.";
        }
        if (problem instanceof UnknownHostException) {
            return "The address " + listen.host() + " of the setting " + name + ".host is not known.";
        }
        return door + " cannot be opened: " + problem.getMessage();
    }

    /** Logs what nobody waits for. */
    static void unexpected(Throwable problem) {
        LOG.error("something failed in the background and will be tried again", problem);
    }

    /** Host and port of the API. */
    public String address() {
        return settings.web().host() + ":" + settings.web().port();
    }

    @Override
    public void close() {
        plugins.close();
        foundation.close();
    }
}
