package io.postrider.store;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test class a database of its own with all tables and the partitions of this and the next four weeks. One
 * PostgreSQL serves the whole test JVM; a class's database is a copy of a template, which costs about a tenth of a second.
 *
 * <pre>{@code
 * @ExtendWith(TestDatabase.class)
 * final class MailingStoreTest {
 *     private final Database database;
 *
 *     MailingStoreTest(Database database) {   // or as parameters of @BeforeEach and @Test methods
 *         this.database = database;
 *     }
 *
 *     @Test
 *     void aMailingIsFoundAgain() {
 *         Mailing saved = TestDatabase.await(new MailingStore(database).insert(…));
 *     }
 * }
 * }</pre>
 *
 * Can be injected: {@link Database} (the pool of people's questions), {@link Vertx}, {@link Ids} and {@link PostgresAddress}
 * (to open more pools, which the test closes itself). All tests of a class share the database: use names of your own in each, or
 * delete first. The pools and Vert.x are closed after the class.
 */
public final class TestDatabase implements BeforeAllCallback, AfterAllCallback, ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(TestDatabase.class);
    private static final int CONNECTIONS = 6;
    private static final int SECONDS = 30;

    /** The result of a future; fails the test after 30 s. Not for event loops. */
    public static <T extends @Nullable Object> T await(Future<T> future) {
        try {
            return future.await(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException slow) {
            throw new AssertionError("nothing happened for " + SECONDS + " seconds", slow);
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        TestPostgres postgres = context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(TestPostgres.class, key -> TestPostgres.start(), TestPostgres.class);
        PostgresAddress address = postgres.copyTemplate();
        Vertx vertx = Vertx.vertx();
        Database database = Database.open(vertx, address, CONNECTIONS, Database.Plans.FREE);
        Map<Class<?>, Object> parts = Map.of(
                PostgresAddress.class,
                address,
                Vertx.class,
                vertx,
                Database.class,
                database,
                Ids.class,
                new Ids(database));
        parts.forEach((type, part) -> context.getStore(NAMESPACE).put(type, part));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        ExtensionContext.Store store = context.getStore(NAMESPACE);
        Database database = store.get(Database.class, Database.class);
        Vertx vertx = store.get(Vertx.class, Vertx.class);
        if (database != null && vertx != null) {
            await(database.close());
            await(vertx.close());
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(NAMESPACE).get(parameter.getParameter().getType()) != null;
    }

    @Override
    public @Nullable Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(NAMESPACE).get(parameter.getParameter().getType());
    }

    /** The partitions of this and the next weeks, for databases that tests make themselves. */
    static void makeWeeks(Database database) {
        await(new Weeks(database, Clock.systemUTC()).makeAhead());
    }
}
