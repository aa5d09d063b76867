package io.postrider.store;

import io.postrider.config.CannotStartException;
import io.postrider.config.Secret;
import io.vertx.pgclient.PgConnectOptions;
import java.util.Map;
import java.util.Properties;

/**
 * Where a PostgreSQL database is and how to enter it.
 *
 * @param sslMode one of disable, allow, prefer, require, verify-ca, verify-full
 */
public record PostgresAddress(String host, int port, String database, String user, Secret password, String sslMode) {

    /**
     * Reads {@code postgresql://user:password@host:port/database?sslmode=require}.
     *
     * @throws CannotStartException if it is not such an address
     */
    public static PostgresAddress parse(Secret url) {
        try {
            PgConnectOptions options = PgConnectOptions.fromUri(url.reveal());
            return new PostgresAddress(
                    options.getHost(),
                    options.getPort(),
                    options.getDatabase(),
                    options.getUser(),
                    new Secret(options.getPassword() == null ? "" : options.getPassword()),
                    options.getSslMode()
                            .name()
                            .toLowerCase(java.util.Locale.ROOT)
                            .replace('_', '-'));
        } catch (IllegalArgumentException malformed) {
            // the parser's message would show the password
            throw new CannotStartException(
                    "The setting database.url must look like postgresql://user:password@host:5432/database.");
        }
    }

    /** The same server, another database. */
    public PostgresAddress withDatabase(String other) {
        return new PostgresAddress(host, port, other, user, password, sslMode);
    }

    PgConnectOptions connectOptions(Map<String, String> planner) {
        PgConnectOptions options = new PgConnectOptions()
                .setHost(host)
                .setPort(port)
                .setDatabase(database)
                .setUser(user)
                .setPassword(password.reveal())
                .setSslMode(io.vertx.pgclient.SslMode.of(sslMode));
        options.addProperty("client_min_messages", "warning");
        planner.forEach(options::addProperty);
        return options;
    }

    String jdbcUrl() {
        String bracketed = host.contains(":") ? "[" + host + "]" : host;
        return "jdbc:postgresql://" + bracketed + ":" + port + "/" + database;
    }

    Properties jdbcProperties() {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password.reveal());
        properties.setProperty("sslmode", sslMode);
        return properties;
    }

    /** Host, port and database: what may be shown. */
    @Override
    public String toString() {
        return host + ":" + port + "/" + database;
    }
}
