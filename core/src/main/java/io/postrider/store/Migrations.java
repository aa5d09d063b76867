package io.postrider.store;

import io.postrider.config.CannotStartException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings a database to the tables of this version. Several servers may call it at once: one works, the others wait. */
public final class Migrations {
    private final PostgresAddress address;

    public Migrations(PostgresAddress address) {
        this.address = address;
    }

    /**
     * Runs what is missing. Blocks.
     *
     * @throws CannotStartException if the database is out of reach or belongs to a newer version
     */
    public void run() {
        checkReach();
        try {
            Flyway.configure()
                    .driver("org.postgresql.Driver")
                    .dataSource(
                            address.jdbcUrl(),
                            address.user(),
                            address.password().reveal())
                    .jdbcProperties(sslMode())
                    .locations("classpath:db/migration")
                    .connectRetries(0)
                    .load()
                    .migrate();
        } catch (FlywayException problem) {
            throw new CannotStartException(
                    "The tables in the database " + address + " cannot be brought to this version: "
                            + String.valueOf(problem.getMessage()).replaceAll("\\s+", " "),
                    problem);
        }
    }

    private Map<String, String> sslMode() {
        return Map.of("sslmode", address.sslMode());
    }

    private void checkReach() {
        try (Connection connection = DriverManager.getConnection(address.jdbcUrl(), address.jdbcProperties())) {
            connection.getMetaData();
        } catch (SQLException problem) {
            throw new CannotStartException(
                    "The database " + address + " cannot be entered: " + problem.getMessage(), problem);
        }
    }
}
