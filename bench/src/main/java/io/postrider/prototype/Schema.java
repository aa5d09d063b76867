package io.postrider.prototype;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Tuple;
import java.util.Map;

/** The prototype's own database: its few tables, and its audience. */
final class Schema {
    private static final String NAME = "prototype";
    private static final int PIPELINED = 256;

    /** People with the same phones, names and cities as those whom Postrider writes to. */
    private static final String TABLES = """
            create table person (id bigint primary key, name text, city text, fields jsonb not null default '{}');
            create table subscription (contact_key bigint primary key, person_id bigint not null, contact text not null,
              status smallint not null);
            create table chunk (run_id bigint, first_id bigint, last_id bigint, primary key (run_id, first_id));
            create table message (run_id bigint, id bigint, contact_key bigint not null, person_id bigint not null,
              parts int not null, created_at timestamptz not null, contact text not null, body text not null,
              primary key (run_id, id), unique (contact_key, run_id));
            create table batch (run_id bigint, first_id bigint, last_id bigint not null, released bigint not null,
              primary key (run_id, first_id));
            create table event (run_id bigint not null, message_id bigint not null, at timestamptz not null,
              kind smallint not null, from_state smallint not null, to_state smallint not null, operator_key text);
            create index on event (message_id, kind);
            create index on event (operator_key) where kind = 1;
            create index on event (run_id, to_state, message_id) where to_state > 2;
            create table rollup (run_id bigint, kind smallint, n bigint not null, primary key (run_id, kind));
            create table lease (id int primary key, step bigint not null);
            insert into lease values (1, 0);
            """;

    private static final String PEOPLE = """
            insert into person (id, name, city)
            select n, (array['', 'Ada', 'Ben', 'Chloe', 'Daniel', 'Emma', 'Frank', 'Grace', 'Henry', 'Isabella'])[n % 10 + 1],
              (array['Honolulu', 'Hilo', 'Kailua'])[n % 3 + 1]
            from generate_series(0, $1::bigint - 1) n
            """;
    private static final String SUBSCRIPTIONS = """
            insert into subscription (contact_key, person_id, contact, status)
            select 12022000000 + n, n, (12022000000 + n)::text, 0 from generate_series(0, $1::bigint - 1) n
            """;

    private Schema() {}

    /** Where PostgreSQL is, with a cheap plan made impossible to miss. */
    static PgConnectOptions options(int port, String password, String database) {
        return new PgConnectOptions()
                .setHost("127.0.0.1")
                .setPort(port)
                .setDatabase(database)
                .setUser("postrider")
                .setPassword(password)
                .setCachePreparedStatements(true)
                .setPipeliningLimit(PIPELINED)
                .setProperties(Map.of("enable_seqscan", "off", "random_page_cost", "1.1"));
    }

    /** Makes all of it, and gives the options to connect with. */
    static Future<PgConnectOptions> make(Vertx vertx, int port, String password, int people) {
        PgConnectOptions options = options(port, password, NAME);
        return PgConnection.connect(vertx, options(port, password, "postgres"))
                .compose(server -> server.query("drop database if exists " + NAME)
                        .execute()
                        .compose(gone -> server.query("create database " + NAME).execute())
                        .eventually(server::close))
                .compose(made -> PgConnection.connect(vertx, options))
                .compose(connection -> fill(connection, people).eventually(connection::close))
                .map(options);
    }

    private static Future<Void> fill(PgConnection connection, int people) {
        Tuple number = Tuple.of((long) people);
        return connection
                .query(TABLES)
                .execute()
                .compose(made -> connection.preparedQuery(PEOPLE).execute(number))
                .compose(made -> connection.preparedQuery(SUBSCRIPTIONS).execute(number))
                .compose(made -> connection.query("analyze").execute())
                .mapEmpty();
    }
}
