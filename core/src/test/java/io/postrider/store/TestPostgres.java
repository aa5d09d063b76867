package io.postrider.store;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The one PostgreSQL of a test JVM. Its data are made anew each time, its programs stay unpacked under target. */
final class TestPostgres implements AutoCloseable {
    private static final Path FOLDER = Path.of("target", "test-postgres");
    private static final String TEMPLATE = "template_of_tests";
    private static final Map<String, String> FASTER =
            Map.of("fsync", "off", "full_page_writes", "off", "shared_buffers", "64MB", "max_connections", "200");
    private final EmbeddedPostgres server;
    private final AtomicInteger copies = new AtomicInteger();

    private TestPostgres(EmbeddedPostgres server) {
        this.server = server;
    }

    static TestPostgres start() {
        try {
            FileTree.delete(FOLDER.resolve("cluster"));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        TestPostgres postgres = new TestPostgres(EmbeddedPostgres.start(FOLDER, FASTER));
        postgres.fillTemplate();
        return postgres;
    }

    private void fillTemplate() {
        run("create database " + TEMPLATE);
        PostgresAddress address = server.address().withDatabase(TEMPLATE);
        new Migrations(address).run();
        Vertx vertx = Vertx.vertx();
        Database database = Database.open(vertx, address, 1, Database.Plans.FREE);
        TestDatabase.makeWeeks(database);
        TestDatabase.await(database.close());
        TestDatabase.await(vertx.close());
    }

    /** A fresh database with all tables. */
    PostgresAddress copyTemplate() {
        String name = "test_" + copies.incrementAndGet();
        run("create database " + name + " template " + TEMPLATE);
        return server.address().withDatabase(name);
    }

    private void run(String sql) {
        PostgresAddress address = server.address();
        try (Connection connection = DriverManager.getConnection(address.jdbcUrl(), address.jdbcProperties());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException problem) {
            throw new IllegalStateException(problem);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
