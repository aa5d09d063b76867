package io.postrider;

import io.postrider.config.CannotStartException;
import io.postrider.config.Settings;
import io.postrider.store.Database;
import io.postrider.store.EmbeddedPostgres;
import io.postrider.store.Ids;
import io.postrider.store.Migrations;
import io.postrider.store.PostgresAddress;
import io.postrider.store.SecretBox;
import io.postrider.store.Weeks;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What everything else stands on: the data folder, PostgreSQL, the event loops, the pools. Opened and closed blocking. */
final class Foundation implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Foundation.class);
    private static final long A_DAY_MILLIS = 86_400_000;
    private final @Nullable EmbeddedPostgres postgres;
    private final Vertx vertx;
    private final Database people;
    private final Database stages;
    private final Ids ids;
    private final SecretBox secrets;
    private final String node;

    private Foundation(
            @Nullable EmbeddedPostgres postgres,
            Vertx vertx,
            Database people,
            Database stages,
            SecretBox secrets,
            String node) {
        this.postgres = postgres;
        this.vertx = vertx;
        this.people = people;
        this.stages = stages;
        this.ids = new Ids(stages);
        this.secrets = secrets;
        this.node = node;
    }

    static Foundation open(Settings settings, SecureRandom random, Clock clock) {
        makeFolder(settings.data());
        EmbeddedPostgres own = settings.database().url().isEmpty()
                ? EmbeddedPostgres.start(settings.data().resolve("postgres"))
                : null;
        try {
            PostgresAddress address =
                    own == null ? PostgresAddress.parse(settings.database().url()) : own.address();
            new Migrations(address).run();
            SecretBox secrets = secrets(settings.data().resolve("keys/secrets.key"), random);
            Vertx vertx = Vertx.vertx(
                    new VertxOptions().setFileSystemOptions(new FileSystemOptions().setFileCachingEnabled(false)));
            Foundation foundation = new Foundation(
                    own,
                    vertx,
                    Database.open(vertx, address, settings.database().people(), Database.Plans.FREE),
                    Database.open(vertx, address, settings.database().stages(), Database.Plans.BY_INDEX),
                    secrets,
                    node(settings.data().resolve("node")));
            foundation.makeWeeks(clock);
            return foundation;
        } catch (RuntimeException failed) {
            if (own != null) {
                own.close();
            }
            throw failed;
        }
    }

    private void makeWeeks(Clock clock) {
        Weeks weeks = new Weeks(stages, clock);
        weeks.makeAhead().await();
        vertx.setPeriodic(
                A_DAY_MILLIS,
                timer -> weeks.makeAhead()
                        .onFailure(
                                problem -> LOG.error("the partitions of the coming weeks are not made yet", problem)));
    }

    /** The name of this server among others that share its database; the same after each start. */
    private static String node(Path file) {
        try {
            if (Files.notExists(file)) {
                Files.writeString(file, UUID.randomUUID().toString());
            }
            return Files.readString(file).trim();
        } catch (IOException problem) {
            throw new CannotStartException("The file " + file + " cannot be read or written.", problem);
        }
    }

    private static void makeFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException problem) {
            throw new CannotStartException(
                    "The data folder " + folder + " cannot be made or written. Choose another by the setting data.",
                    problem);
        }
    }

    private static SecretBox secrets(Path file, SecureRandom random) {
        try {
            return SecretBox.fromFile(file, random);
        } catch (IOException problem) {
            throw new CannotStartException(String.valueOf(problem.getMessage()), problem);
        }
    }

    Vertx vertx() {
        return vertx;
    }

    /** For people's questions. */
    Database people() {
        return people;
    }

    /** For what the stages ask. */
    Database stages() {
        return stages;
    }

    Ids ids() {
        return ids;
    }

    String node() {
        return node;
    }

    SecretBox secrets() {
        return secrets;
    }

    /** Calls {@code action} when the server's own PostgreSQL ends by itself. */
    void whenPostgresEnds(Runnable action) {
        if (postgres != null) {
            postgres.whenItEndsByItself(action);
        }
    }

    /** Ends every verticle in good order, all at once. */
    void stopWork() {
        List<String> deployed = new ArrayList<>(vertx.deploymentIDs());
        Future.join(deployed.stream().map(vertx::undeploy).toList())
                .otherwiseEmpty()
                .await();
    }

    @Override
    public void close() {
        // one after the other: a future that is chained behind the end of its own event loop never completes
        people.close().await();
        stages.close().await();
        vertx.close().await();
        if (postgres != null) {
            postgres.close();
        }
    }
}
